package org.openqar.rules.traineeships;

import static org.openqar.support.AimBuilder.traineeshipAim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Which aims are components of traineeships. */
@CasesOf("TRN-SCOPE-02")
class ComponentAimTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a component                          | 3 | 24 | 25 | true
          a stand-alone aim that names one     | 4 | 24 | 25 | true
          the programme aim                    | 1 | 24 | 25 | false
          no aim type                          |   | 24 | 25 | false
          a component of an apprenticeship     | 3 | 25 | 36 | false
          no programme type                    | 3 |    | 25 | false
          """)
  void whichAimsCount(
      String aCase, Integer aimType, Integer progType, Integer fundModel, boolean counts) {
    assertVerdict(
        counts,
        traineeshipAim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .with("fund_model", fundModel));
  }
}
