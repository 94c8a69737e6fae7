package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.breakAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** The year in which an overdue break counts. */
@CasesOf("ALL-YEAR-05")
class DueYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the year after the break, which is the later end          | 2022-09-30 | 2022-10-01 | 2022      | 2023
          the year after the planned end, which is the later end    | 2023-09-30 | 2022-10-01 | 2022      | 2024
          the year after the last return as a break                 | 2022-12-31 | 2022-10-01 | 2022 2023 | 2024
          the year after the break, in the return before its year   | 2022-07-31 | 2022-10-01 | 2021      | 2023
          not due yet                                               | 2025-01-31 | 2022-10-01 | 2022      |
          """)
  void theYearAfterTheLaterEnd(
      String aCase, LocalDate plannedEnd, LocalDate breakOn, String returned, Integer year) {
    assertGives(year, breakAim(breakOn).plannedEnd(plannedEnd).history(returned));
  }

  @Test
  void theLastUnreadableRecordThatCouldBeTheBreakMovesTheYear() {
    LocalDate day = LocalDate.of(2022, 10, 1);
    assertGives(2024, breakAim(day).plannedEnd(day).history("2022").protectedIn(2021, 2023));
  }

  @Test
  void aContinuationRecordMovesTheYearOnlyWhereItProtects() {
    parameter("breaks.continuation-protects", false);
    LocalDate day = LocalDate.of(2022, 10, 1);
    assertGives(2023, breakAim(day).plannedEnd(day).history("2022 2023"));
  }

  @Test
  void anOverdueContinuingAimIsNotDue() {
    assertGives(null, aim().history("2022"));
  }
}
