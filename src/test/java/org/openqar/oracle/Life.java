package org.openqar.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqar.calendar.AcademicYear;

/** One aim of a story with its days worked out, and how it is returned. */
final class Life {
  /** Marks a record that has the AimSeqNumber of the one beside it. */
  static final String SAME_SEQUENCE = "same";

  private final Story.Aim aim;
  private final Story.Training training;
  private final LocalDate start;
  private final LocalDate originalStart;
  private final LocalDate plannedEnd;
  private final LocalDate end;

  private Life(Story.Aim aim, Story.Training training, LocalDate start, LocalDate originalStart) {
    this.aim = aim;
    this.training = training;
    this.start = start;
    this.originalStart = originalStart;
    this.plannedEnd = notBefore(start, day(aim.times().plannedEnd(), start, null));
    this.end = notBefore(start, day(aim.times().end(), start, plannedEnd));
  }

  static Life of(Story.Aim aim, List<Life> before) {
    Story.Times times = aim.times();
    if (before.isEmpty() || times.follows() == Story.Follows.NOTHING) {
      return new Life(aim, aim.training(), times.start(), null);
    }
    Life last = before.get(before.size() - 1);
    LocalDate start = last.end.plusDays(times.gap());
    LocalDate first = last.originalStart == null ? last.start : last.originalStart;
    return switch (times.follows()) {
      case RESTART -> new Life(aim, last.training, start, last.start);
      case RESTART_AGAIN -> new Life(aim, last.training, start, first);
      case RESTART_UNTOLD -> new Life(aim, last.training, start, null);
      default -> new Life(aim, aim.training(), start, null);
    };
  }

  static LocalDate notBefore(LocalDate start, LocalDate day) {
    return day.isBefore(start) ? start : day;
  }

  private static LocalDate day(Story.Day day, LocalDate start, LocalDate plannedEnd) {
    return switch (day.from()) {
      case START -> start.plusDays(day.days());
      case PLANNED_END -> plannedEnd.plusDays(day.days());
      case LAST_OF_YEAR -> LocalDate.of(day.days() + 1, 7, 31);
      case FIRST_OF_NEXT -> LocalDate.of(day.days() + 1, 8, 1);
    };
  }

  LocalDate start() {
    return start;
  }

  LocalDate end() {
    return end;
  }

  Set<String> fams(Whereabouts.Place place) {
    Set<String> fams = new HashSet<>();
    if (beginsAnew(place)
        || Set.of(Story.Follows.RESTART, Story.Follows.RESTART_AGAIN, Story.Follows.RESTART_UNTOLD)
            .contains(aim.times().follows())) {
      fams.add("RES 1");
    }
    if (training.loan()) {
      fams.add("ADL 1");
    }
    if (aim.ending().ldm() > 0) {
      fams.add("LDM %03d".formatted(aim.ending().ldm()));
    }
    return fams;
  }

  List<ReturnedAim.Payment> payments() {
    List<ReturnedAim.Payment> payments = new ArrayList<>();
    for (int amount : aim.ending().payments()) {
      payments.add(
          new ReturnedAim.Payment("PMR", amount < 0 ? "3" : "1", String.valueOf(Math.abs(amount))));
    }
    return payments;
  }

