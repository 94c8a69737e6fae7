package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Transferred to another provider due to a merger. */
@CasesOf("ALL-EXC-05")
class MergerTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn for that reason                         | 3 | 47 | true
          the reason before it                              | 3 | 46  | false
          the reason after it                               | 3 | 48 | false
          made redundant                                    | 3 | 29 | false
          transfer for a government strategy                | 3 | 41 | false
          withdrawn, no reason                              | 3 |    | false
          the retired status of a transfer                  | 4 | 47 | true
          completed, with that reason                       | 2 | 47 | false
          continuing, with that reason                      | 1 | 47 | false
          on a break, with that reason                      | 6 | 47 | false
          no status                                         |   | 47 | false
          """)
  void whichWithdrawalsAreExcluded(
      String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        withdrawnAim(LocalDate.of(2023, 3, 1)).with("comp_status", compStatus).reason(reason));
  }

  @Test
  void theReasonsAreTheEditions() {
    parameter("exclusions.merger-reasons", "[50, 51]");
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(51));
    assertVerdict(false, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(47));
  }
}
