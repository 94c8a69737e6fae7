package org.openqar.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openqar.calendar.AcademicYear;

/** One chain in one report: 3.1 and 3.6 to 3.10 with 4.4, as 9.11 to 9.26 settle them. */
final class Judge {
  private static final Set<String> POSITIVE =
      Set.of("EDU2", "EDU4", "EDU5", "EMP1", "EMP3", "EMP4");

  private final Window window;
  private final Sector sector;
  private final Switches switches;
  private final Providers providers;
  private final Identities identities;
  private final Siblings siblings;
  private final Standing standing;

  private final ReportType type;
  private final Chain chain;
  private final TreeMap<Integer, Seen> shown;
  private final Seen aim;
  private boolean overdueContinuing;
  private boolean overdueBreak;
  private Integer reportingYear;

  Judge(
      Window window,
      Sector sector,
      Switches switches,
      Providers providers,
      Matching matching,
      ReportType type,
      Chain chain) {
    this.window = window;
    this.sector = sector;
    this.switches = switches;
    this.providers = providers;
    this.identities = matching.identities;
    this.siblings = new Siblings(matching);
    this.standing = new Standing(switches);
    this.type = type;
    this.chain = chain;
    this.shown = chain.shown();
    this.aim = chain.current();
  }

  boolean inScope() {
    return type.includes(aim, switches);
  }

  Verdict verdict() {
    if (!aim.spoilt()) {
      findOverdue();
    }
    boolean overdue = overdueContinuing || overdueBreak;
    boolean ended = overdue || standing.ended(aim);
    if (ended && !overdue && !aim.spoilt()) {
      reportingYear = reportedEnded();
    }
    Integer planned = yearOf(aim.plannedEnd);
    Integer actual = yearOf(aim.actualEnd);
    Integer achieved = achDateCounts() ? yearOf(aim.achDate) : null;
    Integer outcomeYear = ended && type == ReportType.TRAINEESHIP ? outcomeYear() : null;
    Integer hybrid =
        ended && !aim.spoilt()
            ? Stream.of(planned, actual, achieved, reportingYear, outcomeYear)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElseThrow()
            : null;
    boolean achiever = !overdue && aim.outcome != null && aim.outcome == 1;
    SortedSet<String> exclusions =
        new Exclusions(
                window,
                sector,
                switches,
                siblings,
                type,
                chain,
                aim,
                hybrid,
                overdueContinuing,
                overdueBreak)
            .codes();
    String status;
    if (!exclusions.isEmpty()) {
      status = Verdict.EXCLUSION;
    } else if (!ended) {
      status = Verdict.CONTINUING;
    } else {
      status = hybrid > window.reportYear() ? Verdict.FUTURE : Verdict.INCLUSION;
    }
    boolean leaver = status.equals(Verdict.INCLUSION);
    boolean timely = timelyCohort(exclusions);
    return new Verdict(
        type,
        chain,
        aim,
        status,
        hybrid,
        planned,
        actual,
        achieved,
        reportingYear,
        outcomeYear,
        overdueContinuing,
        overdueBreak,
        exclusions,
        leaver && !overdue && aim.is(2),
        leaver && achiever && (type != ReportType.TRAINEESHIP || destination() != null),
        switches.timely ? planned : null,
        timely,
        timely && achiever && inTime());
  }

  // --- 3.6, 3.7: overdue -----------------------------------------------------------------------

  private void findOverdue() {
    int seen = siblings.lastYearPerhapsShown(chain);
    if (standing.open(aim)) {
      int absent = seen + 1;
      overdueContinuing = absent <= window.lastYear() && !providers.gap(chain, absent);
      reportingYear = overdueContinuing ? (Integer) absent : null;
    } else if (aim.is(6)) {
      int due = yearOf(aim.plannedEnd) + 1;
      if (aim.actualEnd != null) {
        due = Math.max(due, yearOf(aim.actualEnd) + 1);
      }
      if (switches.continuationProtects) {
        due = Math.max(due, seen + 1);
      }
      overdueBreak =
          due <= window.reportYear()
              && !siblings.restartedBy(chain, aim, due)
              && !providers.gap(chain, due);
      reportingYear = overdueBreak ? (Integer) due : null;
    }
  }

