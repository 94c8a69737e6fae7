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