  /** The records of the aim in a return: none, one, or one with others beside it. */
  List<Map<String, String>> returned(int year, int returnNumber, Whereabouts.Place place) {
    boolean isFinal = returnNumber == ReturnedAim.FINAL;
    if (place.closing() == 0 && isLeftBehind(place)) {
      return List.of();
    }
    Map<String, String> record = isFinal ? shown(year) : shownByR04(year);
    if (record == null) {
      return List.of();
    }
    if (beginsAnew(place)) {
      begins(record, anew(place), place.arrived().taken() == Story.Taken.NEW_START ? start : null);
    }
    if (place.closing() > 0 && record.get("CompStatus").equals("1")) {
      LocalDate begun = LocalDate.parse(record.get("LearnStartDate"));
      LocalDate closed = LocalDate.of(year, 10, isFinal ? 9 : 8);
      ends(record, 3, 3, notBefore(begun, closed));
      record.put("WithdrawReason", String.valueOf(place.closing()));
    }
    List<Map<String, String>> records = new ArrayList<>();
    Map<String, String> told = new LinkedHashMap<>(record);
    for (Story.Spoilt spoilt : aim.noise().spoilt()) {
      if (spoilt.year() == year && (isFinal || spoilt.lookAheadToo())) {
        if (spoilt.text() == null) {
          record.remove(spoilt.element());
        } else {
          record.put(spoilt.element(), spoilt.text());
        }
      }
    }
    for (Story.Double second : aim.noise().doubles()) {
      if (records.isEmpty() && second.year() == year && (isFinal || second.lookAheadToo())) {
        records.add(Seconds.of(told, second, record, ach()));
      }
    }
    records.add(record);
    return records;
  }

  /** Begun before a move, and not taken over or ended by then. */
  private boolean isLeftBehind(Whereabouts.Place place) {
    Story.Step step = place.arrived();
    if (step == null || !start.isBefore(dayOf(step))) {
      return false;
    }
    return switch (step.taken()) {
      case SAME_START -> false;
      case NOT -> true;
      default -> end.isBefore(dayOf(step)) && aim.ending().how() != Story.How.CONTINUES;
    };
  }

  private boolean beginsAnew(Whereabouts.Place place) {
    Story.Step step = place.arrived();
    return step != null
        && start.isBefore(dayOf(step))
        && Set.of(Story.Taken.NEW_START, Story.Taken.NEW_START_UNTOLD).contains(step.taken());
  }

  private static LocalDate anew(Whereabouts.Place place) {
    return dayOf(place.arrived());
  }

  private static LocalDate dayOf(Story.Step step) {
    return LocalDate.of(step.year(), 8, 14);
  }

  private static void begins(Map<String, String> record, LocalDate start, LocalDate original) {
    record.put("LearnStartDate", start.toString());
    record.remove("OrigLearnStartDate");
    if (original != null) {
      record.put("OrigLearnStartDate", original.toString());
    }
    LocalDate planned = LocalDate.parse(record.get("LearnPlanEndDate"));
    record.put("LearnPlanEndDate", notBefore(start, planned).toString());
  }

  private Map<String, String> shown(int year) {
    return isShown(year) ? record(year) : null;
  }

  /** What R04 of a year shows of the year before; null for nothing. */
  private Map<String, String> shownByR04(int year) {
    Story.LookAhead view = aim.returning().lookAhead().get(Math.max(0, year - Sectors.FIRST_YEAR));
    if (view == Story.LookAhead.NOTHING) {
      return null;
    }
    Map<String, String> record = shown(view == Story.LookAhead.AS_LATER ? year : year - 1);
    if (record == null) {
      return null;
    }
    LocalDate inTheYear = notBefore(start, LocalDate.of(year, 6, 20));
    switch (view) {
      case WITHDRAWN -> {
        ends(record, 3, 3, inTheYear);
        record.put("WithdrawReason", String.valueOf(aim.ending().reason()));
      }
      case ACHIEVED -> {
        ends(record, 2, 1, inTheYear);
        achieved(record);
      }
      case FAILED -> ends(record, 2, 3, inTheYear);
      case ON_A_BREAK -> ends(record, 6, 3, inTheYear);
      case IN_LEARNING -> reopen(record);
      case PLANNED_IN_THE_YEAR -> plans(record, LocalDate.of(year, 7, 31));
      case PLANNED_LATER -> plans(record, LocalDate.of(year, 8, 1));
      default -> {
        // As the return before or after it.
      }
    }
    return record;
  }

  private void plans(Map<String, String> record, LocalDate end) {
    record.put("LearnPlanEndDate", notBefore(start, end).toString());
  }

