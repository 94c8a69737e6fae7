package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.RuleCases;

/** A foundation apprenticeship: in the rates of every edition, unless its switch is on. */
@CasesOf("APP-EXC-10")
@DecidedBy("exclusions.foundation-standards")
class FoundationTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by the reference data                       | 25 | 105 | true  | []    | true
          another standard                            | 25 | 105 | false | []    | false
          by the list of the edition                  | 25 | 105 | false | [105] | true
          not on the list of the edition              | 25 | 105 | false | [106] | false
          by the reference data, with a list          | 25 | 105 | true  | [106] | true
          a framework has no standard                 | 3  | 105 | true  | [105] | false
          no standard                                 | 25 |     | false | [105] | false
          """)
  void whichStandardsTheSwitchExcludes(
      String aCase,
      Integer progType,
      Integer standard,
      boolean foundation,
      String list,
      boolean excluded) {
    parameter("exclusions.foundation", true);
    parameter("exclusions.foundation-standards", list);
    assertVerdict(
        excluded,
        aim()
            .with("prog_type", progType)
            .with("std_code", standard)
            .with("foundation", foundation));
  }

  @ParameterizedTest
  @ValueSource(ints = {2018, 2024, 2025, 2026})
  void withoutTheSwitchTheyCountInEveryEdition(int edition) {
    parameter("year", edition);
    parameter("exclusions.foundation-standards", "[105]");
    assertVerdict(
        false, aim().with("prog_type", 25).with("std_code", 105).with("foundation", true));
  }
}
