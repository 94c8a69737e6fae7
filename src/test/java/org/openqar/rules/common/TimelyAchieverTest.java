package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.courseAim;
import static org.openqar.support.AimBuilder.traineeshipAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

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

  /**
   * Achieved, and withdrawn or on a break: bad data, which counts only where it is not excluded.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a break                                       | 6 |    | 2024-01-31 | false
          reason 40, to another aim                     | 3 | 40 | 2024-01-31 | false
          reason 7                                      | 3 | 7  | 2024-01-31 | false
          reason 7 on the 90th day                      | 3 | 7  | 2024-04-30 | false
          reason 41                                     | 3 | 41 | 2024-01-31 | false
          reason 47                                     | 3 | 47 | 2024-01-31 | false
          reason 48                                     | 3 | 48 | 2024-01-31 | false
          another reason                                | 3 | 44 | 2024-01-31 | true
          """)
  void whoIsExcludedInTimeDoesNotAchieve(
      String aCase, int compStatus, Integer reason, LocalDate actualEnd, boolean achieved) {
    parameter("timely.measured", true);
    assertVerdict(
        achieved,
        courseAim()
            .ended(compStatus, 1, actualEnd)
            .reason(reason)
            .nextAim(actualEnd)
            .history("2024"));
  }

  @Test
  void whoLeftCustodyDoesNotAchieve() {
    parameter("timely.measured", true);
    AimBuilder left = courseAim().ended(3, 1, LocalDate.of(2024, 1, 31)).reason(28);
    assertVerdict(true, left);
    assertVerdict(false, left.monitoredAs("034"));
  }

  @Test
  void theEmployerOwnershipPilotDoesNotAchieve() {
    parameter("timely.measured", true);
    parameter("exclusions.employer-ownership-ldm-codes", "['300']");
    AimBuilder framework = aim().with("prog_type", 3).ended(2, 1, LocalDate.of(2024, 1, 31));
    assertVerdict(true, framework);
    assertVerdict(false, framework.monitoredAs("300"));
  }

  @Test
  void whatCannotBeReadIsNoAchievement() {
    parameter("timely.measured", true);
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 1, 31)).unreadable("AchDate"));
  }

  @Test
  void aStandardIsNotMeasured() {
    parameter("timely.measured", true);
    assertVerdict(false, aim().ended(2, 1, LocalDate.of(2024, 1, 31)));
  }

  @Test
  void whoVanishedDidNotAchieve() {
    parameter("timely.measured", true);
    LocalDate end = LocalDate.of(2023, 1, 10);
    AimBuilder course = courseAim().plannedEnd(LocalDate.of(2023, 1, 31)).history("2022");
    assertVerdict(false, course.ended(1, 1, end));
    assertVerdict(false, course.ended(6, 1, end));
    assertVerdict(true, course.ended(2, 1, end));
  }

  /** Report date is 31 July that ends R (9.26). */
  @ParameterizedTest(name = "started {0}, planned to end {1}")
  @CsvSource({
    "2025-07-30, 2025-07-31, true",
    "2025-07-31, 2025-07-31, false",
    "2025-07-30, 2025-08-01, false"
  })
  void theYearMustBeOver(LocalDate start, LocalDate plannedEnd, boolean achieved) {
    parameter("timely.measured", true);
    assertVerdict(
        achieved,
        courseAim().started(start).plannedEnd(plannedEnd).ended(2, 1, LocalDate.of(2025, 7, 31)));
  }

  @Test
  void theDaysAreTheEditions() {
    parameter("timely.measured", true);
    parameter("timely.days", 10);
    assertVerdict(true, courseAim().ended(2, 1, LocalDate.of(2024, 2, 10)));
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 2, 11)));
    assertVerdict(false, courseAim().ended(3, 1, LocalDate.of(2024, 2, 10)).reason(7));
  }
}
