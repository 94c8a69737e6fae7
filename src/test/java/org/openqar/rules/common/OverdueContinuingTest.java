package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Continuing, then missing from the next final return. */
@CasesOf("ALL-OVERDUE-01")
class OverdueContinuingTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          continuing in 2022, missing from 2023                    | 2024 | 1 |   |            | 2022           | 2018 | 2024 | true
          still returned in the latest year                        | 2024 | 1 |   |            | 2022 2023 2024 | 2018 | 2024 | false
          continuing in 2023, missing from R                       | 2024 | 1 |   |            | 2022 2023      | 2018 | 2024 | true
          missing for a year, then returned again                  | 2024 | 1 |   |            | 2022 2024      | 2018 | 2024 | false
          continuing in R, missing from the return after it        | 2023 | 1 |   |            | 2022 2023      | 2018 | 2024 | true
          continuing in the year after R, missing from the next    | 2022 | 1 |   |            | 2022 2023      | 2018 | 2024 | false
          the same of the latest year                              | 2024 | 1 |   |            | 2024 2025      | 2018 | 2026 | false
          the provider made no return in the year after            | 2024 | 1 |   |            | 2022 2023      | 2018 | 2023 | false
          completed, then missing                                  | 2024 | 2 | 1 | 2023-05-01 | 2022           | 2018 | 2024 | false
          withdrawn, then missing                                  | 2024 | 3 | 3 | 2023-05-01 | 2022           | 2018 | 2024 | false
          on a break, then missing                                 | 2024 | 6 | 3 | 2023-05-01 | 2022           | 2018 | 2024 | false
          at end-point assessment, then missing                    | 2024 | 1 | 8 | 2023-05-01 | 2022           | 2018 | 2024 | true
          completed but waiting for its assessment, then missing   | 2024 | 2 | 8 | 2023-05-01 | 2022           | 2018 | 2024 | true
          without a status                                         | 2024 |   |   |            | 2022           | 2018 | 2024 | false
          """)
  void whichContinuingAimsAreOverdue(
      String aCase,
      int reportYear,
      Integer compStatus,
      Integer outcome,
      LocalDate actualEnd,
      String returned,
      int firstFinalReturn,
      int lastFinalReturn,
      boolean overdue) {
    reportYear(reportYear);
    assertVerdict(
        overdue,
        aim()
            .ended(compStatus, outcome, actualEnd)
            .history(returned)
            .finalReturnsFrom(firstFinalReturn, lastFinalReturn));
  }

  @Test
  void aGapInTheProvidersReturnsProtects() {
    assertVerdict(false, aim().history("2022").finalReturns(2021, 2022, 2024));
  }

  @Test
  void howFarPastItsPlannedEndAnAimIsDoesNotMatter() {
    LocalDate longAgo = LocalDate.of(2019, 10, 1);
    assertVerdict(false, aim().plannedEnd(longAgo).history("2022 2023 2024"));
    assertVerdict(true, aim().plannedEnd(LocalDate.of(2027, 1, 1)).history("2022 2023"));
    assertVerdict(true, aim().plannedEnd(null).history("2022 2023"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the year after the last return        | 2023 | 2023 | false
          and missing from the return after that   | 2023 | 2024 | true
          after a year without it                  | 2024 | 2024 | false
          before the last return                   | 2021 | 2023 | true
          """)
  void anUnreadableRecordThatCouldBeTheAimProtectsIt(
      String aCase, int doubt, int reportYear, boolean overdue) {
    reportYear(reportYear);
    assertVerdict(
        overdue, aim().history("2022").protectedIn(doubt).finalReturnsFrom(2018, reportYear));
  }

  @Test
  void theLastOfSeveralUnreadableRecordsDecides() {
    assertVerdict(false, aim().history("2022").protectedIn(2023, 2024));
    reportYear(2023);
    assertVerdict(
        false, aim().history("2022").protectedIn(2023, 2024).finalReturnsFrom(2018, 2025));
    reportYear(2025);
    assertVerdict(true, aim().history("2022").protectedIn(2023, 2024).finalReturnsFrom(2018, 2025));
  }

  /** What is completed without a result, and waits for no assessment, has ended (9.16). */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a standard                                | 1 | 25 | 2023-05-01 |            | true
          with an achievement date                  | 1 | 25 | 2023-05-01 | 2023-06-01 | false
          a component                               | 3 | 25 | 2023-05-01 |            | false
          a framework                               | 1 | 3  | 2023-05-01 |            | false
          ended on the day before the rule holds    | 1 | 25 | 2019-07-31 |            | false
          ended on the day from which it holds      | 1 | 25 | 2019-08-01 |            | true
          """)
  void whichCompletedAimsAreStillContinuing(
      String aCase,
      int aimType,
      int progType,
      LocalDate end,
      LocalDate achievedOn,
      boolean overdue) {
    assertVerdict(
        overdue,
        aim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .ended(2, 8, end)
            .achievedOn(achievedOn)
            .history("2022"));
  }

  @Test
  void aGapAfterTheUnreadableRecordProtectsToo() {
    assertVerdict(false, aim().history("2022").protectedIn(2023).finalReturns(2022, 2023));
  }

  @Test
  void anAimThatCannotBeReadIsNeverOverdue() {
    assertVerdict(false, aim().history("2022").unreadable("LearnPlanEndDate"));
  }

  @Test
  void whoIsCompletedAndWaitingIsContinuingOnlyWhereTheEditionSaysSo() {
    parameter("end-point-assessment.accept-completed", false);
    assertVerdict(false, aim().ended(2, 8, LocalDate.of(2023, 5, 1)).history("2022"));
  }
}
