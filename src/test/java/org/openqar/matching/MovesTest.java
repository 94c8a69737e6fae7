package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.matching.Said.Number;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.Edition;

/**
 * Moves between providers (qar-rules 3.3, 9.5). A table has one returned record a line; {@code now}
 * is the provider that it is with in the end.
 */
@DecidedBy("match.plain-moves")
class MovesTest {
  private static final Providers PROVIDERS =
      new Providers(
          Map.of(),
          Map.of(1, Set.of(2020, 2021, 2022), 2, Set.of(2021, 2022, 2023), 3, Set.of(2023)),
          2020,
          2024);

  @Test
  void aContractTakesEverything() {
    assertEnds(
        """
        year | ukprn | ref | prev | prevref | contract | aim | status | now
        2020 | 1     | A   |      |         |          | X   | 3      | 2
        2020 | 1     | A   |      |         |          |     | 1      | 2
        2021 | 2     | B   | 1    | A       | yes      | Y   | 1      | 2
        """);
  }

  @Test
  void aMoveMayKeepTheNumber() {
    assertEnds(
        """
        year | ukprn | ref | prev | prevref | contract | aim | status | now
        2020 | 1     | A   |      |         |          | X   | 1      | 2
        2021 | 2     | A   | 1    |         | yes      | X   | 1      | 2
        """);
  }

