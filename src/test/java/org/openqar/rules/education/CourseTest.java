package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Which aims are education and training. */
@CasesOf("EDU-SCOPE-01")
class CourseTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adult skills                                           | 4 |    | 35 | false | true
          16-19                                                  | 4 |    | 25 | false | true
          a core aim of a study programme                        | 5 |    | 25 | false | true
          the adult skills fund                                  | 4 |    | 38 | false | true
          other adult funding                                    | 4 |    | 81 | false | true
          other 16-19 funding                                    | 4 |    | 82 | false | true
          community learning                                     | 4 |    | 10 | false | false
          tailored learning                                      | 4 |    | 11 | false | false
          an apprenticeship unit                                 | 4 | 34 | 39 | false | false
          apprenticeship funding                                 | 4 |    | 36 | false | false
          skills bootcamps                                       | 4 |    | 37 | false | false
          ESF                                                    | 4 |    | 70 | false | false
          not funded                                             | 4 |    | 99 | false | false
          not funded, with a loan                                | 4 |    | 99 | true  | true
          community learning, with a loan                        | 4 |    | 10 | true  | false
          tailored learning, with a loan                         | 4 |    | 11 | true  | false
          the core aim of a T Level                              | 5 | 31 | 25 | false | false
          another aim of a T Level                               | 4 | 31 | 25 | false | false
          a T Level foundation year                              | 5 | 30 | 25 | false | false
          a course beside a T Level                              | 4 |    | 25 | false | true
          a skills bootcamp by its programme type                | 4 | 32 | 35 | false | true
          an aim that names a standard                           | 4 | 25 | 35 | false | false
          an aim that names an advanced framework                | 4 | 2  | 35 | false | false
          an aim that names an intermediate framework            | 4 | 3  | 35 | false | false
          an aim that names the retired programme type           | 4 | 10 | 35 | false | false
          an aim that names a higher framework, level 4          | 4 | 20 | 35 | false | false
          an aim that names a higher framework, level 5          | 4 | 21 | 35 | false | false
          an aim that names a higher framework, level 6          | 4 | 22 | 35 | false | false
          an aim that names a higher framework, level 7          | 4 | 23 | 35 | false | false
          an aim that names a traineeship                        | 4 | 24 | 35 | false | false
          a programme aim                                        | 1 | 31 | 25 | false | false
          a component aim                                        | 3 |    | 35 | false | false
          no aim type                                            |   |    | 35 | false | false
          a funding model that cannot be read keeps it in sight  | 4 |    |    | false | true
          """)
  void whichAimsAreCourses(
      String aCase,
      Integer aimType,
      Integer progType,
      Integer fundModel,
      boolean loan,
      boolean counts) {
    assertVerdict(
        counts,
        courseAim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .with("fund_model", fundModel)
            .with("loan", loan));
  }

  @Test
  void aProgrammeTypeThatCannotBeReadIsInNoReport() {
    assertVerdict(false, courseAim().unreadable("ProgType"));
    assertVerdict(true, courseAim().unreadable("StdCode"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the core aim of a T Level       | 5 | 31 | 25 | true
          a T Level foundation year       | 5 | 30 | 25 | true
          under another funding model     | 5 | 31 | 10 | false
          a programme aim                 | 1 | 31 | 25 | false
          a traineeship is none           | 4 | 24 | 25 | false
          """)
  void tLevelsCountWhereTheEditionSaysSo(
      String aCase, Integer aimType, Integer progType, Integer fundModel, boolean counts) {
    parameter("education.t-levels", true);
    assertVerdict(
        counts,
        courseAim()
            .with("aim_type", aimType)
            .with("prog_type", progType)
            .with("fund_model", fundModel));
  }

  @ParameterizedTest(name = "FundModel {0}, loan {1}")
  @CsvSource({"99,false,true", "99,true,true", "10,false,false", "35,false,true"})
  void whatNobodyFundsCountsWhollyWhereTheEditionSaysSo(
      Integer fundModel, boolean loan, boolean counts) {
    parameter("education.non-funded", true);
    assertVerdict(counts, courseAim().with("fund_model", fundModel).with("loan", loan));
  }

  @Test
  void anApprenticeshipUnitIsNoCourseWhereItCountsAsAnApprenticeship() {
    parameter("education.fund-models", "[35, 39]");
    assertVerdict(true, courseAim().with("prog_type", 34).with("fund_model", 39));
    parameter("scope.apprenticeship-units", true);
    assertVerdict(false, courseAim().with("prog_type", 34).with("fund_model", 39));
    assertVerdict(true, courseAim().with("prog_type", 34).with("fund_model", 35));
    assertVerdict(true, courseAim().with("fund_model", 99).with("loan", true));
    assertVerdict(false, courseAim().with("fund_model", 99));
    assertVerdict(false, courseAim().with("fund_model", 10).with("loan", true));
    assertVerdict(false, courseAim().with("prog_type", 31).with("fund_model", 35));
  }

  @Test
  void theFundingModelsAreTheEditions() {
    parameter("education.fund-models", "[10]");
    parameter("education.loan-fund-models", "[37]");
    assertVerdict(true, courseAim().with("fund_model", 10));
    assertVerdict(false, courseAim().with("fund_model", 35));
    assertVerdict(true, courseAim().with("fund_model", 37).with("loan", true));
    assertVerdict(false, courseAim().with("fund_model", 99).with("loan", true));
  }
}
