package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Training over, waiting for the end-point assessment. */
@CasesOf("APP-EXC-02")
class AtEndPointAssessmentTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at end-point assessment                       | 25 | 1 | 8 | 2024-02-10 |            | true
          completed, waiting for the result             | 25 | 2 | 8 | 2024-02-10 |            | true
          ended on the day from which the rule holds    | 25 | 1 | 8 | 2019-08-01 |            | true
          ended on the day before                       | 25 | 1 | 8 | 2019-07-31 |            | false
          no actual end                                 | 25 | 1 | 8 |            |            | false
          with an achievement date                      | 25 | 1 | 8 | 2024-02-10 | 2024-03-01 | false
          a framework                                   | 3  | 1 | 8 | 2024-02-10 |            | false
          no programme type                             |    | 1 | 8 | 2024-02-10 |            | false
          continuing, no outcome                        | 25 | 1 |   | 2024-02-10 |            | false
          achieved                                      | 25 | 2 | 1 | 2024-02-10 |            | false
          withdrawn, outcome not known                  | 25 | 3 | 8 | 2024-02-10 |            | false
          on a break, outcome not known                 | 25 | 6 | 8 | 2024-02-10 |            | false
          """)
  void whoIsWaiting(
      String aCase,
      Integer progType,
      Integer compStatus,
      Integer outcome,
      LocalDate actualEnd,
      LocalDate achievedOn,
      boolean waiting) {
    assertVerdict(
        waiting,
        aim()
            .with("prog_type", progType)
            .ended(compStatus, outcome, actualEnd)
            .achievedOn(achievedOn)
            .history("2024"));
  }

  @Test
  void whoVanishesFromTheReturnsIsNoLongerWaiting() {
    assertVerdict(false, aim().ended(1, 8, LocalDate.of(2023, 5, 1)).history("2022"));
  }

  @Test
  void aCompletedAimWaitsOnlyWhereTheEditionSaysSo() {
    parameter("end-point-assessment.accept-completed", false);
    LocalDate end = LocalDate.of(2024, 2, 10);
    assertVerdict(false, aim().ended(2, 8, end).history("2024"));
    assertVerdict(true, aim().ended(1, 8, end).history("2024"));
  }

  @Test
  void theDayIsTheEditions() {
    parameter("end-point-assessment.from", "2024-02-11");
    assertVerdict(false, aim().ended(1, 8, LocalDate.of(2024, 2, 10)).history("2024"));
    assertVerdict(true, aim().ended(1, 8, LocalDate.of(2024, 2, 11)).history("2024"));
  }

  @Test
  void aComponentWaitsForNoAssessment() {
    assertVerdict(
        false, AimBuilder.componentAim().ended(2, 8, LocalDate.of(2024, 2, 10)).history("2024"));
  }

  @Test
  void nobodyIsWaitingWhereTheEditionHasNoAssessment() {
    parameter("end-point-assessment.applies", false);
    assertVerdict(false, aim().ended(1, 8, LocalDate.of(2024, 2, 10)).history("2024"));
    assertVerdict(false, aim().ended(2, 8, LocalDate.of(2024, 2, 10)).history("2024"));
  }
}