  @Test
  void aPlainMoveTakesUnfinishedAimsThatGoOn() {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2019 | 1     | A   |      | X   | 1      | 2
        2020 | 1     | A   |      | X   | 1      | 2
        2020 | 1     | A   |      | Y   | 1      | 1
        2020 | 1     | A   |      |     | 1      | 1
        2021 | 2     | A   | 1    | X   | 2      | 2
        """);
  }

  @Test
  void whatTheOldProviderReturnsInTheYearOfTheMoveStays() {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2020 | 1     | A   |      | X   | 1      | 1
        2021 | 1     | A   |      | X   | 1      | 1
        2021 | 2     | A   | 1    | X   | 1      | 2
        """);
  }

  @ParameterizedTest(name = "last returned with CompStatus {0}")
  @CsvSource({"1, 2", "2, 1", "3, 1", "6, 1", ", 1"})
  void whatHasEndedStays(Integer status, int now) {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2020 | 1     | A   |      | X   | 1      | %2$s
        2021 | 1     | A   |      | X   | %1$s   | %2$s
        2022 | 2     | A   | 1    | X   | 1      | 2
        """
            .formatted(status == null ? "" : status, now));
  }

  @Test
  void whatTheOldProviderStillReturnsStays() {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | uln | now
        2020 | 1     | A   |      | X   | 1      | ann | 1
        2021 | 1     | A   |      | X   | 1      | ann | 1
        2021 | 2     | A   | 1    | X   | 1      | ann | 2
        """);
  }

  @Test
  void itIsTakenOverInTheYearOfTheMoveOrLater() {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2020 | 1     | A   |      | X   | 1      | 2
        2021 | 2     | A   | 1    | Y   | 1      | 2
        2023 | 2     | A   |      | X   | 2      | 2
        """);
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2020 | 1     | A   |      | X   | 1      | 1
        2020 | 2     | A   |      | X   | 1      | 2
        2021 | 2     | A   | 1    | Y   | 1      | 2
        """);
  }

  @Test
  void ofSeveralNewestRecordsTheOneThatCountsDecides() {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | reason | seq | now
        2020 | 1     | A   |      | X   | 1      |        | 1   | 2
        2020 | 1     | A   |      | X   | 3      | 40     | 2   | 2
        2021 | 2     | A   | 1    | X   | 1      |        |     | 2
        """);
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | reason | seq | now
        2020 | 1     | A   |      | X   | 1      |        | 2   | 1
        2020 | 1     | A   |      | X   | 3      | 2      | 1   | 1
        2021 | 2     | A   | 1    | X   | 1      |        |     | 2
        """);
  }

  @ParameterizedTest(name = "contract {0}")
  @CsvSource({"yes", "''"})
  void aRecordOfAnotherUlnStays(String contract) {
    assertEnds(
        """
        year | ukprn | ref | prev | contract | aim | status | uln | now
        2019 | 1     | A   |      |          | X   | 1      | bob | 1
        2020 | 1     | A   |      |          | X   | 1      | ann | 2
        2020 | 1     | A   |      |          | X   | 1      |     | 2
        2021 | 2     | A   | 1    | %s       | X   | 1      | ann | 2
        """
            .formatted(contract));
  }

  @Test
  void aMoverWithoutAUlnTakesRecordsOfAnyUln() {
    assertEnds(
        """
        year | ukprn | ref | prev | contract | aim | status | uln | now
        2020 | 1     | A   |      |          | X   | 1      | bob | 2
        2021 | 2     | A   | 1    | yes      | X   | 1      |     | 2
        """);
  }

  @Test
  void aNumberThatStillStandsForAnotherDoesNotMove() {
    assertEnds(
        """
        year | ukprn | ref | prev | contract | aim | status | uln | now
        2020 | 1     | A   |      |          | X   | 1      |     | 1
        2021 | 1     | A   |      |          | Z   | 1      | bob | 1
        2021 | 2     | A   | 1    | yes      | X   | 1      | ann | 2
        """);
  }

  @Test
  void aNumberChangeOfTheYearBeforeIsFollowedFirst() {
    assertEnds(
        """
        year | ukprn | ref | prev | prevref | aim | status | now
        2020 | 1     | A   |      |         | X   | 1      | 2
        2020 | 1     | A   |      |         | Y   | 1      | 1
        2021 | 1     | B   |      | A       | Z   | 1      | 1
        2022 | 2     | B   | 1    |         | X   | 1      | 2
        """);
  }

  @Test
  void aSecondMoveTakesWhatTheFirstBrought() {
    String table =
        """
        year | ukprn | ref | prev | contract | aim | status | now
        2020 | 1     | A   |      |          | X   | 1      | 3
        2020 | 1     | A   |      |          | Y   | 1      | 1
        2021 | 2     | A   | 1    |          | X   | 1      | 3
        2021 | 2     | A   | 1    |          | Z   | 3      | 3
        2023 | 3     | A   | 2    | yes      | X   | 1      | 3
        """;
    assertEnds(table);
    Owner moved = owner(said(table), TAKEN_OVER, 0);
    assertEquals(new Owner.Move(2021, List.of(2021, 2022, 2023)), moved.move());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"ALL, 2, 2", "TAKEN_OVER, 2, 1", "NONE, 1, 1"})
  void aSwitchTellsWhatAPlainMoveTakes(String plainMoves, int goesOn, int ended) {
    assertEnds(
        """
        year | ukprn | ref | prev | aim | status | now
        2020 | 1     | A   |      | X   | 1      | %d
        2020 | 1     | A   |      | Y   | 3      | %d
        2021 | 2     | A   | 1    | X   | 1      | 2
        """
            .formatted(goesOn, ended),
        MatcherTest.edition("2024-25").with(Map.of("match.plain-moves", plainMoves)));
  }

  @ParameterizedTest(name = "contract {0}")
  @CsvSource({"yes, 2", "'', 1"})
  void destinationsFollowAContractOnly(String contract, int now) {
    assertEnds(
        """
        year | ukprn | ref | prev | contract | aim | status | destination | now
        2020 | 1     | A   |      |          | X   | 1      |             | 2
        2020 | 1     | A   |      |          |     |        | yes         | %2$s
        2021 | 2     | A   | 1    | %1$s     | X   | 1      |             | 2
        """
            .formatted(contract, now));
  }

  @Test
  void whatMovedARecordAndWhatLeftItIsTold() {
    List<Map<String, String>> said =
        said(
            """
            year | ukprn | ref | prev | contract | aim | status
            2020 | 1     | A   |      |          | X   | 1
            2020 | 1     | A   |      |          | Y   | 3
            2021 | 2     | A   | 1    |          | X   | 1
            """);
    assertEquals(
        "provider 2 names this learner's number in the return of 2021/22 (PrevUKPRN), and"
            + " continues this unfinished aim",
        owner(said, TAKEN_OVER, 0).moved());
    assertNull(owner(said, TAKEN_OVER, 1).moved());
    String left = owner(said, TAKEN_OVER, 1).stayed();
    assertTrue(left.contains("without NLM 17 or 18 and without PMUKPRN"), left);
    assertNull(owner(said, TAKEN_OVER, 0).stayed());
    assertNull(owner(said, TAKEN_OVER, 2).moved());
  }

  private static final Edition TAKEN_OVER = MatcherTest.edition("2024-25");

  private static void assertEnds(String table) {
    assertEnds(table, TAKEN_OVER);
  }

  private static void assertEnds(String table, Edition edition) {
    List<Map<String, String>> records = said(table);
    List<Integer> expected = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (int place = 0; place < records.size(); place++) {
      expected.add(number(records.get(place), "now"));
      found.add(owner(records, edition, place).ukprn());
    }
    assertEquals(expected, found);
  }

  private static Owner owner(List<Map<String, String>> records, Edition edition, int place) {
    Map<String, String> record = records.get(place);
    return WhoIsWho.of(records.stream().map(MovesTest::of).toList(), PROVIDERS, edition.match())
        .owner(
            number(record, "year"),
            new Number(number(record, "ukprn"), record.get("ref")),
            record.get("aim"),
            record.get("uln"));
  }

  private static List<Map<String, String>> said(String table) {
    List<String> lines = table.lines().toList();
    List<String> columns = cells(lines.get(0));
    List<Map<String, String>> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> record = new LinkedHashMap<>();
      List<String> cells = cells(line);
      for (int i = 0; i < columns.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          record.put(columns.get(i), cells.get(i));
        }
      }
      records.add(new HashMap<>(record));
    }
    return records;
  }

  private static List<String> cells(String line) {
    return Arrays.stream((line + " ").split("\\|")).map(String::strip).toList();
  }

  private static Said of(Map<String, String> record) {
    int ukprn = number(record, "ukprn");
    Ending ending = new Ending(number(record, "status"), number(record, "reason"), null);
    boolean ended = ending.compStatus() != null && ending.compStatus() != 1;
    return new Said(
        number(record, "year"),
        ukprn,
        ukprn,
        record.get("ref"),
        record.get("uln"),
        number(record, "prev"),
        record.get("prevref"),
        record.containsKey("contract"),
        record.containsKey("destination"),
        false,
        record.get("aim") == null
            ? null
            : new Said.Aim(
                record.get("aim"),
                ending,
                Precedence.of(ending, true, ended, false, number(record, "seq"), "A")));
  }

  private static Integer number(Map<String, String> record, String column) {
    return record.get(column) == null ? null : Integer.valueOf(record.get(column));
  }
}
