package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Courses that an edition's list of LDM codes leaves out. */
@CasesOf("EDU-EXC-07")
class MonitoredTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on the list                       | ["360"]        | 360     | true
          the list is empty                 | []             | 360     | false
          another code                      | ["360"]        | 361     | false
          one of two codes                  | ["360"]        | 034 360 | true
          on a list of two                  | ["034", "360"] | 034     | true
          the other on a list of two        | ["034", "360"] | 360     | true
          a code is a text, not a number    | ["034"]        | 34      | false
          no code                           | ["360"]        |         | false
          """)
  void whichCoursesAreNotMeasured(String aCase, String list, String codes, boolean excluded) {
    parameter("exclusions.ldm-codes", list);
    assertVerdict(
        excluded, courseAim().monitoredAs(codes == null ? new String[0] : codes.split(" ")));
  }
}
