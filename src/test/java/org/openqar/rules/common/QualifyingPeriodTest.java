package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.breakAim;
import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Withdrew within the funding qualifying period. Both the first and the last day count. */
@CasesOf("ALL-EXC-02")
class QualifyingPeriodTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned 168 days, 41 served        | 2024-02-15 | 2023-10-11 | true
          planned 168 days, 42 served        | 2024-02-15 | 2023-10-12 | false
          planned 167 days, 41 served        | 2024-02-14 | 2023-10-11 | false
          planned 167 days, 13 served        | 2024-02-14 | 2023-09-13 | true
          planned 167 days, 14 served        | 2024-02-14 | 2023-09-14 | false
          planned 14 days, 13 served         | 2023-09-14 | 2023-09-13 | true
          planned 14 days, 14 served         | 2023-09-14 | 2023-09-14 | false
          planned 13 days, 1 served          | 2023-09-13 | 2023-09-01 | false
          planned 13 days, none served       | 2023-09-13 | 2023-08-31 | true
          planned a year, 1 served           | 2024-08-31 | 2023-09-01 | true
          no planned end                     |            | 2023-09-02 | false
          no planned end, none served        |            | 2023-08-31 | false
          no actual end                      | 2024-08-31 |            | false
          """)
  void theLadder(String aCase, LocalDate plannedEnd, LocalDate actualEnd, boolean excluded) {
    assertVerdict(
        excluded, withdrawnAim(actualEnd).started(START).plannedEnd(plannedEnd).history("2023"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned 168 days by the plain difference, 41 served    | 2024-02-16 | 2023-10-12 | true
          planned 168 days by the plain difference, 42 served    | 2024-02-16 | 2023-10-13 | false
          planned 167 days by the plain difference, 41 served    | 2024-02-15 | 2023-10-12 | false
          planned 167 days by the plain difference, 13 served    | 2024-02-15 | 2023-09-14 | true
          planned 167 days by the plain difference, 14 served    | 2024-02-15 | 2023-09-15 | false
          planned 14 days by the plain difference, 13 served     | 2023-09-15 | 2023-09-14 | true
          planned 14 days by the plain difference, 14 served     | 2023-09-15 | 2023-09-15 | false
          planned 13 days by the plain difference, 1 served      | 2023-09-14 | 2023-09-02 | false
          planned 13 days by the plain difference, none served   | 2023-09-14 | 2023-09-01 | true
          no planned end, none served by the plain difference    |            | 2023-09-01 | false
          """)
  void daysMayBeCountedByTheirDifference(
      String aCase, LocalDate plannedEnd, LocalDate actualEnd, boolean excluded) {
    parameter("durations.inclusive", false);
    assertVerdict(
        excluded, withdrawnAim(actualEnd).started(START).plannedEnd(plannedEnd).history("2023"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn                                | 3 | 3 | 36 | true
          withdrawn, no outcome                    | 3 |   | 36 | true
          the retired status of a transfer         | 4 | 3 | 36 | true
          withdrawn, but achieved                  | 3 | 1 | 36 | false
          completed, not achieved                  | 2 | 3 | 36 | false
          on a break that is not overdue           | 6 | 3 | 36 | false
          continuing                               | 1 |   | 36 | false
          without a status                         |   |   | 36 | false
          an exempt funding model                  | 3 | 3 | 81 | false
          no funding model                         | 3 | 3 |    | true
          """)
  void whoCanBeExcluded(
      String aCase, Integer compStatus, Integer outcome, Integer fundModel, boolean excluded) {
    assertVerdict(
        excluded,
        aim()
            .ended(compStatus, outcome, START.plusDays(20))
            .started(START)
            .plannedEnd(START.plusDays(400))
            .with("fund_model", fundModel)
            .history("2024"));
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
    assertVerdict(
        excluded,
        withdrawnAim(START.plusDays(20))
            .started(START)
            .plannedEnd(START.plusDays(400))
            .with("prog_type", progType)
            .with("fund_model", 81)
            .history("2023"));
  }

  @Test
  void anOverdueBreakIsTreatedAsAWithdrawal() {
    assertVerdict(
        true,
        breakAim(LocalDate.of(2022, 9, 20))
            .started(LocalDate.of(2022, 9, 1))
            .plannedEnd(LocalDate.of(2023, 6, 30)));
  }

  @Test
  void anOverdueContinuingAimHasServedNobodyKnowsHowLong() {
    assertVerdict(false, aim().history("2022"));
  }

  @Test
  void whoVanishedWhileWaitingForTheAssessmentIsTreatedAsWithdrawn() {
    AimBuilder waiting = aim().started(START).plannedEnd(START.plusDays(400));
    assertVerdict(true, waiting.ended(1, 8, START.plusDays(40)).history("2023"));
    assertVerdict(false, waiting.ended(1, 8, START.plusDays(41)).history("2023"));
    assertVerdict(false, waiting.ended(1, 8, START.plusDays(40)).history("2024"));
  }

  @Test
  void aRestartIsTestedByItsOwnRule() {
    assertVerdict(
        false, withdrawnAim(START.plusDays(5)).started(START).restartOf(START).history("2023"));
  }

  @Test
  void theStepsAndTheExemptionsAreTheEditions() {
    parameter(
        "qualifying-period.steps",
        "[{planned-from: 100, served: 50}, {planned-from: 0, served: 7}]");
    parameter("qualifying-period.exempt-fund-models", "[36]");
    assertVerdict(true, withdrawnAim(START.plusDays(48)).started(START).with("fund_model", 81));
    assertVerdict(false, withdrawnAim(START.plusDays(49)).started(START).with("fund_model", 81));
    assertVerdict(false, withdrawnAim(START.plusDays(48)).started(START).with("fund_model", 36));
    LocalDate planned99Days = START.plusDays(98);
    LocalDate planned100Days = START.plusDays(99);
    assertVerdict(true, of81(planned100Days, START.plusDays(48)));
    assertVerdict(false, of81(planned99Days, START.plusDays(48)));
    assertVerdict(true, of81(planned99Days, START.plusDays(5)));
    assertVerdict(false, of81(planned99Days, START.plusDays(6)));
  }

  private static AimBuilder of81(LocalDate plannedEnd, LocalDate actualEnd) {
    return withdrawnAim(actualEnd).started(START).plannedEnd(plannedEnd).with("fund_model", 81);
  }

  private static final LocalDate START = LocalDate.of(2023, 9, 1);
}
