package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.breakAim;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** A planned break without a restart in time. */
@CasesOf("ALL-OVERDUE-02")
class OverduePlannedBreakTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planned end and break in 2023: due in 2024           | 2024 | 2024-01-31 | 2023-10-01 | 2023           | true
          the same a year earlier                              | 2023 | 2024-01-31 | 2023-10-01 | 2023           | false
          planned end on the last day of 2023: due in 2024     | 2024 | 2024-07-31 | 2023-10-01 | 2023           | true
          planned end on the first day of 2024: due in 2025    | 2024 | 2024-08-01 | 2023-10-01 | 2023           | false
          break on the first day of 2024: due in 2025          | 2024 | 2024-01-31 | 2024-08-01 | 2024           | false
          break after the planned end: its own year decides    | 2024 | 2023-01-31 | 2023-10-01 | 2023           | true
          no planned end: the break's year decides             | 2024 |            | 2023-10-01 | 2023           | true
          no end of the break: the planned year decides        | 2024 | 2024-01-31 |            | 2023           | true
          still returned as a break in the due year            | 2024 | 2024-01-31 | 2023-10-01 | 2023 2024      | false
          dropped after it was returned in the due year        | 2025 | 2024-01-31 | 2023-10-01 | 2023 2024      | true
          """)
  void whenABreakIsDue(
      String aCase,
      int reportYear,
      LocalDate plannedEnd,
      LocalDate breakOn,
      String returned,
      boolean overdue) {
    reportYear(reportYear);
    assertVerdict(
        overdue,
        aim()
            .ended(6, 3, breakOn)
            .plannedEnd(plannedEnd)
            .history(returned)
            .finalReturnsFrom(2018, reportYear));
  }

  /**
   * The due year decides when the break counts, which final return must have been made, and by when
   * a restart must be seen.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the planned end is last               | true  | 1 | 2025-01-31 | 2023      |           | 2025
          the end of the break is last          | true  | 1 | 2023-01-31 | 2022      |           | 2024
          its last return as a break is last    | true  | 1 | 2024-01-31 | 2023 2024 |           | 2025
          an unreadable record is last          | true  | 1 | 2024-01-31 | 2023      | 2022 2024 | 2025
          a window of two years                 | true  | 2 | 2025-01-31 | 2023      |           | 2025
          a window of two, returned once more   | true  | 2 | 2024-01-31 | 2023 2024 |           | 2025
          a window of two, an unreadable one    | true  | 2 | 2024-01-31 | 2023      | 2022 2024 | 2025
          a window of two, the break is last    | true  | 2 | 2023-01-31 | 2022      |           | 2024
          no protection: the planned end        | false | 1 | 2025-01-31 | 2023      |           | 2025
          no protection: the end of the break   | false | 1 | 2023-01-31 | 2022      |           | 2024
          no protection: not its last return    | false | 1 | 2024-01-31 | 2023 2024 | 2024      | 2024
          """)
  void theDueYearDecides(
      String aCase,
      boolean protects,
      int window,
      LocalDate plannedEnd,
      String returned,
      String doubts,
      int due) {
    parameter("breaks.continuation-protects", protects);
    parameter("breaks.window-years", window);
    int last = due + window - 1;
    Supplier<AimBuilder> aBreak =
        () ->
            breakAim(BREAK)
                .plannedEnd(plannedEnd)
                .history(returned)
                .protectedIn(years(doubts))
                .finalReturnsFrom(2018, due);
    reportYear(due - 1);
    assertVerdict(false, aBreak.get());
    reportYear(due);
    assertVerdict(true, aBreak.get());
    assertVerdict(false, aBreak.get().finalReturnsFrom(2018, due - 1));
    assertVerdict(false, aBreak.get().with("restart_first_year_returned", last));
    assertVerdict(true, aBreak.get().with("restart_first_year_returned", last + 1));
    assertVerdict(false, aBreak.get().restartProtectedIn(last, last + 1));
    assertVerdict(true, aBreak.get().restartProtectedIn(last + 1));
    parameter("breaks.r04-grace", true);
    assertVerdict(false, aBreak.get().with("restart_first_look_ahead_year", last + 1));
    assertVerdict(true, aBreak.get().with("restart_first_look_ahead_year", last + 2));
  }

  private static Integer[] years(String listed) {
    return listed == null
        ? new Integer[0]
        : Stream.of(listed.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a restart returned in the year of the break      | 2023 | false
          a restart returned in the due year               | 2024 | false
          a restart returned first in the year after       | 2025 | true
          no restart                                       |      | true
          """)
  void aRestartInTimeSavesTheBreak(String aCase, Integer firstReturned, boolean overdue) {
    reportYear(2025);
    assertVerdict(
        overdue,
        breakAim(BREAK)
            .finalReturnsFrom(2018, 2025)
            .with("restart_first_year_returned", firstReturned));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R04 of the due year                       | true  | 2024 | false
          R04 of the year after                     | true  | 2025 | false
          R04 of the second year after              | true  | 2026 | true
          R04 of the year after, where that is late | false | 2025 | true
          no R04 with a restart                     | true  |      | true
          """)
  void aRestartInR04OfTheYearAfterSavesTheBreakWhereTheEditionSaysSo(
      String aCase, boolean grace, Integer firstLookAhead, boolean overdue) {
    parameter("breaks.r04-grace", grace);
    assertVerdict(overdue, breakAim(BREAK).with("restart_first_look_ahead_year", firstLookAhead));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the last year of the window   | 2025 | false
          in the year after the window     | 2026 | true
          """)
  void theWindowIsTheEditions(String aCase, int firstReturned, boolean overdue) {
    parameter("breaks.window-years", 2);
    assertVerdict(overdue, breakAim(BREAK).with("restart_first_year_returned", firstReturned));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the due year       | 2024 | false
          in the year after     | 2025 | true
          """)
  void anUnreadableRecordThatCouldBeItsRestartProtectsTheBreak(
      String aCase, int doubt, boolean overdue) {
    assertVerdict(overdue, breakAim(BREAK).restartProtectedIn(doubt));
  }

  @Test
  void anUnreadableRecordThatCouldBeTheBreakRollsItForward() {
    AimBuilder doubtful = breakAim(BREAK).protectedIn(2024).finalReturnsFrom(2018, 2025);
    assertVerdict(false, doubtful);
    reportYear(2025);
    assertVerdict(true, doubtful);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a continuation record, which protects           | true  | false
          a continuation record, which does not protect   | false | true
          """)
  void aContinuationRecordProtectsWhereTheEditionSaysSo(
      String aCase, boolean protects, boolean overdue) {
    parameter("breaks.continuation-protects", protects);
    assertVerdict(overdue, breakAim(BREAK).history("2023 2024"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          continuing             | 1
          completed              | 2
          withdrawn              | 3
          transferred            | 4
          without a status       |
          """)
  void onlyBreaks(String aCase, Integer compStatus) {
    assertVerdict(false, breakAim(BREAK).with("comp_status", compStatus));
  }

  @Test
  void aMissingFinalReturnInTheDueYearProvesNothing() {
    assertVerdict(false, breakAim(BREAK).finalReturnsFrom(2018, 2023));
    assertVerdict(true, breakAim(BREAK).finalReturns(2023, 2024));
  }

  @Test
  void aBreakThatCannotBeReadIsNeverOverdue() {
    assertVerdict(false, breakAim(BREAK).unreadable("AchDate"));
  }

  @Test
  void aBreakWithoutAnyDateIsNeverOverdueByItsDates() {
    parameter("breaks.continuation-protects", false);
    assertVerdict(false, breakAim(BREAK).plannedEnd(null).actualEnd(null));
  }

  private static final LocalDate BREAK = LocalDate.of(2023, 10, 1);
}
