package org.openqar.rules.education;

import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Transferred to another aim at the same provider. */
@CasesOf("EDU-EXC-01")
class TransferTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the new aim begins on the same day             | 3 | 40 | 2023-03-01 | true
          it begins 120 days after                       | 3 | 40 | 2023-06-29 | true
          it begins 121 days after                       | 3 | 40 | 2023-06-30 | false
          it begins the day before                       | 3 | 40 | 2023-02-28 | false
          there is none                                  | 3 | 40 |            | false
          another reason                                 | 3 | 44 | 2023-03-01 | false
          no reason                                      | 3 |    | 2023-03-01 | false
          the retired status needs no reason             | 4 |    | 2023-03-01 | true
          completed                                      | 2 | 40 | 2023-03-01 | false
          on a break                                     | 6 | 40 | 2023-03-01 | false
          """)
  void whoTransferred(
      String aCase, Integer compStatus, Integer reason, LocalDate next, boolean excluded) {
    assertVerdict(
        excluded,
        courseAim()
            .ended(compStatus, 3, LocalDate.of(2023, 3, 1))
            .reason(reason)
            .history("2022")
            .nextAim(next));
  }

  @Test
  void anotherProgrammeAloneIsNotLookedAt() {
    assertVerdict(
        false,
        courseAim()
            .ended(3, 3, LocalDate.of(2023, 3, 1))
            .reason(40)
            .history("2022")
            .nextProgramme(LocalDate.of(2023, 3, 1)));
  }
}
