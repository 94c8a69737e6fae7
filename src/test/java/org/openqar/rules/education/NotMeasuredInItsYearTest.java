package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Qualifications that an edition leaves out of some hybrid end years. */
@CasesOf("EDU-EXC-08")
class NotMeasuredInItsYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in its year                             | 60001234 | 2022-08-01 | 2022 | true
          another aim of the same list            | 60001236 | 2022-08-01 | 2022 | true
          the last day of its year                | 60001234 | 2023-07-31 | 2022 | true
          ended before, reported in its year      | 60001234 | 2022-07-31 | 2022 | true
          the year before                         | 60001234 | 2022-07-31 | 2021 | false
          the year after                          | 60001234 | 2023-08-01 | 2022 | false
          reported a year late                    | 60001234 | 2023-07-31 | 2023 | false
          another aim                             | 60001235 | 2023-07-31 | 2022 | false
          another aim of another year's list      | 60009999 | 2023-08-01 | 2023 | true
          the aim of that list in the year before | 60009999 | 2023-07-31 | 2022 | false
          """)
  void whichCoursesAreNotMeasured(
      String aCase, String aim, LocalDate ended, String returned, boolean excluded) {
    parameter(
        "exclusions.aim-refs",
        "[{hybrid-end-year: 2022, aims: ['60001234', '60001236']},"
            + " {hybrid-end-year: 2023, aims: ['60009999']}]");
    assertVerdict(
        excluded,
        courseAim()
            .with("learn_aim_ref", aim)
            .plannedEnd(ended)
            .ended(2, 1, ended)
            .history(returned));
  }

  @Test
  void theListIsEmpty() {
    assertVerdict(false, courseAim());
  }

  @Test
  void anAimWithoutAHybridEndYearIsInNoYearsList() {
    parameter("exclusions.aim-refs", "[{hybrid-end-year: 2022, aims: ['60001234']}]");
    assertVerdict(false, courseAim().ended(1, null, null).history("2022 2023"));
  }
}
