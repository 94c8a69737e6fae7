package org.openqar.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqar.calendar.AcademicYear;

/** Tells a story as the returns that were made of it. */
final class Telling {
  /** Reference data of every generated sector. */
  static final Map<String, String> AIM_CLASSES =
      Map.of("60000001", "G", "60000002", "E", "50000001", "C");

  static final Set<Integer> FOUNDATION_STANDARDS = Set.of(103);

  private static final int LAST_LOOK_AHEAD = Sectors.REPORT_YEAR + 1;

  private final Story story;
  private final int firstUkprn;
  private final int firstYear;
  private final List<ReturnedAim> records = new ArrayList<>();
  private final List<Sector.Destination> destinations = new ArrayList<>();
  private final Set<Sector.ProviderYear> finalReturns = new HashSet<>();

  private Telling(Story story, int firstUkprn) {
    this.story = story;
    this.firstUkprn = firstUkprn;
    this.firstYear = story.longHistory() ? Sectors.YEAR_BEFORE : Sectors.FIRST_YEAR;
  }

  /** The sector of a story; its providers are numbered from a UKPRN on, at most ten of them. */
  static Sector of(Story story, int firstUkprn) {
    return new Telling(story, firstUkprn).sector();
  }

  private Sector sector() {
    for (int provider = 0; provider < story.providers(); provider++) {
      for (int year = firstYear; year <= Sectors.REPORT_YEAR; year++) {
        boolean merged = provider == 1 && story.merger() != null && story.merger() <= year;
        if (!merged && !story.missing().contains(new Story.ProviderYear(provider, year))) {
          finalReturns.add(new Sector.ProviderYear(firstUkprn + provider, year));
        }
      }
    }
    for (int i = 0; i < story.learners().size(); i++) {
      tell(i, story.learners().get(i));
    }
    List<Sector.Merger> mergers =
        story.merger() == null
            ? List.of()
            : List.of(new Sector.Merger(firstUkprn + 1, firstUkprn, story.merger()));
    return new Sector(
        records, destinations, finalReturns, mergers, AIM_CLASSES, FOUNDATION_STANDARDS);
  }

  // --- a learner -------------------------------------------------------------------------------

  private void tell(int number, Story.Learner learner) {
    List<Life> lives = new ArrayList<>();
    for (Story.Aim aim : learner.aims()) {
      lives.add(Life.of(aim, lives));
    }
    for (int year = firstYear; year <= LAST_LOOK_AHEAD; year++) {
      for (int returnNumber : List.of(ReturnedAim.LOOK_AHEAD, ReturnedAim.FINAL)) {
        int ukprn = ukprn(learner, year);
        if (exists(ukprn, year, returnNumber)) {
          tell(number, learner, lives, ukprn, year, returnNumber);
        }
      }
    }
  }

  private boolean exists(int ukprn, int year, int returnNumber) {
    return returnNumber == ReturnedAim.FINAL
        ? finalReturns.contains(new Sector.ProviderYear(ukprn, year))
        : year > firstYear;
  }

  private void tell(
      int number, Story.Learner learner, List<Life> lives, int ukprn, int year, int returnNumber) {
    Map<String, String> who = who(number, learner, year);
    List<ReturnedAim.Employment> employment = new ArrayList<>();
    for (Story.Employment record : learner.employment()) {
      employment.add(
          new ReturnedAim.Employment(
              record.empStat(), lives.get(0).start.plusDays(record.daysFromStart()).toString()));
    }
    int sequence = 1;
    for (Life life : lives) {
      for (Map<String, String> delivery : life.returned(year, returnNumber)) {
        delivery.putIfAbsent("AimSeqNumber", String.valueOf(sequence++));
        records.add(
            new ReturnedAim(
                ukprn,
                year,
                returnNumber,
                number + 1,
                who,
                delivery,
                life.fams(),
                employment,
                life.payments()));
      }
    }
    Story.Destination destination = learner.destination();
    Life last = lives.get(lives.size() - 1);
    if (destination != null && destination.year() == year && returnNumber == ReturnedAim.FINAL) {
      destinations.add(
          new Sector.Destination(
              ukprn,
              year,
              returnNumber,
              who.get("LearnRefNumber"),
              who.get("ULN"),
              destination.type().substring(0, 3),
              destination.type().substring(3),
              last.end.plusDays(destination.daysFromEnd()).toString()));
    }
  }

  private int ukprn(Story.Learner learner, int year) {
    boolean moved =
        learner.change() != null
            && learner.change().kind() == Story.Change.WITH_THE_PROVIDER
            && year >= learner.change().year();
    int provider = (learner.provider() + (moved ? 1 : 0)) % story.providers();
    boolean merged = provider == 1 && story.merger() != null && year >= story.merger();
    return firstUkprn + (merged ? 0 : provider);
  }

  private Map<String, String> who(int number, Story.Learner learner, int year) {
    Map<String, String> who = new LinkedHashMap<>();
    Story.NumberChange change = learner.change();
    boolean changed = change != null && year >= change.year();
    who.put("LearnRefNumber", (changed ? "N" : "L") + number);
    if (changed && change.kind() != Story.Change.UNTOLD) {
      boolean first = year == change.year();
      switch (change.kind()) {
        case WITH_THE_PROVIDER -> {
          if (first) {
            who.put("PrevLearnRefNumber", "L" + number);
            who.put("PrevUKPRN", String.valueOf(ukprn(learner, year - 1)));
          }
        }
        case WRONGLY_TOLD -> who.put("PrevLearnRefNumber", "L" + Math.max(0, number - 1));
        case TOLD_EVER_AFTER -> who.put("PrevLearnRefNumber", "L" + number);
        default -> {
          if (first) {
            who.put("PrevLearnRefNumber", "L" + number);
          }
        }
      }
    }
    long real = 1_000_000_001L + (firstUkprn % 1_000_000) * 100L;
    String own = String.valueOf(real + number);
    String uln =
        switch (learner.uln()) {
          case REAL -> own;
          case TEMPORARY -> Seen.TEMPORARY_ULN;
          case TEMPORARY_AT_FIRST -> year < Sectors.FIRST_YEAR + 2 ? Seen.TEMPORARY_ULN : own;
          case BLANK -> null;
          case UNREADABLE -> "12345";
          case OF_THE_LEARNER_BEFORE -> String.valueOf(real + Math.max(0, number - 1));
        };
    if (uln != null) {
      who.put("ULN", uln);
    }
    return who;
  }

