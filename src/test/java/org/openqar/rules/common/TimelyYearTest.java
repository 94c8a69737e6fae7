package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Year of the timely measure. */
@CasesOf("ALL-TIMELY-01")
class TimelyYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned to end on the last day of a year      | true  | 2024-07-31 | 2023
          planned to end on the first day of the next   | true  | 2024-08-01 | 2024
          planned to end after R                        | true  | 2026-08-01 | 2026
          no planned end                                | true  |            |
          not measured in the edition                   | false | 2024-07-31 |
          """)
  void whichYearItIs(String aCase, boolean measured, LocalDate plannedEnd, Integer year) {
    parameter("timely.measured", measured);
    assertGives(year, courseAim().plannedEnd(plannedEnd));
  }
}
