package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Transferred to another provider by intervention. */
@CasesOf("ALL-EXC-04")
class InterventionTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn by intervention                  | 3 | 7  | true
          the reason before it                       | 3 | 6  | false
          the reason after it                        | 3 | 8  | false
          to another provider of its own accord      | 3 | 2  | false
          to another provider for a government aim   | 3 | 41 | false
          to another provider due to a merger        | 3 | 47 | false
          made redundant, which excludes nobody      | 3 | 29 | false
          withdrawn, no reason                       | 3 |    | false
          the retired status of a transfer           | 4 | 7  | true
          a status after that                        | 5 | 7  | false
          completed, with that reason                | 2 | 7  | false
          continuing, with that reason               | 1 | 7  | false
          on a break, with that reason               | 6 | 7  | false
          no status                                  |   | 7  | false
          """)
  void whichWithdrawalsAreExcluded(
      String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        withdrawnAim(LocalDate.of(2023, 3, 1)).with("comp_status", compStatus).reason(reason));
  }

  @Test
  void theReasonsAreTheEditions() {
    parameter("exclusions.intervention-reasons", "[50, 51]");
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(50));
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(51));
    assertVerdict(false, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(7));
  }
}
