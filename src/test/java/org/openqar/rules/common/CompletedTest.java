package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Who stayed to the end. */
@CasesOf("ALL-OUT-01")
class CompletedTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          completed and achieved                               | 25 | 2 | 1 | 2024-01-20 | true
          completed and failed                                 | 25 | 2 | 3 | 2024-01-20 | true
          completed, partly achieved                           | 25 | 2 | 2 | 2024-01-20 | true
          completed without an outcome                         | 25 | 2 |   | 2024-01-20 | true
          completed, waiting for the end-point assessment      | 25 | 2 | 8 | 2024-01-20 | false
          a framework completed, result not in                 | 3  | 2 | 8 | 2024-01-20 | true
          waiting, but its training ended before the rule      | 25 | 2 | 8 | 2019-07-31 | true
          withdrawn                                            | 25 | 3 | 3 | 2024-01-20 | false
          withdrawn with an achievement                        | 25 | 3 | 1 | 2024-01-20 | false
          continuing                                           | 25 | 1 |   |            | false
          on a break                                           | 25 | 6 | 3 | 2024-01-20 | false
          without a status                                     | 25 |   |   |            | false
          """)
  void whoCompleted(
      String aCase,
      Integer progType,
      Integer compStatus,
      Integer outcome,
      LocalDate actualEnd,
      boolean completed) {
    assertVerdict(
        completed, aim().with("prog_type", progType).ended(compStatus, outcome, actualEnd));
  }

  @Test
  void whoIsCompletedWithoutAResultCountsWhereTheEditionDoesNotWait() {
    parameter("end-point-assessment.accept-completed", false);
    assertVerdict(true, aim().ended(2, 8, LocalDate.of(2024, 1, 20)));
  }
}
