package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** A foundation apprenticeship. */
@CasesOf("APP-EXC-10")
class FoundationTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by the reference data                       | 25 | 105 | true  | []    | 2025 | true
          the edition before                          | 25 | 105 | true  | []    | 2024 | false
          another standard                            | 25 | 105 | false | []    | 2025 | false
          by the list of the edition                  | 25 | 105 | false | [105] | 2025 | true
          not on the list of the edition              | 25 | 105 | false | [106] | 2025 | false
          by the reference data, with a list          | 25 | 105 | true  | [106] | 2025 | true
          a framework has no standard                 | 3  | 105 | true  | [105] | 2025 | false
          no standard                                 | 25 |     | false | [105] | 2025 | false
          """)
  void whichStandardsAreExcluded(
      String aCase,
      Integer progType,
      Integer standard,
      boolean foundation,
      String list,
      int edition,
      boolean excluded) {
    parameter("year", edition);
    parameter("exclusions.foundation-standards", list);
    assertVerdict(
        excluded,
        aim()
            .with("prog_type", progType)
            .with("std_code", standard)
            .with("foundation", foundation));
  }
}
