package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Withdrawn from an industry placement. */
@CasesOf("EDU-EXC-04")
class IndustryPlacementTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn for the reason        | 3 | 48 | true
          withdrawn for another           | 3 | 44 | false
          withdrawn without a reason      | 3 |    | false
          the retired status              | 4 | 48 | true
          completed                       | 2 | 48 | false
          on a break                      | 6 | 48 | false
          without a status                |   | 48 | false
          """)
  void whoLostThePlacement(String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        courseAim().ended(compStatus, 3, LocalDate.of(2023, 3, 1)).reason(reason).history("2022"));
  }

  @Test
  void theReasonsAreTheEditions() {
    parameter("exclusions.industry-placement-reasons", "[2]");
    assertVerdict(true, courseAim().ended(3, 3, LocalDate.of(2023, 3, 1)).reason(2));
    assertVerdict(false, courseAim().ended(3, 3, LocalDate.of(2023, 3, 1)).reason(48));
  }
}
