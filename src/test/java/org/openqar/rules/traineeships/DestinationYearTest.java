package org.openqar.rules.traineeships;

import static org.openqar.support.AimBuilder.traineeshipAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Year of the destination, else of six months after the end. */
@CasesOf("TRN-YEAR-01")
class DestinationYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a job after 73 days                                    | 2 | 1 | 2022-06-20 | EMP1 | 2022-09-01 | 2022
          a job in the year of the end                           | 2 | 1 | 2022-06-20 | EMP1 | 2022-07-31 | 2021
          on the day of the end                                  | 2 | 1 | 2022-06-20 | EMP1 | 2022-06-20 | 2021
          a job the day before the end is no destination         | 2 | 1 | 2022-06-20 | EMP1 | 2022-06-19 | 2022
          not a positive destination                             | 2 | 1 | 2022-01-20 | NPE1 | 2022-02-01 | 2021
          none, six months fall on the last day of the year      | 2 | 1 | 2022-01-31 |      |            | 2021
          none, six months fall on the first day of the next     | 2 | 1 | 2022-02-01 |      |            | 2022
          who withdrew has one too                               | 3 | 3 | 2022-06-20 |      |            | 2022
          the retired status of a transfer                       | 4 | 3 | 2022-06-20 |      |            | 2022
          in learning by its status, with an end, then missing   | 1 |   | 2022-06-20 |      |            | 2022
          no actual end                                          | 3 | 3 |            |      |            |
          continuing                                             | 1 |   | 2025-01-20 |      |            |
          on a break that is not overdue                         | 6 | 3 | 2025-01-20 |      |            |
          an overdue break                                       | 6 | 3 | 2022-06-20 |      |            | 2022
          """)
  void whichYearItIs(
      String aCase,
      Integer compStatus,
      Integer outcome,
      LocalDate end,
      String destination,
      LocalDate from,
      Integer year) {
    AimBuilder aim =
        traineeshipAim()
            .started(LocalDate.of(2021, 9, 1))
            .plannedEnd(end)
            .ended(compStatus, outcome, end)
            .history(end == null || end.getYear() < 2025 ? "2021" : "2024");
    assertGives(year, destination == null ? aim : aim.destination(destination, from));
  }

  @Test
  void theMonthsAreTheEditions() {
    parameter("traineeships.months-without-destination", 1);
    assertGives(2021, traineeshipAim().ended(2, 1, LocalDate.of(2022, 6, 20)).history("2021"));
  }
}
