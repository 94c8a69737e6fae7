package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Part of the Employer Ownership Pilot. */
@CasesOf("APP-EXC-11")
class EmployerOwnershipTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one of the codes                       | ["300", "301"] | 301 | true
          the other                              | ["300", "301"] | 300 | true
          another code                           | ["300", "301"] | 302 | false
          no code                                | ["300", "301"] |     | false
          the list is empty, as it is by default | []             | 301 | false
          """)
  void whichCodesExclude(String aCase, String list, String code, boolean excluded) {
    parameter("exclusions.employer-ownership-ldm-codes", list);
    assertVerdict(excluded, code == null ? aim() : aim().monitoredAs("118", code));
  }
}
