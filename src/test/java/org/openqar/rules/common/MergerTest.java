package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
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
          withdrawn when the providers merged         | 3 | 47 | true
          to another provider of its own accord       | 3 | 2  | false
          to another provider by intervention         | 3 | 7  | false
          the reason before it                        | 3 | 46 | false
          out of an industry placement, the one after | 3 | 48 | false
          withdrawn, no reason                        | 3 |    | false
          the retired status of a transfer            | 4 | 47 | true
          a status after that                         | 5 | 47 | false
          completed                                   | 2 | 47 | false
          in learning through the merger              | 1 | 47 | false
          on a break through the merger               | 6 | 47 | false
          no status                                   |   | 47 | false
          """)
  void whichWithdrawalsAreExcluded(
      String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        withdrawnAim(LocalDate.of(2023, 3, 1)).with("comp_status", compStatus).reason(reason));
  }

  @Test
  void whoVanishesInTheMergerDidNotWithdrawForIt() {
    assertVerdict(false, aim().reason(47).history("2022"));
  }

  @Test
  void theReasonsAreTheEditions() {
    parameter("exclusions.merger-reasons", "[50, 51]");
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(50));
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(51));
    assertVerdict(false, withdrawnAim(LocalDate.of(2023, 3, 1)).reason(47));
  }
}
