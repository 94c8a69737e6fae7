package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Which aims are apprenticeship programmes. */
@CasesOf("APP-SCOPE-01")
class ProgrammeAimTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a programme aim on a standard                          | 1 | 25 | 36 | true
          a component aim of a programme                         | 3 | 25 | 36 | false
          an aim outside a programme                             | 4 | 25 | 36 | false
          a core aim of a study programme                        | 5 | 25 | 36 | false
          an aim without an aim type                             |   | 25 | 36 | false
          an advanced framework                                  | 1 | 2  | 35 | true
          an intermediate framework                              | 1 | 3  | 35 | true
          a higher framework, level 4                            | 1 | 20 | 35 | true
          a higher framework, level 5                            | 1 | 21 | 35 | true
          a higher framework, level 6                            | 1 | 22 | 35 | true
          a higher framework, level 7                            | 1 | 23 | 35 | true
          the retired programme type 10                          | 1 | 10 | 35 | true
          a traineeship                                          | 1 | 24 | 25 | false
          a programme type beyond the list                       | 1 | 26 | 36 | false
          a T Level                                              | 1 | 31 | 25 | false
          an aim without a programme type                        | 1 |    | 36 | false
          other adult funding                                    | 1 | 25 | 81 | true
          an unfunded programme counts too                       | 1 | 25 | 99 | true
          adult skills funding                                   | 1 | 25 | 35 | true
          a funding model between the listed ones                | 1 | 25 | 38 | false
          community learning                                     | 1 | 25 | 10 | false
          a funding model that cannot be read keeps it in sight  | 1 | 25 |    | true
          """)
  void whichAimsAreApprenticeshipProgrammes(
      String aCase, Integer aimType, Integer progType, Integer fundModel, boolean counts) {
    assertVerdict(
        counts,
        aim().with("aim_type", aimType).with("prog_type", progType).with("fund_model", fundModel));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a programme type that an edition adds   | scope.apprenticeship-prog-types  | [26] | 26 | 36 | true
          a programme type that an edition drops  | scope.apprenticeship-prog-types  | [26] | 25 | 36 | false
          a funding model that an edition adds    | scope.apprenticeship-fund-models | [38] | 25 | 38 | true
          a funding model that an edition drops   | scope.apprenticeship-fund-models | [38] | 25 | 36 | false
          """)
  void theListsAreTheEditions(
      String aCase, String path, String list, Integer progType, Integer fundModel, boolean counts) {
    parameter(path, list);
    assertVerdict(counts, aim().with("prog_type", progType).with("fund_model", fundModel));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an apprenticeship unit, left out      | 1 | 34 | 39 | false | false
          an apprenticeship unit, taken in      | 1 | 34 | 39 | true  | true
          its programme type alone              | 1 | 34 | 36 | true  | false
          its funding model alone               | 1 | 25 | 39 | true  | false
          an apprenticeship counts beside it    | 1 | 25 | 36 | true  | true
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
        aim().with("aim_type", aimType).with("prog_type", progType).with("fund_model", fundModel));
  }
}
