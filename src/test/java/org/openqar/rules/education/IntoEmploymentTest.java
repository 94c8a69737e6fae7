package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Left for a job, out of work before. */
@CasesOf("EDU-EXC-05")
class IntoEmploymentTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn into a job                       | 3 | 3 | 1 | true  | true  | true
          with training                              | 3 | 3 | 2 | true  | true  | true
          completed, not achieved                    | 2 | 3 | 1 | true  | true  | true
          completed, result not known                | 2 | 8 | 1 | true  | true  | true
          withdrawn, no outcome                      | 3 |   | 1 | true  | true  | true
          on a break                                 | 6 | 3 | 1 | true  | true  | true
          achieved                                   | 2 | 1 | 1 | true  | true  | false
          continuing                                 | 1 |   | 1 | true  | true  | false
          without a status                           |   |   | 1 | true  | true  | false
          no job gained                              | 3 | 3 |   | true  | true  | false
          another code                               | 3 | 3 | 3 | true  | true  | false
          not out of work before                     | 3 | 3 | 1 | false | true  | false
          no work recorded after                     | 3 | 3 | 1 | true  | false | false
          """)
  void whoLeftForAJob(
      String aCase,
      Integer compStatus,
      Integer outcome,
      Integer job,
      boolean before,
      boolean after,
      boolean excluded) {
    assertVerdict(
        excluded,
        courseAim()
            .ended(compStatus, outcome, LocalDate.of(2023, 3, 1))
            .with("emp_outcome", job)
            .with("unemployed_before_start", before)
            .with("employed_after_start", after)
            .history("2022"));
  }

  @Test
  void theCodesAreTheEditions() {
    parameter("exclusions.employment-outcomes", "[3]");
    assertVerdict(
        true,
        courseAim()
            .ended(3, 3, LocalDate.of(2023, 3, 1))
            .with("emp_outcome", 3)
            .with("unemployed_before_start", true)
            .with("employed_after_start", true));
  }
}
