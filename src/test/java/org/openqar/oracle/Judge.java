package org.openqar.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
  private static final Set<Integer> APPRENTICESHIPS = Set.of(2, 3, 10, 20, 21, 22, 23, 25);
  private static final int TRAINEESHIP = 24;
  private static final Set<String> POSITIVE =
      Set.of("EDU2", "EDU4", "EDU5", "EMP1", "EMP3", "EMP4");
  private static final Set<String> NEVER_MEASURED = Set.of("F", "H", "I", "J", "K", "L", "M", "O");

  private final Window window;
  private final Sector sector;
  private final Switches switches;
  private final Providers providers;
  private final Identities identities;
  private final Siblings siblings;

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
    this.type = type;
    this.chain = chain;
    this.shown = shown();
    this.aim = shown.lastEntry().getValue();
  }

  /**
   * The final returns of the chain; an achievement that R04 forgives stands for the year (9.18).
   */
  private TreeMap<Integer, Seen> shown() {
    TreeMap<Integer, Seen> records = chain.byYear();
    if (switches.lookAhead() && switches.lateReporting() != Switches.LateReporting.NONE) {
      TreeMap<Integer, Seen> later = chain.byLookAheadYear();
      for (int year : List.copyOf(records.keySet())) {
        Seen late = later.get(year + 1);
        if (late != null && open(records.get(year)) && forgiven(late, year)) {
          records.put(year, late);
        }
      }
    }
    return records;
  }

  private boolean forgiven(Seen late, int year) {
    boolean achieved = late.outcome != null && late.outcome == 1;
    LocalDate on = late.achDate == null ? late.actualEnd : late.achDate;
    return late.compStatus != null
        && (late.compStatus == 2 || late.compStatus == 3)
        && !atEpa(late)
        && !late.spoilt()
        && (achieved || switches.lateReporting() == Switches.LateReporting.ALL)
        && on != null
        && !on.isAfter(Siblings.lastDayOf(year));
  }

  /** Whether the aim is in the report (3.1). */
  boolean inScope() {
    boolean apprenticeship = aim.progType != null && APPRENTICESHIPS.contains(aim.progType);
    boolean traineeship = aim.progType != null && aim.progType == TRAINEESHIP;
    boolean programme = aim.aimType == 1;
    return switch (type) {
      case APPRENTICESHIP -> apprenticeship && programme && apprenticeshipFunds();
      case APPRENTICESHIP_COMPONENT -> apprenticeship && !programme && apprenticeshipFunds();
      case TRAINEESHIP -> traineeship && programme;
      case TRAINEESHIP_COMPONENT -> traineeship && !programme;
      case EDUCATION_AND_TRAINING ->
          !apprenticeship && !traineeship && aim.aimType >= 4 && educationFunds();
    };
  }

  private boolean apprenticeshipFunds() {
    return aim.fundModel == null || Set.of(35, 36, 81, 99).contains(aim.fundModel);
  }

  private boolean educationFunds() {
    if (aim.fundModel == null) {
      return true;
    }
    return switch (aim.fundModel) {
      case 25, 35, 81, 82 -> true;
      case 38 -> switches.fundModel38();
      case 99 -> aim.source.fams().contains("ADL 1");
      default -> false;
    };
  }

  Verdict verdict() {
    if (!aim.spoilt()) {
      findOverdue();
    }
    boolean overdue = overdueContinuing || overdueBreak;
    boolean ended = overdue || ended(aim);
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
    SortedSet<String> exclusions = exclusions();
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
        leaver && !overdue && aim.compStatus == 2,
        leaver && achieved() && (type != ReportType.TRAINEESHIP || destination() != null),
        switches.timely() ? planned : null,
        timely,
        timely && achieved() && inTime());
  }

  // --- 3.6, 3.7: overdue -----------------------------------------------------------------------

  private void findOverdue() {
    int seen = siblings.lastYearPerhapsShown(chain);
    if (open(aim)) {
      int absent = seen + 1;
      overdueContinuing = absent <= window.lastYear() && !providers.gap(chain, absent);
      reportingYear = overdueContinuing ? (Integer) absent : null;
    } else if (aim.compStatus == 6) {
      int due = yearOf(aim.plannedEnd) + 1;
      if (aim.actualEnd != null) {
        due = Math.max(due, yearOf(aim.actualEnd) + 1);
      }
      if (switches.continuationProtects()) {
        due = Math.max(due, seen + 1);
      }
      overdueBreak =
          due <= window.reportYear()
              && !siblings.restartedBy(chain, aim, due)
              && !providers.gap(chain, due);
      reportingYear = overdueBreak ? (Integer) due : null;
    }
  }

  /** Still in learning, or training over and the assessment to come (9.16). */
  private boolean open(Seen record) {
    return record.compStatus != null && (record.compStatus == 1 || atEpa(record));
  }

  /** X-EPA, 8.14, 9.16: programme aims on standards. */
  private boolean atEpa(Seen record) {
    boolean status =
        record.compStatus != null
            && (record.compStatus == 1
                || (record.compStatus == 2 && switches.acceptCompletedAtEpa()));
    return switches.endPointAssessment()
        && record.aimType == 1
        && record.isStandard()
        && status
        && record.outcome != null
        && record.outcome == 8
        && record.actualEnd != null
        && !record.actualEnd.isBefore(Switches.EPA_FROM)
        && record.achDate == null;
  }

  private boolean ended(Seen record) {
    return record.compStatus != null
        && Set.of(2, 3, 4).contains(record.compStatus)
        && !atEpa(record);
  }

  // --- 3.8: years ------------------------------------------------------------------------------

  /** 9.15: the first year of the last unbroken run of ended records. */
  private int reportedEnded() {
    int first = shown.lastKey();
    if (switches.reportingYear() == Switches.ReportingYear.FIRST_ENDED) {
      for (Map.Entry<Integer, Seen> record : shown.descendingMap().entrySet()) {
        if (!ended(record.getValue())) {
          break;
        }
        first = record.getKey();
      }
    }
    return first;
  }

  /** 8.5, 9.17. */
  private boolean achDateCounts() {
    boolean fund =
        switch (switches.achDate()) {
          case NONE -> false;
          case STANDARDS -> true;
          case FM36_STANDARDS -> aim.fundModel != null && aim.fundModel == 36;
        };
    return type == ReportType.APPRENTICESHIP && aim.isStandard() && fund;
  }

  /** 9.19: the day of the positive destination, else six months after the end. */
  private Integer outcomeYear() {
    if (aim.actualEnd == null) {
      return null;
    }
    LocalDate destination = destination();
    return yearOf(destination == null ? aim.actualEnd.plusMonths(6) : destination);
  }

  /** 3.10: the earliest positive destination within 180 days of the end. */
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
    return identities.followed(destination).equals(Identities.number(chain.newest()));
  }

  // --- 3.9: exclusions -------------------------------------------------------------------------

  private SortedSet<String> exclusions() {
    SortedSet<String> codes = new TreeSet<>();
    add(codes, "X-DATA", aim.spoilt());
    add(codes, "X-EPA", type == ReportType.APPRENTICESHIP && atEpa(aim) && !overdueContinuing);
    add(codes, "X-BREAK", isStatus(6) && !overdueBreak);
    if (withdrawn() && !achieved() && !(type.isApprenticeship() && isFund(81))) {
      if (!aim.restart() || switches.restartPeriod() == Switches.RestartPeriod.SEGMENT) {
        add(codes, "X-QP", tooShort(days(aim.start, aim.plannedEnd), served(aim)));
      } else if (switches.restartPeriod() == Switches.RestartPeriod.WHOLE) {
        add(codes, "X-QPRES", restartTooShort());
      }
    }
    add(codes, "X-XFER", transferred());
    add(codes, "X-INTERV", isReason(7));
    add(codes, "X-MERGE", isReason(47));
    add(
        codes,
        "X-EOP",
        type.isApprenticeship() && switches.employerOwnershipLdm().stream().anyMatch(this::hasLdm));
    add(
        codes,
        "X-TBNC",
        type.isApprenticeship()
            && switches.trailblazers()
            && isFund(81)
            && aim.isStandard()
            && withdrawn()
            && contribution() <= 0);
    add(
        codes,
        "X-FOUND",
        type.isApprenticeship()
            && switches.foundation()
            && aim.isStandard()
            && aim.stdCode != null
            && sector.foundationStandards().contains(aim.stdCode));
    add(codes, "X-STRAT", !type.isApprenticeship() && isReason(41));
    if (type == ReportType.EDUCATION_AND_TRAINING) {
      add(codes, "X-OLASS", isReason(28) && hasLdm("034"));
      add(codes, "X-IPLACE", isReason(48));
      add(codes, "X-JOB", intoEmployment());
      add(codes, "X-CLASS", classNeverMeasured());
    }
    return codes;
  }

  private static void add(Set<String> codes, String code, boolean holds) {
    if (holds) {
      codes.add(code);
    }
  }

  /** CompStatus 3, its old form 4, or treated so (9.20). */
  private boolean withdrawn() {
    return overdueContinuing || overdueBreak || isStatus(3) || isStatus(4);
  }

  private boolean achieved() {
    return !overdueContinuing && !overdueBreak && aim.outcome != null && aim.outcome == 1;
  }

  /** 1.3: CompStatus 4 is 3 with reason 40. */
  private boolean isReason(int reason) {
    return isStatus(4)
        ? reason == 40
        : isStatus(3) && aim.withdrawReason != null && aim.withdrawReason == reason;
  }

  private boolean transferred() {
    return isReason(40)
        && aim.actualEnd != null
        && !aim.actualEnd.isAfter(Siblings.lastDayOf(window.reportYear()))
        && siblings.transferred(chain, aim, type);
  }

  /** X-QP42, X-QP14, X-QP1. */
  private static boolean tooShort(Long planned, Long served) {
    if (planned == null || served == null) {
      return false;
    }
    return served < (planned >= 168 ? 42 : planned >= 14 ? 14 : 1);
  }

  /** X-QPRES, 9.21: the whole programme, the break left out. */
  private boolean restartTooShort() {
    List<Seen> segments = siblings.segments(chain, aim);
    Long served = served(aim);
    LocalDate start = aim.originalStart;
    for (Seen segment : segments) {
      served = served == null ? null : (Long) (served + served(segment));
      if (aim.originalStart == null && (start == null || segment.start.isBefore(start))) {
        start = segment.start;
      }
    }
    return tooShort(days(start == null ? aim.start : start, aim.plannedEnd), served);
  }

  private Long served(Seen record) {
    return days(record.start, record.actualEnd);
  }

  private Long days(LocalDate from, LocalDate to) {
    return from == null || to == null
        ? null
        : (Long) (ChronoUnit.DAYS.between(from, to) + (switches.inclusiveDays() ? 1 : 0));
  }

  /** X-TBNC: payments less refunds. */
  private long contribution() {
    long sum = 0;
    for (ReturnedAim.Payment payment : aim.source.payments()) {
      Integer amount = Seen.wholeOf(payment.amount());
      if ("PMR".equals(payment.type()) && amount != null) {
        sum +=
            switch (payment.code()) {
              case "1", "2" -> amount;
              case "3" -> -amount;
              default -> 0;
            };
      }
    }
    return sum;
  }

  /** X-JOB, 9.25. */
  private boolean intoEmployment() {
    boolean before = false;
    boolean after = false;
    for (ReturnedAim.Employment record : chain.newest().source.employment()) {
      LocalDate from = Seen.dayOf(record.from());
      if (from != null && aim.start != null) {
        before |= Set.of("11", "12").contains(record.empStat()) && from.isBefore(aim.start);
        after |= record.empStat().equals("10") && from.isAfter(aim.start);
      }
    }
    return aim.compStatus != null
        && (aim.compStatus != 1 || overdueContinuing)
        && !achieved()
        && Arrays.asList(1, 2).contains(aim.empOutcome)
        && before
        && after;
  }

  /** X-CLASS and X-HE, 9.23. */
  private boolean classNeverMeasured() {
    String code = sector.aimClasses().get(aim.learnAimRef);
    return code != null && (NEVER_MEASURED.contains(code) || (code.equals("E") && isFund(25)));
  }

  // --- 4.4: timely -----------------------------------------------------------------------------

  /**
   * 4.4, 9.26: an aim of its planned year that ended, or is over 90 days late on the report day.
   */
  private boolean timelyCohort(SortedSet<String> exclusions) {
    if (!switches.timely()
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

  // ---------------------------------------------------------------------------------------------

  private boolean isStatus(int status) {
    return aim.compStatus != null && aim.compStatus == status;
  }

  private boolean isFund(int fundModel) {
    return aim.fundModel != null && aim.fundModel == fundModel;
  }

  private boolean hasLdm(String code) {
    return aim.source.fams().contains("LDM " + code);
  }

  private static Integer yearOf(LocalDate day) {
    return day == null ? null : (Integer) AcademicYear.of(day).start();
  }
}
