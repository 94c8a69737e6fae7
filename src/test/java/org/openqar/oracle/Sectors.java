package org.openqar.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Small sectors with everything near a limit: 31 July and 1 August, 41 and 42 days, 14 and 168
 * planned days, 120 days to the next aim, 90 days late, 180 days to a destination.
 */
final class Sectors {
  /** R of every generated sector. */
  static final int REPORT_YEAR = 2024;

  static final int FIRST_YEAR = REPORT_YEAR - 4;
  static final int YEAR_BEFORE = FIRST_YEAR - 1;

  private static final List<Story.Spoilt> SPOILT = spoilt();

  private Sectors() {}

  /** The stories of some seeds, the same every time. */
  static List<Story> ofSeeds(List<Long> seeds) {
    List<Story> told = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<Story> stories = stories().generator(1000, false);
          for (long seed : seeds) {
            told.add(stories.next(new Random(seed)).value());
          }
        });
    return told;
  }

  static Arbitrary<Story> stories() {
    Arbitrary<Set<Story.ProviderYear>> missing =
        rarely(
            Combinators.combine(Arbitraries.integers().between(0, 3), years())
                .as(Story.ProviderYear::new)
                .set()
                .ofMinSize(1)
                .ofMaxSize(2),
            Set.of(),
            4);
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(4, 2), Tuple.of(2, 3), Tuple.of(1, 4)),
            Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)),
            sometimes(
                Combinators.combine(years(), Arbitraries.of(true, false)).as(Story.Merger::new), 3),
            missing,
            learners().list().ofMinSize(3).ofMaxSize(8))
        .as(Story::new);
  }

  private static Arbitrary<Story.Learner> learners() {
    Arbitrary<Story.Uln> uln =
        Arbitraries.frequency(
            Tuple.of(12, Story.Uln.REAL),
            Tuple.of(2, Story.Uln.TEMPORARY),
            Tuple.of(2, Story.Uln.TEMPORARY_AT_FIRST),
            Tuple.of(1, Story.Uln.WRONG_AT_FIRST),
            Tuple.of(1, Story.Uln.BLANK),
            Tuple.of(1, Story.Uln.UNREADABLE),
            Tuple.of(1, Story.Uln.OF_THE_LEARNER_BEFORE));
    Arbitrary<List<Story.Employment>> any =
        Combinators.combine(
                Arbitraries.of("10", "11", "12", "98"), Arbitraries.of(-30, -1, 0, 1, 60))
            .as(Story.Employment::new)
            .list()
            .ofMaxSize(3);
    Arbitrary<List<Story.Employment>> jobless =
        Combinators.combine(Arbitraries.of(-30, -1, 0), Arbitraries.of(0, 1, 60))
            .as(
                (before, after) ->
                    List.of(new Story.Employment("11", before), new Story.Employment("10", after)));
    Arbitrary<List<Story.Employment>> employment = Arbitraries.oneOf(any, jobless);
    Arbitrary<Story.Destination> destination =
        Combinators.combine(
                Arbitraries.of("EDU2", "EDU4", "EMP1", "EMP2", "EMP4", "NPE1"),
                Arbitraries.of(-1, 0, 1, 40, 179, 180, 181),
                Arbitraries.integers().between(FIRST_YEAR, REPORT_YEAR + 1),
                Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true)))
            .as(Story.Destination::new);
    Arbitrary<Story.Handover> handover =
        Combinators.combine(
                Arbitraries.frequency(Tuple.of(2, true), Tuple.of(1, false)),
                Arbitraries.of(0, 47, 47, 7),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(Story.Handover::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            uln,
            steps(),
            handover,
            employment,
            destination.injectNull(0.4),
            aims().list().ofMinSize(1).ofMaxSize(4))
        .as(Story.Learner::new);
  }

  /** Half the learners are renumbered or move, some of them twice. */
  private static Arbitrary<List<Story.Step>> steps() {
    Arbitrary<Story.Change> change =
        Arbitraries.frequency(
            Tuple.of(3, Story.Change.NUMBER_TOLD),
            Tuple.of(1, Story.Change.NUMBER_UNTOLD),
            Tuple.of(2, Story.Change.NUMBER_OF_ANOTHER),
            Tuple.of(1, Story.Change.NUMBER_WITH_PM_UKPRN),
            Tuple.of(1, Story.Change.MOVE_UNTOLD),
            Tuple.of(5, Story.Change.MOVE_PLAIN),
            Tuple.of(1, Story.Change.MOVE_OF_ANOTHER),
            Tuple.of(2, Story.Change.MOVE_NLM_17),
            Tuple.of(2, Story.Change.MOVE_NLM_18),
            Tuple.of(2, Story.Change.MOVE_PM_UKPRN));
    return Combinators.combine(
            Arbitraries.integers().between(FIRST_YEAR + 1, REPORT_YEAR),
            change,
            Arbitraries.of(true, false),
            Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
            Arbitraries.frequency(
                Tuple.of(3, Story.Left.NOTHING),
                Tuple.of(1, Story.Left.CLOSED_THE_YEAR_BEFORE),
                Tuple.of(1, Story.Left.CLOSED),
                Tuple.of(1, Story.Left.AS_BEFORE)),
            Arbitraries.frequency(
                Tuple.of(4, Story.Taken.SAME_START),
                Tuple.of(2, Story.Taken.NEW_START),
                Tuple.of(1, Story.Taken.NEW_START_UNTOLD),
                Tuple.of(1, Story.Taken.NOT)))
        .as(Story.Step::new)
        .list()
        .uniqueElements(Story.Step::year)
        .ofMaxSize(2)
        .map(steps -> steps.stream().sorted(Comparator.comparing(Story.Step::year)).toList());
  }

  private static Arbitrary<Story.Aim> aims() {
    return Combinators.combine(trainings(), times(), endings(), returnings(), noises())
        .as(Story.Aim::new);
  }

  private static Arbitrary<Story.Training> trainings() {
    Arbitrary<Story.Kind> kind =
        Arbitraries.frequency(
            Tuple.of(9, Story.Kind.STANDARD),
            Tuple.of(4, Story.Kind.FRAMEWORK),
            Tuple.of(2, Story.Kind.STANDARD_COMPONENT),
            Tuple.of(1, Story.Kind.FRAMEWORK_COMPONENT),
            Tuple.of(6, Story.Kind.COURSE),
            Tuple.of(2, Story.Kind.TRAINEESHIP),
            Tuple.of(1, Story.Kind.TRAINEESHIP_COMPONENT),
            Tuple.of(1, Story.Kind.GENERIC_COURSE),
            Tuple.of(1, Story.Kind.T_LEVEL),
            Tuple.of(1, Story.Kind.T_LEVEL_COURSE),
            Tuple.of(1, Story.Kind.TRANSITION_COURSE),
            Tuple.of(1, Story.Kind.APPRENTICESHIP_UNIT));
    return Combinators.combine(
            kind,
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, 11),
            Arbitraries.of(true, false))
        .as(Story.Training::new);
  }

  private static Arbitrary<Story.Times> times() {
    Arbitrary<Story.Follows> follows =
        Arbitraries.frequency(
            Tuple.of(4, Story.Follows.NOTHING),
            Tuple.of(4, Story.Follows.RESTART),
            Tuple.of(1, Story.Follows.RESTART_UNTOLD),
            Tuple.of(1, Story.Follows.RESTART_AGAIN),
            Tuple.of(3, Story.Follows.NEXT));
    Arbitrary<LocalDate> start =
        Combinators.combine(
                Arbitraries.integers().between(YEAR_BEFORE, REPORT_YEAR),
                Arbitraries.of(
                    "-08-01", "-09-01", "-10-15", "-12-31", "-03-10", "-06-20", "-07-31"))
            .as((year, day) -> LocalDate.parse(year + day));
    Arbitrary<Story.Day> planned =
        Arbitraries.frequencyOf(
            Tuple.of(
                4,
                Arbitraries.of(4, 12, 13, 14, 100, 166, 167, 168, 365, 365, 500, 700)
                    .map(days -> new Story.Day(Story.From.START, days))),
            Tuple.of(2, boundaries(FIRST_YEAR, REPORT_YEAR + 1)));
    Arbitrary<Story.Day> end =
        Arbitraries.frequencyOf(
            Tuple.of(
                3,
                Arbitraries.of(0, 12, 13, 14, 20, 39, 40, 41, 42, 120)
                    .map(days -> new Story.Day(Story.From.START, days))),
            Tuple.of(
                3,
                Arbitraries.of(-100, -30, 0, 1, 89, 90, 91, 200)
                    .map(days -> new Story.Day(Story.From.PLANNED_END, days))),
            Tuple.of(2, boundaries(YEAR_BEFORE, REPORT_YEAR)));
    Arbitrary<Integer> ach = Arbitraries.of(0, 1, 10, 60, 365).injectNull(0.3);
    return Combinators.combine(
            follows,
            Arbitraries.of(-1, 0, 1, 30, 119, 120, 121, 400, 760),
            start,
            planned,
            end,
            ach)
        .as(Story.Times::new);
  }

  private static Arbitrary<Story.Day> boundaries(int first, int last) {
    return Combinators.combine(
            Arbitraries.of(Story.From.LAST_OF_YEAR, Story.From.FIRST_OF_NEXT),
            Arbitraries.integers().between(first, last))
        .as(Story.Day::new);
  }

  private static Arbitrary<Story.Ending> endings() {
    Arbitrary<Story.How> how =
        Arbitraries.frequency(
            Tuple.of(4, Story.How.CONTINUES),
            Tuple.of(4, Story.How.ACHIEVES),
            Tuple.of(1, Story.How.FAILS),
            Tuple.of(1, Story.How.RESULT_UNKNOWN),
            Tuple.of(2, Story.How.AT_EPA),
            Tuple.of(5, Story.How.WITHDRAWS),
            Tuple.of(1, Story.How.WITHDRAWS_ACHIEVED),
            Tuple.of(1, Story.How.TRANSFERS_IN_OLD_CODE),
            Tuple.of(6, Story.How.BREAKS),
            Tuple.of(1, Story.How.BREAKS_THEN_WITHDRAWS));
    return Combinators.combine(
            how,
            Arbitraries.of(40, 40, 40, 44, 2, 7, 28, 29, 41, 47, 48),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(0, 0, 34, 118),
            Arbitraries.of(-500, 0, 500, 1000).list().ofMaxSize(2),
            Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
        .as(Story.Ending::new);
  }

  private static Arbitrary<Story.Returning> returnings() {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
            Arbitraries.integers().between(0, 3),
            Arbitraries.frequency(Tuple.of(5, 9), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 3)),
            rarely(years().set().ofMinSize(1).ofMaxSize(2), Set.of(), 5),
            Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)),
            Arbitraries.of(true, false),
            Arbitraries.of(Story.LookAhead.class).list().ofSize(REPORT_YEAR + 2 - FIRST_YEAR))
        .as(Story.Returning::new);
  }

  private static Arbitrary<Story.Noise> noises() {
    Arbitrary<List<Story.Spoilt>> wrong =
        Combinators.combine(years(), Arbitraries.of(true, false), Arbitraries.of(SPOILT))
            .as(
                (year, lookAhead, spoilt) ->
                    new Story.Spoilt(year, lookAhead, spoilt.element(), spoilt.text()))
            .list()
            .ofMinSize(1)
            .ofMaxSize(2);
    return Combinators.combine(
            sometimes(Arbitraries.integers().between(FIRST_YEAR + 1, REPORT_YEAR), 6),
            Arbitraries.of(-30, -7, -1, 1, 7, 45),
            rarely(doubles().list().ofMinSize(1).ofMaxSize(2), List.of(), 4),
            rarely(years().set().ofMinSize(1).ofMaxSize(4), Set.of(), 3),
            rarely(years().set().ofMinSize(1).ofMaxSize(2), Set.of(), 4),
            rarely(wrong, List.of(), 6))
        .as(Story.Noise::new);
  }

  private static Arbitrary<Story.Double> doubles() {
    return Combinators.combine(
            years(),
            Arbitraries.of(true, false),
            Arbitraries.of(Story.Second.class),
            Arbitraries.of(Story.Sequence.class))
        .as(Story.Double::new);
  }

  private static List<Story.Spoilt> spoilt() {
    List<Story.Spoilt> spoilt = new ArrayList<>();
    String[][] texts = {
      {"LearnStartDate", "2022-02-30"},
      {"LearnStartDate", "2022-02-30"},
      {"LearnStartDate", null},
      {"OrigLearnStartDate", "soon"},
      {"LearnPlanEndDate", "2023-06-31"},
      {"LearnPlanEndDate", null},
      {"LearnActEndDate", "2023-02-29"},
      {"AchDate", "n/a"},
      {"CompStatus", "9"},
      {"CompStatus", null},
      {"Outcome", "x"},
      {"WithdrawReason", "4O"},
      {"FundModel", "?"},
      {"ProgType", "xx"},
      {"StdCode", "1O1"},
      {"StdCode", "1O1"},
      {"FworkCode", "-"},
      {"PwayCode", "A"},
      {"AimType", "2"},
      {"AimType", null},
      {"LearnAimRef", null}
    };
    for (String[] text : texts) {
      spoilt.add(new Story.Spoilt(FIRST_YEAR, false, text[0], text[1]));
    }
    return spoilt;
  }

  private static Arbitrary<Integer> years() {
    return Arbitraries.integers().between(FIRST_YEAR, REPORT_YEAR);
  }

  /** A value once in so many times, else null. */
  private static <T> Arbitrary<T> sometimes(Arbitrary<T> values, int onceIn) {
    return values.injectNull(1.0 - 1.0 / onceIn);
  }

  /** A value once in so many times, else the usual one. */
  private static <T> Arbitrary<T> rarely(Arbitrary<T> values, T usual, int onceIn) {
    return Arbitraries.frequencyOf(
        Tuple.of(onceIn - 1, Arbitraries.just(usual)), Tuple.of(1, values));
  }
}
