package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.breakAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** The year from which an overdue continuing aim is missing. */
@CasesOf("ALL-YEAR-04")
class ReportedByAbsenceTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing from the return after the first        | 2022      | 2023
          missing from the return after the second       | 2022 2023 | 2024
          still returned in the latest year              | 2023 2024 |
          """)
  void theYearAfterTheLastReturn(String aCase, String returned, Integer year) {
    assertGives(year, aim().history(returned));
  }

  @Test
  void theYearAfterTheLastUnreadableRecordThatCouldBeTheAim() {
    assertGives(2024, aim().history("2022").protectedIn(2021, 2023));
  }

  @Test
  void anOverdueBreakIsNotReportedByAbsence() {
    assertGives(null, breakAim(LocalDate.of(2022, 10, 1)).plannedEnd(LocalDate.of(2023, 1, 1)));
  }
}
