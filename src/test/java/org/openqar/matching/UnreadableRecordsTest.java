package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which aims a record protects that cannot be read (qar-rules 9.8, 9.11, 9.13). */
class UnreadableRecordsTest {

  /** The aim is one of standard 100 that started on 2020-09-01, last returned in 2020. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the rest agrees                               | 2021 | 1 | ZPROG001 | 25 | 100 |            | LearnStartDate | true
          in a later return                             | 2023 | 1 | ZPROG001 | 25 | 100 |            | LearnStartDate | true
          another aim reference                         | 2021 | 1 | ZPROG002 | 25 | 100 |            | LearnStartDate | false
          no aim reference                              | 2021 | 1 |          | 25 | 100 | 2020-09-01 |                | true
          no aim reference, another start               | 2023 | 1 |          | 25 | 100 | 2020-09-02 |                | false
          another aim type                              | 2021 | 3 | ZPROG001 | 25 | 100 |            | LearnStartDate | false
          another programme type                        | 2021 | 1 | ZPROG001 | 3  | 100 |            | LearnStartDate | false
          another standard                              | 2021 | 1 | ZPROG001 | 25 | 101 |            | LearnStartDate | false
          the standard cannot be read                   | 2021 | 1 | ZPROG001 | 25 |     | 2020-09-01 | StdCode        | true
          nor can it, years later, another start        | 2023 | 1 | ZPROG001 | 25 |     | 2020-09-02 | StdCode        | false
          the aim type cannot be read                   | 2021 |   | ZPROG001 | 25 | 100 | 2020-09-01 | AimType        | true
          the programme type cannot be read             | 2021 | 1 | ZPROG001 |    | 100 | 2020-09-01 | ProgType       | true
          in the return that has the aim                | 2020 | 1 | ZPROG001 | 25 | 100 |            | LearnStartDate | false
          """)
  void whichAimsARecordCouldBeOf(
      String aCase,
      int year,
      String type,
      String aim,
      String programme,
      String standard,
      String start,
      String unreadable,
      boolean couldBe) {
    assertEquals(
        couldBe,
        isSeenIn(
            year,
            match(
                """
                year | type | aim      | prog | std | start      | plan       | unreadable
                2020 | 1    | ZPROG001 | 25   | 100 | 2020-09-01 | 2022-07-31 |
                %d   | %s   | %s       | %s   | %s  | %s         | 2022-09-30 | %s
                """
                    .formatted(
                        year,
                        blank(type),
                        blank(aim),
                        blank(programme),
                        blank(standard),
                        blank(start),
                        blank(unreadable)))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same pathway, no start           | 403 | 1 |            | LearnStartDate | true
          another pathway                      | 403 | 2 |            | LearnStartDate | false
          another framework                    | 404 | 1 |            | LearnStartDate | false
          the framework cannot be read         |     | 1 | 2020-09-01 | FworkCode      | true
          the pathway cannot be read           | 403 |   | 2020-09-01 | PwayCode       | true
          nor can it, of another framework     | 404 |   | 2020-09-01 | PwayCode       | false
          """)
  void whichFrameworksARecordCouldBeOf(
      String aCase,
      String framework,
      String pathway,
      String start,
      String unreadable,
      boolean couldBe) {
    assertEquals(
        couldBe,
        isSeenIn(
            2021,
            match(
                """
                year | prog | std | fwork | pway | start      | plan       | unreadable
                2020 | 2    |     | 403   | 1    | 2020-09-01 | 2022-07-31 |
                2021 | 2    |     | %s    | %s   | %s         | 2022-09-30 | %s
                """
                    .formatted(blank(framework), blank(pathway), blank(start), unreadable))));
  }

  /** The second pass (9.8): the start may be a corrected one. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same planned end                 | 2021 | 2020-09-15 | 2022-07-31 |   | StdCode                  | true
          a year later                         | 2022 | 2020-09-15 | 2022-07-31 |   | StdCode                  | false
          another planned end                  | 2021 | 2020-09-15 | 2022-08-01 |   | StdCode                  | false
          a planned end that cannot be read    | 2021 | 2020-09-15 |            |   | StdCode LearnPlanEndDate | true
          that alone cannot be read            | 2021 | 2020-09-15 |            |   | LearnPlanEndDate         | true
          a restart indicator                  | 2021 | 2020-09-15 | 2022-07-31 | 1 | StdCode                  | false
          on the day on which the aim ended    | 2021 | 2021-06-30 | 2022-07-31 |   | StdCode                  | true
          after the aim ended                  | 2021 | 2021-07-01 | 2022-07-31 |   | StdCode                  | false
          """)
  void whichStartsARecordCouldCorrect(
      String aCase,
      int year,
      String start,
      String plannedEnd,
      String restart,
      String unreadable,
      boolean couldBe) {
    assertEquals(
        couldBe,
        isSeenIn(
            year,
            match(
                """
                year | std | start      | plan       | end        | status | res | unreadable
                2020 | 100 | 2020-09-01 | 2022-07-31 | 2021-06-30 | 3      |     |
                %d   | %s  | %s         | %s         |            | 1      | %s  | %s
                """
                    .formatted(
                        year,
                        unreadable.contains("StdCode") ? "" : "100",
                        start,
                        blank(plannedEnd),
                        blank(restart),
                        unreadable))));
  }

  @Test
  void whatWasReturnedBeforeCorrectsNoStart() {
    List<MatchedAim> aims =
        match(
            """
            year | start      | plan       | unreadable
            2020 | 2020-09-01 | 2022-07-31 |
            2020 | 2020-09-15 | 2022-07-31 |
            2021 | 2020-09-15 |            | LearnPlanEndDate
            """);
    assertEquals(Set.of(), startedOn(aims, "2020-09-01").protectedYears());
  }

  /** The break started on 2020-09-01, first on 2020-01-15, and ended on 2021-01-31. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no original start can be read              | 2021 | 100 | 2021-03-01 |            | 1 | OrigLearnStartDate     | true
          on the day of the end                      | 2021 | 100 | 2021-01-31 |            | 1 | OrigLearnStartDate     | true
          on the day before                          | 2021 | 100 | 2021-01-30 |            | 1 | OrigLearnStartDate     | false
          no restart indicator                       | 2021 | 100 | 2021-03-01 |            |   | OrigLearnStartDate     | false
          another standard                           | 2021 | 101 | 2021-03-01 |            | 1 | OrigLearnStartDate     | false
          no standard can be read                    | 2021 |     | 2021-03-01 | 2020-09-01 | 1 | StdCode                | true
          by the original start of the break         | 2021 |     | 2021-03-01 | 2020-01-15 | 1 | StdCode                | true
          by another original start                  | 2021 |     | 2021-03-01 | 2020-09-02 | 1 | StdCode                | false
          without one, after 24 calendar months      | 2022 |     | 2023-01-31 |            | 1 | StdCode                | true
          without one, a day later                   | 2022 |     | 2023-02-01 |            | 1 | StdCode                | false
          with one, a day later                      | 2022 |     | 2023-02-01 | 2020-09-01 | 1 | StdCode                | true
          no start can be read                       | 2021 | 100 |            | 2020-09-01 | 1 | LearnStartDate         | true
          nor can it, by another original start      | 2021 | 100 |            | 2020-10-01 | 1 | LearnStartDate         | false
          nor can it, without an original start      | 2021 | 100 |            |            | 1 | LearnStartDate         | true
          nor can it, of another standard            | 2021 | 101 |            | 2020-09-01 | 1 | LearnStartDate         | false
          all that says what it is can be read       | 2021 | 100 | 2021-03-01 | 2020-09-01 | 1 | LearnPlanEndDate       | false
          """)
  void whichBreaksARecordCouldTakeUp(
      String aCase,
      int year,
      String standard,
      String start,
      String original,
      String restart,
      String unreadable,
      boolean couldTakeUp) {
    List<MatchedAim> aims =
        match(
            """
            year | std | start      | orig       | plan       | end        | status | res | unreadable
            2020 | 100 | 2020-09-01 | 2020-01-15 | 2022-07-31 | 2021-01-31 | 6      |     |
            2020 | 100 | 2019-10-01 |            | 2022-07-31 |            | 1      |     |
            2020 | 101 | 2019-11-01 |            | 2022-07-31 |            | 1      |     |
            %d   | %s  | %s         | %s         | 2022-09-30 |            | 1      | %s  | %s
            """
                .formatted(
                    year,
                    blank(standard),
                    blank(start),
                    blank(original),
                    blank(restart),
                    unreadable));
    assertEquals(
        couldTakeUp ? Set.of(year) : Set.of(),
        startedOn(aims, "2020-09-01").restartProtectedYears());
  }

  @ParameterizedTest(name = "CompStatus {0}, ended {1}")
  @CsvSource({
    "6, 2021-01-31, true",
    "6,, false",
    "1, 2021-01-31, false",
    "3, 2021-01-31, false",
    "2, 2021-01-31, false"
  })
  void onlyABreakWithAnEndCanBeTakenUp(int status, String end, boolean couldTakeUp) {
    List<MatchedAim> aims =
        match(
            """
            year | std | start      | end | status | res | unreadable
            2020 | 100 | 2020-09-01 | %s  | %d     |     |
            2021 |     | 2021-03-01 |     | 1      | 1   | StdCode
            """
                .formatted(blank(end), status));
    assertEquals(
        couldTakeUp ? Set.of(2021) : Set.of(),
        startedOn(aims, "2020-09-01").restartProtectedYears());
  }

  /** A framework is taken up by its original start only (9.13). */
  @ParameterizedTest(name = "original start {0}")
  @CsvSource({"2020-09-01, true", ", false"})
  void aFrameworkNeedsAnOriginalStart(String original, boolean couldTakeUp) {
    List<MatchedAim> aims =
        match(
            """
            year | prog | std | fwork | pway | start      | orig | end        | status | res | unreadable
            2020 | 2    |     | 403   | 1    | 2020-09-01 |      | 2021-01-31 | 6      |     |
            2021 | 2    |     |       | 1    | 2021-03-01 | %s   |            | 1      | 1   | FworkCode
            """
                .formatted(blank(original)));
    assertEquals(
        couldTakeUp ? Set.of(2021) : Set.of(),
        startedOn(aims, "2020-09-01").restartProtectedYears());
  }

