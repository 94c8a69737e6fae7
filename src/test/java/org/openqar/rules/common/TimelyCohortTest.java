package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.componentAim;
import static org.openqar.support.AimBuilder.courseAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Who counts in the timely measure. */
@CasesOf("ALL-TIMELY-02")
class TimelyCohortTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ended                                             | 2 | 1 | 2024-01-31 | 2024-01-31 |    |    | true
          ended years late                                  | 2 | 1 | 2023-01-31 | 2024-07-31 |    |    | true
          in learning, 90 days past on the day before       | 1 |   | 2025-05-01 |            |    |    | true
          in learning, 90 days past on the report date      | 1 |   | 2025-05-02 |            |    |    | false
          planned to end on the last day of R               | 2 | 1 | 2025-07-31 | 2024-07-31 |    |    | true
          planned to end after R                            | 2 | 1 | 2025-08-01 | 2024-07-31 |    |    | false
          a break within the 90 days                        | 6 | 3 | 2024-08-31 | 2024-11-29 |    |    | false
          a break after them                                | 6 | 3 | 2024-08-31 | 2024-11-30 |    |    | true
          reason 40 within the 90 days, to another aim      | 3 | 3 | 2024-01-31 | 2024-04-30 | 40 |    | false
          reason 40 after them, to another aim              | 3 | 3 | 2024-01-31 | 2024-05-01 | 40 |    | true
          reason 7 within the 90 days                       | 3 | 3 | 2024-01-31 | 2024-04-30 | 7  |    | false
          reason 7 after them                               | 3 | 3 | 2024-01-31 | 2024-05-01 | 7  |    | true
          reason 41 within the 90 days                      | 3 | 3 | 2024-01-31 | 2024-04-30 | 41 |    | false
          reason 41 after them                              | 3 | 3 | 2024-01-31 | 2024-05-01 | 41 |    | true
          reason 47 within the 90 days                      | 3 | 3 | 2024-01-31 | 2024-04-30 | 47 |    | false
          reason 47 after them                              | 3 | 3 | 2024-01-31 | 2024-05-01 | 47 |    | true
          another reason                                    | 3 | 3 | 2024-01-31 | 2024-04-30 | 44 |    | true
          reason 48 excludes whenever it ended              | 3 | 3 | 2024-01-31 | 2024-05-01 | 48 |    | false
          a class that is never measured                    | 2 | 1 | 2024-01-31 | 2024-05-01 |    | K  | false
          """)
  void whoCounts(
      String aCase,
      Integer compStatus,
      Integer outcome,
      LocalDate plannedEnd,
      LocalDate actualEnd,
      Integer reason,
      String aimClass,
      boolean counts) {
    parameter("timely.measured", true);
    assertVerdict(
        counts,
        courseAim()
            .plannedEnd(plannedEnd)
            .ended(compStatus, outcome, actualEnd)
            .reason(reason)
            .with("aim_class", aimClass)
            .nextAim(actualEnd)
            .history("2024"));
  }

  /** Report date is 31 July that ends R (9.26). */
  @ParameterizedTest(name = "started {0}")
  @CsvSource({"2025-07-30, true", "2025-07-31, false"})
  void whoStartsOnTheReportDateDoesNotCountYet(LocalDate start, boolean counts) {
    parameter("timely.measured", true);
    LocalDate end = LocalDate.of(2025, 7, 31);
    assertVerdict(counts, courseAim().started(start).plannedEnd(end).ended(2, 1, end));
  }

  @Test
  void whoLeftWithinTheQualifyingPeriodDoesNotCount() {
    parameter("timely.measured", true);
    LocalDate start = LocalDate.of(2024, 4, 20);
    AimBuilder course = courseAim().started(start).plannedEnd(LocalDate.of(2025, 1, 31));
    assertVerdict(false, course.ended(3, 3, start.plusDays(40)));
    assertVerdict(true, course.ended(3, 3, start.plusDays(41)));
  }

  @Test
  void whoLeftForAJobDoesNotCount() {
    parameter("timely.measured", true);
    AimBuilder left = courseAim().ended(3, 3, LocalDate.of(2024, 1, 31)).with("emp_outcome", 1);
    assertVerdict(true, left);
    assertVerdict(
        false, left.with("unemployed_before_start", true).with("employed_after_start", true));
  }

  @Test
  void whoLeftCustodyDoesNotCount() {
    parameter("timely.measured", true);
    AimBuilder left = courseAim().ended(3, 3, LocalDate.of(2024, 1, 31)).reason(28);
    assertVerdict(true, left);
    assertVerdict(false, left.monitoredAs("034"));
  }

  @Test
  void theEmployerOwnershipPilotDoesNotCount() {
    parameter("timely.measured", true);
    parameter("exclusions.employer-ownership-ldm-codes", "['300']");
    AimBuilder framework = aim().with("prog_type", 3).ended(2, 1, LocalDate.of(2024, 1, 31));
    assertVerdict(true, framework);
    assertVerdict(false, framework.monitoredAs("300"));
  }

  @Test
  void anOverdueBreakIsNoExclusion() {
    parameter("timely.measured", true);
    assertVerdict(
        true,
        courseAim()
            .plannedEnd(LocalDate.of(2023, 1, 31))
            .ended(6, 3, LocalDate.of(2023, 1, 10))
            .history("2022"));
  }

  @Test
  void whatCannotBeReadDoesNotCount() {
    parameter("timely.measured", true);
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 1, 31)).unreadable("AchDate"));
  }

  @Test
  void aStandardNeverCounts() {
    parameter("timely.measured", true);
    assertVerdict(false, aim().ended(2, 1, LocalDate.of(2024, 1, 31)));
    assertVerdict(false, componentAim().ended(2, 1, LocalDate.of(2024, 1, 31)));
    assertVerdict(true, aim().with("prog_type", 3).ended(2, 1, LocalDate.of(2024, 1, 31)));
  }

  @Test
  void nobodyCountsWhereTheEditionDoesNotMeasure() {
    assertVerdict(false, courseAim().ended(2, 1, LocalDate.of(2024, 1, 31)));
  }
}
