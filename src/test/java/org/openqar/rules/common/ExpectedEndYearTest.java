package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** The year of the planned end. */
@CasesOf("ALL-YEAR-01")
class ExpectedEndYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an end on the last day of 2023/24         | 2024-07-31 | 2023
          an end on the first day of 2024/25        | 2024-08-01 | 2024
          an end at the turn of a calendar year     | 2023-12-31 | 2023
          an end on the day after it                | 2024-01-01 | 2023
          an end on a leap day                      | 2024-02-29 | 2023
          no end                                    |            |
          """)
  void theAcademicYearOfTheEnd(String aCase, LocalDate end, Integer year) {
    assertGives(year, aim().plannedEnd(end));
  }
}