  @Test
  void aReturnBeforeTheYearOfTheBreakHasNoRestartOfIt() {
    String table =
        """
        year | std | start      | orig       | end        | status | res | unreadable
        2021 | 100 | 2020-09-01 |            | 2021-09-30 | 6      |     |
        2021 | 100 | 2019-10-01 |            |            | 1      |     |
        %d   | 100 |            | 2020-09-01 |            | 1      | 1   | LearnStartDate
        """;
    assertEquals(
        Set.of(), startedOn(match(table.formatted(2020)), "2020-09-01").restartProtectedYears());
    assertEquals(
        Set.of(2021),
        startedOn(match(table.formatted(2021)), "2020-09-01").restartProtectedYears());
  }

  /** The aim that started on 2020-09-01 has the record, or is protected by it. */
  private static boolean isSeenIn(int year, List<MatchedAim> aims) {
    MatchedAim aim = startedOn(aims, "2020-09-01");
    return aim.lastYear() == year && aim.history().size() > 1
        || aim.protectedYears().contains(year);
  }

  private static List<MatchedAim> match(String table) {
    return MatcherTest.match(MatcherTest.edition("2024-25"), table);
  }

  /** The aim that was returned first with that start. */
  private static MatchedAim startedOn(List<MatchedAim> aims, String day) {
    return aims.stream()
        .filter(
            aim ->
                aim.history().stream()
                    .anyMatch(it -> LocalDate.parse(day).equals(it.delivery().start())))
        .min(Comparator.comparing(MatchedAim::firstYear))
        .orElseThrow();
  }

  private static String blank(Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
