package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.courseAim;
import static org.openqar.support.AimBuilder.traineeshipAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Achieved in time. */
@CasesOf("ALL-TIMELY-03")
class TimelyAchieverTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          90 days after the planned end                 | 2 | 1 | 2024-04-30 | true
          91 days after                                 | 2 | 1 | 2024-05-01 | false
          before the planned end                        | 2 | 1 | 2023-04-30 | true
          not achieved                                  | 2 | 3 | 2024-01-31 | false
          no outcome                                    | 3 |   | 2024-01-31 | false
          no actual end                                 | 2 | 1 |            | false
          """)
  void whoAchieved(
      String aCase, Integer compStatus, Integer outcome, LocalDate actualEnd, boolean achieved) {
    parameter("timely.measured", true);
    assertVerdict(achieved, courseAim().ended(compStatus, outcome, actualEnd).history("2024"));
  }

  @Test
  void aTraineeNeedsNoDestination() {
    parameter("timely.measured", true);
    assertVerdict(true, traineeshipAim().ended(2, 1, LocalDate.of(2024, 1, 31)));
  }

  @Test
  void whoIsExcludedDoesNotAchieve() {
    parameter("timely.measured", true);
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 1, 31)).with("aim_class", "K"));
  }

  @Test
  void theDaysAreTheEditions() {
    parameter("timely.measured", true);
    parameter("timely.days", 10);
    assertVerdict(true, courseAim().ended(2, 1, LocalDate.of(2024, 2, 10)));
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 2, 11)));
  }
}
