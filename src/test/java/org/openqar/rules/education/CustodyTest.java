package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Left learning in custody. */
@CasesOf("EDU-EXC-03")
class CustodyTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reason 28 in custody                 | 3 | 28 | 034 | true
          reason 28 outside custody            | 3 | 28 | 118 | false
          reason 28, not monitored             | 3 | 28 |     | false
          another reason in custody            | 3 | 44 | 034 | false
          no reason in custody                 | 3 |    | 034 | false
          the retired status, in custody       | 4 | 28 | 034 | true
          completed in custody                 | 2 | 28 | 034 | false
          on a break in custody                | 6 | 28 | 034 | false
          """)
  void whoLeftCustody(
      String aCase, Integer compStatus, Integer reason, String code, boolean excluded) {
    AimBuilder aim =
        courseAim().ended(compStatus, 3, LocalDate.of(2023, 3, 1)).reason(reason).history("2022");
    assertVerdict(excluded, code == null ? aim : aim.monitoredAs("357", code));
  }
}