  // --- 3.8: years ------------------------------------------------------------------------------

  /**
   * 9.15: the first year of the last unbroken run of ended records. Only a re-opening breaks it: a
   * record whose CompStatus cannot be read shows neither and is passed over.
   */
  private int reportedEnded() {
    int first = shown.lastKey();
    if (switches.reportingYear == Switches.ReportingYear.LAST_RETURNED) {
      return first;
    }
    for (Map.Entry<Integer, Seen> record : shown.descendingMap().entrySet()) {
      if (standing.ended(record.getValue())) {
        first = record.getKey();
      } else if (record.getValue().compStatus != null) {
        break;
      }
    }
    return first;
  }

  /** 3.8, 8.5, 9.17. */
  private boolean achDateCounts() {
    boolean fund =
        switch (switches.achDate) {
          case NONE -> false;
          case STANDARDS -> true;
          case FM36_STANDARDS -> aim.fundModel != null && aim.fundModel == 36;
        };
    boolean ended = aim.is(2) || (aim.outcome != null && aim.outcome == 1);
    Integer endYear = yearOf(aim.actualEnd);
    return type == ReportType.APPRENTICESHIP
        && aim.isStandard()
        && fund
        && ended
        && (endYear == null || !endYear.equals(switches.achDateNotForEndYear));
  }

  /** 9.19: the day of the positive destination, else six months after the end. */
  private Integer outcomeYear() {
    if (aim.actualEnd == null) {
      return null;
    }
    LocalDate destination = destination();
    return yearOf(destination == null ? aim.actualEnd.plusMonths(6) : destination);
  }

  /** 3.10: the earliest positive destination within 180 days of the end, of R04 too (9.19). */
  private LocalDate destination() {
    LocalDate earliest = null;
    for (Sector.Destination destination : sector.destinations()) {
      LocalDate day = Seen.dayOf(destination.outStartDate());
      if (day != null
          && aim.actualEnd != null
          && window.loaded(destination.year(), destination.returnNumber())
          && POSITIVE.contains(destination.outType() + destination.outCode())
          && !day.isBefore(aim.actualEnd)
          && !day.isAfter(aim.actualEnd.plusDays(180))
          && ofThisLearner(destination)
          && (earliest == null || day.isBefore(earliest))) {
        earliest = day;
      }
    }
    return earliest;
  }

  private boolean ofThisLearner(Sector.Destination destination) {
    return identities.isOf(aim, destination);
  }

  // --- 4.4: timely -----------------------------------------------------------------------------

  /**
   * 4.4, 9.26: an aim of its planned year that ended, or is over 90 days late on the report day.
   */
  private boolean timelyCohort(SortedSet<String> exclusions) {
    if (!switches.timely
        || aim.plannedEnd == null
        || aim.start == null
        || yearOf(aim.plannedEnd) > window.reportYear()
        || (type.isApprenticeship() && aim.isStandard())
        || !aim.start.isBefore(window.reportDate())) {
      return false;
    }
    Set<String> applying = new TreeSet<>(exclusions);
    if (!inTime()) {
      applying.removeAll(Set.of("X-XFER", "X-INTERV", "X-STRAT", "X-MERGE", "X-BREAK"));
    }
    boolean late = aim.plannedEnd.plusDays(90).isBefore(window.reportDate());
    return applying.isEmpty() && (aim.actualEnd != null || late);
  }

  private boolean inTime() {
    return aim.actualEnd != null
        && aim.plannedEnd != null
        && !aim.actualEnd.isAfter(aim.plannedEnd.plusDays(90));
  }

  private static Integer yearOf(LocalDate day) {
    return day == null ? null : (Integer) AcademicYear.of(day).start();
  }
}
