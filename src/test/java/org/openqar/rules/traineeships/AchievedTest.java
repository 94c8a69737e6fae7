package org.openqar.rules.traineeships;

import static org.openqar.support.AimBuilder.traineeshipAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Achieved, with a positive destination. */
@CasesOf("TRN-OUT-01")
class AchievedTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a job on the day of the end                | 2 | 1 | EMP1 | 2022-06-20 | true
          a job after 180 days                       | 2 | 1 | EMP1 | 2022-12-17 | true
          a job after 181 days                       | 2 | 1 | EMP1 | 2022-12-18 | false
          a job the day before the end               | 2 | 1 | EMP1 | 2022-06-19 | false
          an apprenticeship                          | 2 | 1 | EDU2 | 2022-09-01 | true
          full-time study                            | 2 | 1 | EDU4 | 2022-09-01 | true
          part-time study                            | 2 | 1 | EDU5 | 2022-09-01 | true
          self-employment                            | 2 | 1 | EMP3 | 2022-09-01 | true
          self-employment of 16 hours or more        | 2 | 1 | EMP4 | 2022-09-01 | true
          employment of fewer hours                  | 2 | 1 | EMP2 | 2022-09-01 | false
          higher education is not listed             | 2 | 1 | EDU6 | 2022-09-01 | false
          no destination                             | 2 | 1 |      |            | false
          not achieved, with a job                   | 2 | 3 | EMP1 | 2022-09-01 | false
          no outcome, with a job                     | 3 |   | EMP1 | 2022-09-01 | false
          """)
  void whoAchieved(
      String aCase,
      Integer compStatus,
      Integer outcome,
      String destination,
      LocalDate from,
      boolean achieved) {
    AimBuilder aim =
        traineeshipAim()
            .started(LocalDate.of(2022, 2, 1))
            .plannedEnd(LocalDate.of(2022, 6, 30))
            .ended(compStatus, outcome, LocalDate.of(2022, 6, 20))
            .history("2021");
    assertVerdict(achieved, destination == null ? aim : aim.destination(destination, from));
  }

  @Test
  void whoVanishedDidNotAchieve() {
    LocalDate end = LocalDate.of(2022, 6, 20);
    AimBuilder trainee =
        traineeshipAim()
            .plannedEnd(LocalDate.of(2022, 6, 30))
            .history("2021")
            .destination("EMP1", LocalDate.of(2022, 9, 1));
    assertVerdict(true, trainee.ended(2, 1, end));
    assertVerdict(false, trainee.ended(1, 1, end));
    assertVerdict(false, trainee.ended(6, 1, end));
  }

  @Test
  void theEarliestPositiveOneInTimeDecides() {
    assertVerdict(
        true,
        traineeshipAim()
            .ended(2, 1, LocalDate.of(2022, 6, 20))
            .history("2021")
            .destination("NPE1", LocalDate.of(2022, 6, 25))
            .destination("EMP1", LocalDate.of(2022, 11, 1)));
  }

  @Test
  void destinationsAndDaysAreTheEditions() {
    parameter("traineeships.destinations", "[EDU6]");
    parameter("traineeships.destination-days", 10);
    AimBuilder aim = traineeshipAim().ended(2, 1, LocalDate.of(2022, 6, 20)).history("2021");
    assertVerdict(false, aim.destination("EMP1", LocalDate.of(2022, 6, 21)));
    assertVerdict(true, aim.destination("EDU6", LocalDate.of(2022, 6, 30)));
  }

  @Test
  void theDayAfterTheEditionsDaysIsLate() {
    parameter("traineeships.destination-days", 10);
    assertVerdict(
        false,
        traineeshipAim()
            .ended(2, 1, LocalDate.of(2022, 6, 20))
            .history("2021")
            .destination("EMP1", LocalDate.of(2022, 7, 1)));
  }
}
