package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Withdrew from a restart within the whole programme's qualifying period. */
@CasesOf("ALL-EXC-03")
class QualifyingPeriodOfRestartTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          41 days in both parts                       | 21 | true
          42 days in both parts                       | 22 | false
          only a day before the break                 | 1  | true
          220 days before the break                   | 220 | false
          """)
  void theDaysServedBeforeTheBreakCount(String aCase, int servedBefore, boolean excluded) {
    assertVerdict(
        excluded, restart().earlierSegment(FIRST_START, FIRST_START.plusDays(servedBefore - 1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WHOLE, 21 days here and 21 before   | WHOLE   | 21 | 2024-06-30 | false
          SEGMENT, its own 20 days            | SEGMENT | 21 | 2024-06-30 | true
          NONE                                | NONE    | 1  | 2024-06-30 | false
          """)
  void howARestartIsTestedIsTheEditions(
      String aCase, String switchedTo, int servedBefore, LocalDate plannedEnd, boolean excluded) {
    parameter("qualifying-period.restarts", switchedTo);
    assertVerdict(
        excluded,
        restart()
            .actualEnd(START.plusDays(20))
            .plannedEnd(plannedEnd)
            .earlierSegment(FIRST_START, FIRST_START.plusDays(servedBefore - 1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned 168 days, 36 served here and 5 before    | 168 | 36 | 5 | true
          planned 168 days, 37 served here and 5 before    | 168 | 37 | 5 | false
          planned 167 days, 36 served here and 5 before    | 167 | 36 | 5 | false
          planned 167 days, 8 served here and 5 before     | 167 | 8  | 5 | true
          planned 167 days, 9 served here and 5 before     | 167 | 9  | 5 | false
          planned 14 days, 8 served here and 5 before      | 14  | 8  | 5 | true
          planned 14 days, 9 served here and 5 before      | 14  | 9  | 5 | false
          planned 13 days, 1 served here                   | 13  | 1  | 0 | false
          planned 13 days, none served here and 1 before   | 13  | 0  | 1 | false
          planned 13 days, none served                     | 13  | 0  | 0 | true
          no planned end, none served                      |     | 0  | 0 | false
          """)
  void theLadderOfTheWholeProgramme(
      String aCase, Integer planned, int served, int servedBefore, boolean excluded) {
    LocalDate restarted = FIRST_START.plusDays(6);
    assertVerdict(
        excluded,
        restart()
            .started(restarted)
            .actualEnd(restarted.plusDays(served - 1))
            .plannedEnd(planned == null ? null : FIRST_START.plusDays(planned - 1))
            .earlierSegment(FIRST_START, FIRST_START.plusDays(servedBefore - 1)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned 168 days from the restart, 41 served      | 168 | 41 | true
          planned 168 days from the restart, 42 served      | 168 | 42 | false
          planned 167 days from the restart, 41 served      | 167 | 41 | false
          planned 167 days from the restart, 13 served      | 167 | 13 | true
          planned 167 days from the restart, 14 served      | 167 | 14 | false
          planned 14 days from the restart, 13 served       | 14  | 13 | true
          planned 14 days from the restart, 14 served       | 14  | 14 | false
          planned 13 days from the restart, 1 served        | 13  | 1  | false
          planned 13 days from the restart, none served     | 13  | 0  | true
          no planned end, none served                       |     | 0  | false
          """)
  void theLadderOfTheRestartAloneWhereTheEditionSaysSo(
      String aCase, Integer planned, int served, boolean excluded) {
    parameter("qualifying-period.restarts", "SEGMENT");
    assertVerdict(
        excluded,
        restart()
            .actualEnd(START.plusDays(served - 1))
            .plannedEnd(planned == null ? null : START.plusDays(planned - 1))
            .earlierSegment(FIRST_START, FIRST_START.plusDays(99)));
  }

  @Test
  void whoIsTreatedAsWithdrawnIsTestedToo() {
    assertVerdict(true, restart().with("comp_status", 4));
    assertVerdict(true, restart().with("comp_status", 6).plannedEnd(LocalDate.of(2024, 6, 30)));
    assertVerdict(false, restart().with("comp_status", 6).history("2024"));
    assertVerdict(true, restart().with("comp_status", 1).outcome(8));
    assertVerdict(false, restart().with("comp_status", 1).outcome(8).history("2024"));
  }

  @Test
  void anAimThatIsNoRestartIsTestedByItsOwnRule() {
    assertVerdict(false, restart().with("restart", false));
  }

  @Test
  void theWholeProgrammeIsPlannedFromItsOriginalStart() {
    LocalDate plannedEnd = START.plusDays(20);
    LocalDate hundredDaysBefore = START.minusDays(100);
    LocalDate yearBefore = START.minusDays(365);
    // 121 days planned: 14 must be served. 386 days planned: 42 must be.
    assertVerdict(
        false,
        restart()
            .actualEnd(START.plusDays(13))
            .plannedEnd(plannedEnd)
            .restartOf(hundredDaysBefore));
    assertVerdict(
        true, restart().actualEnd(START.plusDays(13)).plannedEnd(plannedEnd).restartOf(yearBefore));
  }

  @Test
  void withoutAnOriginalStartTheFirstPartBeginsTheProgramme() {
    assertVerdict(
        true,
        restart()
            .restartOf(null)
            .actualEnd(START.plusDays(13))
            .plannedEnd(START.plusDays(20))
            .earlierSegment(START.minusDays(365), START.minusDays(361)));
  }

  @Test
  void aPartWithoutDatesAddsNothing() {
    assertVerdict(true, restart().earlierSegment(FIRST_START, null));
    assertVerdict(true, restart());
  }

  @Test
  void aPartThatEndsBeforeItStartsTakesNothingAway() {
    assertVerdict(
        false,
        restart()
            .actualEnd(START.plusDays(41))
            .earlierSegment(FIRST_START, FIRST_START.minusDays(9)));
  }

  /** Apprenticeships of FundModel 81 have no qualifying period; all else that it pays for has. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an advanced framework           | 2  | false
          an intermediate framework       | 3  | false
          the retired programme type      | 10 | false
          a higher framework, level 4     | 20 | false
          a higher framework, level 5     | 21 | false
          a higher framework, level 6     | 22 | false
          a higher framework, level 7     | 23 | false
          a standard                      | 25 | false
          a traineeship                   | 24 | true
          a course                        |    | true
          """)
  void apprenticeshipsOfFundModel81AreExempt(String aCase, Integer progType, boolean excluded) {
    assertVerdict(excluded, restart().with("prog_type", progType).with("fund_model", 81));
  }

  @Test
  void whoAchievedOrIsExemptIsNotExcluded() {
    assertVerdict(false, restart().outcome(1));
    assertVerdict(false, restart().with("fund_model", 81));
    assertVerdict(false, restart().with("comp_status", 2));
  }

  private static final LocalDate START = LocalDate.of(2023, 9, 1);
  private static final LocalDate FIRST_START = LocalDate.of(2023, 3, 1);

  /** A restart with 20 days served, planned for most of a year. */
  private static AimBuilder restart() {
    return withdrawnAim(START.plusDays(19))
        .started(START)
        .plannedEnd(LocalDate.of(2024, 6, 30))
        .restartOf(FIRST_START)
        .history("2023");
  }
}
