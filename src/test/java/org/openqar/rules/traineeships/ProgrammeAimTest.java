package org.openqar.rules.traineeships;

import static org.openqar.support.AimBuilder.traineeshipAim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Which aims are traineeship programmes. */
@CasesOf("TRN-SCOPE-01")
class ProgrammeAimTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the programme aim                    | 1 | 24 | 25 | true
          whatever its funding                 | 1 | 24 | 35 | true
          a funding that cannot be read        | 1 | 24 |    | true
          a component                          | 3 | 24 | 25 | false
          no aim type                          |   | 24 | 25 | false
          an apprenticeship                    | 1 | 25 | 36 | false
          no programme type                    | 1 |    | 25 | false
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