  static void ends(Map<String, String> record, int compStatus, int outcome, LocalDate on) {
    reopen(record);
    status(record, compStatus, outcome);
    record.put("LearnActEndDate", on.toString());
  }

  static void reopen(Map<String, String> record) {
    record.put("CompStatus", "1");
    for (String name : List.of("LearnActEndDate", "Outcome", "WithdrawReason", "AchDate")) {
      record.remove(name);
    }
  }

  private int yearOf(LocalDate day) {
    return AcademicYear.of(day).start();
  }

  private int reportedIn() {
    return Math.max(yearOf(start), yearOf(end)) + aim.returning().late();
  }

  private boolean isShown(int year) {
    boolean over = aim.ending().how() != Story.How.CONTINUES;
    return year >= yearOf(start)
        && year < yearOf(start) + aim.returning().vanishes()
        && (!over || year <= reportedIn() + aim.returning().again())
        && !aim.returning().absent().contains(year);
  }

  private Map<String, String> record(int year) {
    Map<String, String> record = Programmes.returned(aim, training, year);
    Integer corrected = aim.noise().corrected();
    LocalDate told =
        corrected != null && year >= corrected ? start.plusDays(aim.noise().shift()) : start;
    record.put("LearnStartDate", told.toString());
    if (originalStart != null) {
      record.put("OrigLearnStartDate", originalStart.toString());
    }
    record.put("LearnPlanEndDate", plannedEnd.toString());
    boolean ended = aim.ending().how() != Story.How.CONTINUES && year >= reportedIn();
    boolean reopened = aim.returning().reopened() && year == reportedIn() + 1;
    if (ended && !reopened) {
      endIn(record, year);
    } else {
      record.put("CompStatus", "1");
      if (aim.returning().atEpaFirst()
          && training.kind() == Story.Kind.STANDARD
          && aim.ending().how() == Story.How.ACHIEVES
          && year >= yearOf(end)) {
        record.put("LearnActEndDate", end.toString());
        record.put("Outcome", "8");
      }
    }
    return record;
  }

  private void endIn(Map<String, String> record, int year) {
    record.put("LearnActEndDate", end.toString());
    switch (aim.ending().how()) {
      case ACHIEVES -> {
        status(record, 2, 1);
        achieved(record);
      }
      case FAILS -> {
        status(record, 2, 3);
        achieved(record);
      }
      case RESULT_UNKNOWN -> status(record, 2, 8);
      case AT_EPA -> status(record, 1, 8);
      case WITHDRAWS -> withdrawn(record, 3);
      case WITHDRAWS_ACHIEVED -> withdrawn(record, 1);
      case TRANSFERS_IN_OLD_CODE -> status(record, 4, 3);
      case BREAKS -> status(record, 6, 3);
      case BREAKS_THEN_WITHDRAWS -> {
        if (year == reportedIn()) {
          status(record, 6, 3);
        } else {
          withdrawn(record, 3);
        }
      }
      case CONTINUES -> throw new IllegalStateException("An aim that continues has no end.");
    }
    if (aim.ending().achDateLeft()) {
      achieved(record);
    }
  }

  private void withdrawn(Map<String, String> record, int outcome) {
    status(record, 3, outcome);
    record.put("WithdrawReason", String.valueOf(aim.ending().reason()));
    if (aim.ending().empOutcome() > 0) {
      record.put("EmpOutcome", String.valueOf(aim.ending().empOutcome()));
    }
  }

  private void achieved(Map<String, String> record) {
    if (ach() != null) {
      record.put("AchDate", ach().toString());
    }
  }

  private LocalDate ach() {
    return aim.times().ach() == null ? null : end.plusDays(aim.times().ach());
  }

  private static void status(Map<String, String> record, int compStatus, int outcome) {
    record.put("CompStatus", String.valueOf(compStatus));
    record.put("Outcome", String.valueOf(outcome));
  }
}
