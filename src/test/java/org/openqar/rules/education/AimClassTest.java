package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** A class of aim that is never measured. */
@CasesOf("EDU-EXC-06")
class AimClassTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adult skills, not regulated                  | A | 35 | false
          the other list of these                      | B | 35 | false
          other not regulated, adults                  | E | 35 | false
          other not regulated, 16-19                   | E | 25 | true
          community learning                           | F | 35 | true
          English, maths, ESOL, not regulated          | G | 25 | false
          higher education                             | H | 35 | true
          work experience                              | I | 25 | true
          supported internship                         | J | 25 | true
          programme aims                               | K | 25 | true
          ESF                                          | L | 35 | true
          conversion                                   | M | 35 | true
          assessments                                  | O | 35 | true
          regulated or unknown                         |   | 25 | false
          a class beyond the list                      | P | 25 | false
          """)
  void whichClassesAreNotMeasured(
      String aCase, String aimClass, Integer fundModel, boolean excluded) {
    assertVerdict(excluded, courseAim().with("aim_class", aimClass).with("fund_model", fundModel));
  }

  @Test
  void anAimStillInLearningIsExcludedToo() {
    assertVerdict(true, courseAim().with("aim_class", "K").history("2024"));
  }

  @Test
  void theClassesAreTheEditions() {
    parameter("education.classes-never-measured", "[A]");
    parameter("education.classes-not-measured-in-study-programmes", "[B]");
    parameter("education.study-programme-fund-models", "[82]");
    assertVerdict(true, courseAim().with("aim_class", "A"));
    assertVerdict(false, courseAim().with("aim_class", "F"));
    assertVerdict(true, courseAim().with("aim_class", "B").with("fund_model", 82));
    assertVerdict(false, courseAim().with("aim_class", "B").with("fund_model", 25));
  }
}
