package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes up a break, and what a restart takes up (qar-rules 3.5, 9.13, 9.21). */
class RestartsTest {
  private static final String HEADER =
      "year | prog | std | fwork | pway | start | orig | end | status | res\n";
  private static final String BREAK =
      "2020 | 25 | 100 | | | 2020-09-01 | 2020-01-15 | 2021-01-31 | 6 | \n";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on the day of the end                            | 2020 | 100 | 2021-01-31 | 2020-09-01 | 1 | true
          on the day before                                | 2020 | 100 | 2021-01-30 | 2020-09-01 | 1 | false
          years later, by its original start               | 2023 | 100 | 2023-09-01 | 2020-09-01 | 1 | true
          the original start of the break                  | 2021 | 100 | 2021-09-01 | 2020-01-15 | 1 | true
          another original start                           | 2021 | 100 | 2021-09-01 | 2020-09-02 | 1 | false
          no restart indicator                             | 2021 | 100 | 2021-09-01 | 2020-09-01 |   | false
          another standard                                 | 2021 | 101 | 2021-09-01 | 2020-09-01 | 1 | false
          no original start, 24 calendar months later      | 2022 | 100 | 2023-01-31 |            | 1 | true
          no original start, a day more                    | 2022 | 100 | 2023-02-01 |            | 1 | false
          no original start, on the day before the end     | 2020 | 100 | 2021-01-30 |            | 1 | false
          """)
  void whatTakesUpABreak(
      String aCase,
      int year,
      int standard,
      String start,
      String original,
      Integer restart,
      boolean takesItUp) {
    List<MatchedAim> aims =
        match(
            BREAK
                + "%d | 25 | %d | | | %s | %s | | 1 | %s\n"
                    .formatted(year, standard, start, blank(original), blank(restart)));
    assertTakesUp(takesItUp, aims);
    assertEquals(takesItUp ? year : null, first(aims).restart().firstYear());
  }

  /** Without an original start, only a standard tells that it is the same training. */
  @ParameterizedTest(name = "original start {0}")
  @CsvSource({"2020-09-01, true", ", false"})
  void aFrameworkIsTakenUpByItsOriginalStartOnly(String original, boolean takesItUp) {
    assertTakesUp(
        takesItUp,
        match(
            "2020 | 2 | | 403 | 1 | 2020-09-01 | | 2021-01-31 | 6 | \n"
                + "2021 | 2 | | 403 | 1 | 2021-09-01 | %s | | 1 | 1\n".formatted(blank(original))));
  }

  @ParameterizedTest(name = "CompStatus {0}")
  @CsvSource({
    "1, false, false",
    "2, false, false",
    "3, false, true",
    "4, false, true",
    "6, true, true"
  })
  void aWithdrawalStaysAndIsAnEarlierPartAllTheSame(int status, boolean restarted, boolean part) {
    List<MatchedAim> aims =
        match(
            "2020 | 25 | 100 | | | 2020-09-01 | | 2021-01-31 | %d | \n".formatted(status)
                + "2021 | 25 | 100 | | | 2021-09-01 | 2020-09-01 | | 1 | 1\n");
    assertEquals(restarted, first(aims).restart().first().aimId() != null);
    assertEquals(
        part ? List.of(first(aims).id()) : List.of(),
        second(aims).earlier().stream().map(Part::aimId).toList());
  }

  @Test
  void aBreakIsNotItsOwnRestart() {
    List<MatchedAim> aims =
        match("2020 | 25 | 100 | | | 2021-01-31 | 2021-01-31 | 2021-01-31 | 6 | 1\n");
    assertNull(aims.get(0).restart().first().aimId());
    assertEquals(List.of(), aims.get(0).earlier());
  }

  @Test
  void anAimThatIsNoRestartTakesUpNothing() {
    List<MatchedAim> aims =
        match(BREAK + "2021 | 25 | 100 | | | 2021-09-01 | 2020-09-01 | | 1 | \n");
    assertEquals(List.of(), second(aims).earlier());
  }

  @Test
  void theFirstYearsOfSeveralRestartsAreOfAnyOfThem() {
    List<MatchedAim> aims =
        MatcherTest.match(
            MatcherTest.edition("2020-21"),
            """
            year | return | start      | orig       | plan       | end        | status | res
            2020 | 14     | 2020-09-01 |            | 2022-07-31 | 2021-01-31 | 6      |
            2023 | 4      | 2021-03-01 | 2020-09-01 | 2022-09-01 |            | 1      | 1
            2023 | 14     | 2021-03-01 | 2020-09-01 | 2022-09-01 |            | 1      | 1
            2022 | 4      | 2021-04-01 | 2020-09-01 | 2022-10-01 |            | 1      | 1
            2023 | 14     | 2021-04-01 | 2020-09-01 | 2022-10-01 |            | 1      | 1
            2022 | 14     | 2021-05-01 | 2020-09-01 | 2022-11-01 |            | 1      | 1
            """);
    assertEquals(2022, first(aims).restart().firstYear());
    // The R04 that looks back on 2022 is of 2023.
    assertEquals(2023, first(aims).restart().firstLookAhead());
    assertEquals("2021-03-01", first(aims).restart().first().start().toString());
  }

  /** An aim that only an R04 has is no aim yet, and a restart all the same (9.10, 9.18). */
  @Test
  void aRestartThatOnlyAnR04HasTakesUpTheBreak() {
    List<MatchedAim> aims =
        MatcherTest.match(
            MatcherTest.edition("2020-21"),
            """
            year | return | start      | orig       | end        | status | res
            2020 | 14     | 2020-09-01 |            | 2021-01-31 | 6      |
            2020 | 4      | 2021-09-01 | 2020-09-01 |            | 1      | 1
            """);
    assertEquals(1, aims.size());
    assertNull(aims.get(0).restart().firstYear());
    assertEquals(2021, aims.get(0).restart().firstLookAhead());
  }

  private static void assertTakesUp(boolean expected, List<MatchedAim> aims) {
    assertEquals(
        expected ? second(aims).id() : null, first(aims).restart().first().aimId(), "the restart");
    assertEquals(
        expected ? List.of(first(aims).id()) : List.of(),
        second(aims).earlier().stream().map(Part::aimId).toList(),
        "the earlier parts");
  }

  private static List<MatchedAim> match(String records) {
    return MatcherTest.match(MatcherTest.edition("2024-25"), HEADER + records);
  }

  private static MatchedAim first(List<MatchedAim> aims) {
    return inOrder(aims).get(0);
  }

  private static MatchedAim second(List<MatchedAim> aims) {
    return inOrder(aims).get(1);
  }

  private static List<MatchedAim> inOrder(List<MatchedAim> aims) {
    return aims.stream()
        .sorted(Comparator.comparing((MatchedAim aim) -> aim.values().start()))
        .toList();
  }

  private static String blank(Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
