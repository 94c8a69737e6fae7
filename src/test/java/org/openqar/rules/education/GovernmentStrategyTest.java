package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Transferred to another provider for a government strategy. */
@CasesOf("EDU-EXC-02")
class GovernmentStrategyTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn for the reason        | 3 | 41 | true
          withdrawn for another           | 3 | 44 | false
          withdrawn without a reason      | 3 |    | false
          the retired status              | 4 | 41 | true
          completed                       | 2 | 41 | false
          on a break                      | 6 | 41 | false
          without a status                |   | 41 | false
          """)
  void whoWasMoved(String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        courseAim().ended(compStatus, 3, LocalDate.of(2023, 3, 1)).reason(reason).history("2022"));
  }

  @Test
  void theReasonsAreTheEditions() {
    parameter("exclusions.government-strategy-reasons", "[2]");
    assertVerdict(true, courseAim().ended(3, 3, LocalDate.of(2023, 3, 1)).reason(2));
    assertVerdict(false, courseAim().ended(3, 3, LocalDate.of(2023, 3, 1)).reason(41));
  }
}