  // --- an aim ----------------------------------------------------------------------------------

  /** One aim with its days worked out. */
  private static final class Life {
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

    private static LocalDate notBefore(LocalDate start, LocalDate day) {
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

    Set<String> fams() {
      Set<String> fams = new HashSet<>();
      if (Set.of(Story.Follows.RESTART, Story.Follows.RESTART_AGAIN, Story.Follows.RESTART_UNTOLD)
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
            new ReturnedAim.Payment(
                "PMR", amount < 0 ? "3" : "1", String.valueOf(Math.abs(amount))));
      }
      return payments;
    }

    /** The records of the aim in a return: none, one, or one and a second beside it. */
    List<Map<String, String>> returned(int year, int returnNumber) {
      int shown = year;
      if (returnNumber == ReturnedAim.LOOK_AHEAD) {
        Story.LookAhead view =
            aim.returning().lookAhead().get(Math.max(0, year - Sectors.FIRST_YEAR));
        if (view == Story.LookAhead.NOTHING) {
          return List.of();
        }
        shown = view == Story.LookAhead.AS_BEFORE ? year - 1 : year;
      }
      if (!isShown(shown)) {
        return List.of();
      }
      Map<String, String> record = record(shown);
      List<Map<String, String>> records = new ArrayList<>();
      if (returnNumber == ReturnedAim.FINAL && aim.noise().duplicated().contains(year)) {
        Map<String, String> second = new LinkedHashMap<>(record);
        second.put("CompStatus", "1");
        second.remove("LearnActEndDate");
        second.remove("Outcome");
        second.remove("WithdrawReason");
        second.remove("AchDate");
        second.put("AimSeqNumber", "9");
        records.add(second);
      }
      for (Story.Spoilt spoilt : aim.noise().spoilt()) {
        if (spoilt.year() == year && (returnNumber == ReturnedAim.FINAL || spoilt.lookAheadToo())) {
          if (spoilt.text() == null) {
            record.remove(spoilt.element());
          } else {
            record.put(spoilt.element(), spoilt.text());
          }
        }
      }
      records.add(record);
      return records;
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
      Map<String, String> record = programme(year);
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
    }

    private void withdrawn(Map<String, String> record, int outcome) {
      status(record, 3, outcome);
      record.put("WithdrawReason", String.valueOf(aim.ending().reason()));
      if (aim.ending().empOutcome() > 0) {
        record.put("EmpOutcome", String.valueOf(aim.ending().empOutcome()));
      }
    }

    private void achieved(Map<String, String> record) {
      if (aim.times().ach() != null) {
        record.put("AchDate", end.plusDays(aim.times().ach()).toString());
      }
    }

    private static void status(Map<String, String> record, int compStatus, int outcome) {
      record.put("CompStatus", String.valueOf(compStatus));
      record.put("Outcome", String.valueOf(outcome));
    }

    private Map<String, String> programme(int year) {
      int code = training.code();
      Map<String, String> record = new LinkedHashMap<>();
      boolean standard =
          training.kind() == Story.Kind.STANDARD
              || training.kind() == Story.Kind.STANDARD_COMPONENT;
      boolean framework =
          training.kind() == Story.Kind.FRAMEWORK
              || training.kind() == Story.Kind.FRAMEWORK_COMPONENT;
      switch (training.kind()) {
        case STANDARD, FRAMEWORK, TRAINEESHIP, OTHER_PROGRAMME -> put(record, "ZPROG001", "1");
        case STANDARD_COMPONENT, FRAMEWORK_COMPONENT, TRAINEESHIP_COMPONENT ->
            put(record, "5000000" + code, "3");
        case COURSE -> put(record, "6000000" + code, training.pathway() == 1 ? "4" : "5");
      }
      record.put("FundModel", String.valueOf(fundModel(standard || framework)));
      if (standard) {
        record.put("ProgType", "25");
        record.put("StdCode", String.valueOf(101 + code));
      } else if (framework) {
        record.put("ProgType", code == 0 ? "2" : "3");
        record.put("FworkCode", "420");
        if (!aim.noise().withoutPathway().contains(year)) {
          record.put("PwayCode", String.valueOf(training.pathway()));
        } else if (year % 2 == 0) {
          record.put("PwayCode", "0");
        }
      } else if (training.kind() == Story.Kind.OTHER_PROGRAMME) {
        record.put("ProgType", "31");
      } else if (training.kind() != Story.Kind.COURSE) {
        record.put("ProgType", "24");
      }
      return record;
    }

    private static void put(Map<String, String> record, String learnAimRef, String aimType) {
      record.put("LearnAimRef", learnAimRef);
      record.put("AimType", aimType);
    }

    private int fundModel(boolean apprenticeship) {
      List<Integer> models =
          apprenticeship
              ? List.of(36, 36, 36, 36, 36, 35, 81, 81, 99, 37)
              : List.of(35, 35, 38, 38, 25, 99, 10, 81, 82, 70);
      return models.get(training.fundModel());
    }
  }
}
