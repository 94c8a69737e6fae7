package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** The year whose final return first shows the end. */
@CasesOf("ALL-YEAR-03")
class ReportedYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ended in its first return                         | 2 | 1 | 2022:2               | 2022
          ended in the second return                        | 2 | 1 | 2022:1 2023:2        | 2023
          sent again after it ended                         | 2 | 1 | 2022:2 2023:2 2024:2 | 2022
          withdrawn                                         | 3 | 3 | 2022:1 2023:3        | 2023
          the retired status of a transfer                  | 4 | 3 | 2022:1 2023:4        | 2023
          withdrawn corrected to completed                  | 2 | 1 | 2022:3 2023:2        | 2022
          opened again, then ended                          | 3 | 3 | 2021:3 2022:1 2023:3 | 2023
          a break, then withdrawn                           | 3 | 3 | 2022:6 2023:6 2024:3 | 2024
          a year without the aim does not break the run     | 2 | 1 | 2021:2 2023:2        | 2021
          still continuing                                  | 1 |   | 2022:1 2023:1        |
          on a break                                        | 6 | 3 | 2022:1 2023:6        |
          without a status                                  |   |   | 2022:1 2023          |
          """)
  void theFirstReturnThatShowsTheEnd(
      String aCase, Integer compStatus, Integer outcome, String history, Integer year) {
    assertGives(year, aim().ended(compStatus, outcome, END).history(history));
  }

  @Test
  void theReturnsAtEndPointAssessmentDoNotShowTheEnd() {
    assertGives(
        2023,
        aim()
            .ended(2, 1, END)
            .achievedOn(LocalDate.of(2023, 9, 12))
            .history("2022 2023")
            .inReturnOf(2022, "outcome", 8)
            .inReturnOf(2022, "ach_date", null));
  }

  @Test
  void aWithdrawalWithoutAResultHasEndedLikeAnyOther() {
    assertGives(
        2023, aim().ended(3, 8, END).history("2022:1 2023:3").inReturnOf(2023, "outcome", 8));
  }

  @Test
  void anUnreadableStatusBetweenTwoEndsIsNoReopening() {
    assertGives(
        2022,
        aim()
            .ended(3, 3, END)
            .history("2022:3 2023:3 2024:3")
            .inReturnOf(2023, "comp_status", null));
  }

  @Test
  void anAimAtEndPointAssessmentHasNoSuchYear() {
    assertGives(null, aim().ended(2, 8, END).history("2022 2023"));
  }

  @Test
  void aCompletedFrameworkWithoutAResultHasEnded() {
    assertGives(2022, aim().with("prog_type", 3).ended(2, 8, END).history("2022 2023"));
  }

  @Test
  void aDuplicateRecordDoesNotCount() {
    assertGives(
        2023, aim().ended(2, 1, END).history("2022:2 2023:2").inReturnOf(2022, "counts", false));
  }

  @Test
  void anAimThatCannotBeReadHasNoSuchYear() {
    assertGives(null, aim().ended(2, 1, END).history("2023:2").unreadable("AchDate"));
  }

  @Test
  void theNewestReturnWithTheAimWhereTheEditionSaysSo() {
    AimBuilder sentAgain = aim().ended(2, 1, END).history("2022:2 2023:2 2024:2");
    assertGives(2022, sentAgain);
    parameter("hybrid-end-year.reporting-year", "LAST_RETURNED");
    assertGives(2024, sentAgain);
    assertGives(null, aim().ended(2, 8, END).history("2022 2023"));
    assertGives(null, aim().history("2022:1 2023:1"));
  }

  private static final LocalDate END = LocalDate.of(2023, 5, 1);
}
