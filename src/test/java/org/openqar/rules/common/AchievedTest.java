package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Who achieved. */
@CasesOf("ALL-OUT-02")
class AchievedTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          completed and achieved                   | 2 | 1 | 2023:2 | true
          completed and failed                     | 2 | 3 | 2023:2 | false
          partly achieved                          | 2 | 2 | 2023:2 | false
          result not yet known                     | 2 | 8 | 2023:2 | false
          no outcome                               | 2 |   | 2023:2 | false
          achieved, but shown as withdrawn         | 3 | 1 | 2023:3 | true
          achieved, still returned as continuing   | 1 | 1 | 2024:1 | true
          achieved, but continuing and overdue     | 1 | 1 | 2023:1 | false
          achieved, but on an overdue break        | 6 | 1 | 2023:6 | false
          """)
  void whoAchieved(
      String aCase, Integer compStatus, Integer outcome, String history, boolean achieved) {
    assertVerdict(
        achieved, aim().ended(compStatus, outcome, LocalDate.of(2024, 1, 20)).history(history));
  }
}
