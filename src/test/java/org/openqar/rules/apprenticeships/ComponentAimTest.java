package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.componentAim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Which aims are components of apprenticeships. */
@CasesOf("APP-SCOPE-02")
class ComponentAimTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a component aim of a standard                          | 3 | 25 | 36 | true
          the programme aim                                      | 1 | 25 | 36 | false
          an aim outside a programme that names one all the same | 4 | 25 | 36 | true
          a core aim that names a programme                      | 5 | 3  | 35 | true
          a component of a framework, not funded                 | 3 | 2  | 99 | true
          a component of the retired programme type              | 3 | 10 | 35 | true
          a component of a higher framework, level 4             | 3 | 20 | 35 | true
          a component of a higher framework, level 5             | 3 | 21 | 35 | true
          a component of a higher framework, level 6             | 3 | 22 | 35 | true
          a component of a higher framework, level 7             | 3 | 23 | 35 | true
          other adult funding                                    | 3 | 25 | 81 | true
          a component of a traineeship                           | 3 | 24 | 25 | false
          a component of a T Level                               | 3 | 31 | 25 | false
          no programme type                                      | 3 |    | 36 | false
          no aim type                                            |   | 25 | 36 | false
          a funding model that is not listed                     | 3 | 25 | 38 | false
          a funding model that cannot be read keeps it in sight  | 3 | 25 |    | true
          """)
  void whichAimsAreComponents(
      String aCase, Integer aimType, Integer progType, Integer fundModel, boolean counts) {
    assertVerdict(
        counts,
        componentAim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .with("fund_model", fundModel));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an apprenticeship unit, left out      | 3 | 34 | 39 | false | false
          an apprenticeship unit, taken in      | 3 | 34 | 39 | true  | true
          its programme type alone              | 3 | 34 | 36 | true  | false
          its funding model alone               | 3 | 25 | 39 | true  | false
          an apprenticeship counts beside it    | 3 | 25 | 36 | true  | true
          """)
  void apprenticeshipUnitsCountWhereTheEditionSaysSo(
      String aCase,
      Integer aimType,
      Integer progType,
      Integer fundModel,
      boolean units,
      boolean counts) {
    parameter("scope.apprenticeship-units", units);
    assertVerdict(
        counts,
        componentAim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .with("fund_model", fundModel));
  }
}
