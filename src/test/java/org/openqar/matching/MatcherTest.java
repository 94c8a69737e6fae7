package org.openqar.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.config.Configuration;
import org.openqar.rules.DecidedBy;
import org.openqar.rules.Edition;

/** One learner's records, literally, and the aims that come of them (qar-rules 3.4 to 3.7, 9). */
@DecidedBy("match.months-without-original-start")
class MatcherTest {
  private static final Providers PROVIDERS =
      new Providers(Map.of(), Map.of(10000001, Set.of(2020, 2021, 2022, 2023, 2024)), 2020, 2024);

  @Test
  void theRecordsOfSeveralYearsAreOneAim() {
    MatchedAim aim =
        only(
            """
            year | status | end        | outcome
            2020 | 1      |            |
            2021 | 2      | 2022-07-20 | 1
            """);
    assertEquals(List.of(2020, 2021), List.of(aim.firstYear(), aim.lastYear()));
    assertEquals(2, aim.values().ending().compStatus());
    assertEquals(2021, aim.derived().firstYearReportedEnded());
    assertEquals(List.of(2020, 2021, 2022, 2023, 2024), aim.finalReturnYears());
  }

  @Test
  void aCoreAimIsACourseInTheNextReturn() {
    MatchedAim aim =
        only(
            """
            year | type | aim      | prog | std
            2020 | 5    | 60001234 |      |
            2021 | 4    | 60001234 |      |
            """);
    assertEquals(4, aim.values().training().aimType());
    assertEquals(2020, aim.firstYear());
  }

  @Test
  void aComponentIsNoCourse() {
    assertEquals(
        2,
        match(
                """
                year | type | aim      | prog | std
                2020 | 3    | 60001234 |      |
                2021 | 4    | 60001234 |      |
                """)
            .size());
  }

  @Test
  void aCourseRestartsACoreAim() {
    List<MatchedAim> aims =
        match(
            """
            year | type | aim      | prog | std | start      | orig       | end        | status | res
            2020 | 5    | 60001234 |      |     | 2020-09-01 |            | 2021-01-31 | 6      |
            2021 | 4    | 60001234 |      |     | 2021-09-01 | 2020-09-01 |            | 1      | 1
            """);
    assertEquals(2021, startedOn(aims, "2020-09-01").restart().firstYear());
  }

  @Test
  void anUnreadableRecordOfACoreAimProtectsTheCourse() {
    List<MatchedAim> aims =
        match(
            """
            year | type | aim      | prog | std | start      | unreadable
            2020 | 4    | 60001234 |      |     | 2020-09-01 |
            2020 | 4    | 60001234 |      |     | 2020-10-01 |
            2021 | 5    | 60001234 |      |     |            | LearnStartDate
            """);
    assertEquals(Set.of(2021), startedOn(aims, "2020-09-01").protectedYears());
  }

  @Test
  void aCorrectedStartIsTheSameAimUnderItsFirstStart() {
    MatchedAim aim =
        only(
            """
            year | start
            2020 | 2020-09-01
            2021 | 2020-09-15
            """);
    assertEquals(
        List.of("ULN", "ULN, start corrected"),
        aim.history().stream().map(MatchedAim.Returned::matchedBy).toList());
  }

  @Test
  void anotherPlannedEndMakesItAnotherAim() {
    assertEquals(
        2,
        match(
                """
                year | start      | plan
                2020 | 2020-09-01 | 2022-07-31
                2021 | 2020-09-15 | 2022-08-01
                """)
            .size());
  }

  @Test
  void theNearestStartIsTheCorrectedOne() {
    List<MatchedAim> aims =
        match(
            """
            year | start
            2020 | 2020-09-01
            2021 | 2020-09-10
            2021 | 2020-10-10
            """);
    assertEquals(
        List.of("2020 2021", "2021 2021"),
        aims.stream().map(aim -> aim.firstYear() + " " + aim.lastYear()).sorted().toList());
  }

  @Test
  void aBlankPathwayIsTheOnlyOneOfItsGroup() {
    assertEquals(
        1,
        match(
                """
                year | prog | std | fwork | pway
                2020 | 2    |     | 403   | 1
                2021 | 2    |     | 403   | 0
                """)
            .size());
    assertEquals(
        3,
        match(
                """
                year | prog | std | fwork | pway
                2020 | 2    |     | 403   | 1
                2021 | 2    |     | 403   | 2
                2021 | 2    |     | 403   | 0
                """)
            .size());
  }

  @Test
  void aBreakFindsItsEarliestRestartAndTheFirstReturnWithAny() {
    List<MatchedAim> aims =
        match(
            """
            year | start      | orig       | end        | status | res
            2020 | 2020-09-01 |            | 2021-01-31 | 6      |
            2022 | 2021-03-01 | 2020-09-01 |            | 1      | 1
            2021 | 2021-06-01 | 2020-09-01 |            | 1      | 1
            """);
    MatchedAim onBreak = startedOn(aims, "2020-09-01");
    assertEquals(LocalDate.of(2021, 3, 1), onBreak.restart().first().start());
    assertEquals(2021, onBreak.restart().firstYear());
    MatchedAim restart = startedOn(aims, "2021-03-01");
    assertEquals(List.of(onBreak.id()), restart.earlier().stream().map(Part::aimId).toList());
    assertEquals(LocalDate.of(2020, 9, 1), restart.derived().programmeStart());
    assertEquals(153, restart.derived().earlierDays());
  }

  @Test
  void aRestartOfAnotherStandardIsATransfer() {
    List<MatchedAim> aims =
        match(
            """
            year | std | start      | orig       | end        | status | res
            2020 | 100 | 2020-09-01 |            | 2021-01-31 | 6      |
            2021 | 101 | 2021-03-01 | 2020-09-01 |            | 1      | 1
            """);
    MatchedAim onBreak = startedOn(aims, "2020-09-01");
    assertNull(onBreak.restart().first().aimId());
    assertEquals(startedOn(aims, "2021-03-01").id(), onBreak.nextProgramme().aimId());
    assertEquals(startedOn(aims, "2021-03-01").id(), onBreak.nextAim().aimId());
  }

  @Test
  void theNextProgrammePassesOverPartsOfTheSame() {
    List<MatchedAim> aims =
        match(
            """
            year | std | start      | end        | status
            2020 | 100 | 2020-09-01 | 2021-01-31 | 3
            2021 | 100 | 2021-03-01 | 2021-04-30 | 3
            2021 | 100 | 2021-05-01 |            | 1
            2021 | 101 | 2021-06-01 |            | 1
            """);
    MatchedAim first = startedOn(aims, "2020-09-01");
    assertEquals(LocalDate.of(2021, 6, 1), first.nextProgramme().start());
    assertEquals(LocalDate.of(2021, 3, 1), first.nextAim().start());
  }

  @Test
  void aRecordWithoutAReadableStartJoinsTheOnlyAimThatItFits() {
    MatchedAim aim =
        only(
            """
            year | start      | unreadable
            2020 | 2020-09-01 |
            2021 |            | LearnStartDate
            """);
    assertEquals(2021, aim.lastYear());
    assertEquals("ULN, the only aim that it fits", aim.history().get(1).matchedBy());
  }

  @Test
  void ofTwoAimsThatItFitsItProtectsBoth() {
    List<MatchedAim> aims =
        match(
            """
            year | start      | unreadable
            2020 | 2020-09-01 |
            2020 | 2020-10-01 |
            2021 |            | LearnStartDate
            """);
    assertEquals(3, aims.size());
    assertEquals(
        List.of(Set.of(2021), Set.of(2021)),
        aims.stream()
            .filter(aim -> aim.lastYear() == 2020)
            .map(MatchedAim::protectedYears)
            .toList());
  }

  @Test
  void aRecordWithoutAnAimReferenceIsNoAimAndProtects() {
    MatchedAim aim =
        only(
            """
            year | aim
            2020 | ZPROG001
            2021 |
            """);
    assertEquals(Set.of(2021), aim.protectedYears());
  }

  @Test
  void aRestartWithoutAReadableOriginalStartProtectsTheBreak() {
    List<MatchedAim> aims =
        match(
            """
            year | start      | end        | status | res | unreadable
            2020 | 2020-09-01 | 2021-01-31 | 6      |     |
            2021 | 2021-03-01 |            | 1      | 1   | OrigLearnStartDate
            """);
    assertEquals(Set.of(2021), startedOn(aims, "2020-09-01").restartProtectedYears());
  }

  /**
   * A start without its original start is a restart up to so many months after the break (9.13).
   */
  @ParameterizedTest
  @CsvSource({"24, 2022-09-30, true", "24, 2022-10-01, false", "25, 2022-10-01, true"})
  void aStartWithoutAnOriginalStartRestartsABreakForSoManyMonths(
      int months, String start, boolean restarts) {
    List<MatchedAim> aims =
        match(
            edition("2024-25")
                .with(Map.of("match.months-without-original-start", String.valueOf(months))),
            """
            year | start      | end        | status | res | std
            2020 | 2020-08-03 | 2020-09-30 | 6      |     | 100
            2022 | %s         |            | 1      | 1   | 100
            """
                .formatted(start));
    assertEquals(restarts, startedOn(aims, "2020-08-03").restart().first().start() != null);
  }

  @Test
  void anAchievementThatR04ReportsLateStandsInTheFinalReturnsPlace() {
    Edition lookingAhead = edition("2020-21");
    List<MatchedAim> aims =
        match(
            lookingAhead,
            """
            year | return | end        | ach        | status | outcome
            2020 | 14     |            |            | 1      |
            2020 | 4      | 2021-07-20 | 2021-07-20 | 2      | 1
            """);
    assertEquals(1, aims.size());
    assertEquals(2, aims.get(0).values().ending().compStatus());
    assertEquals(List.of(false, true), counts(aims.get(0)));
  }

  /** 9.8, 9.18: R04 decides what is judged; starts are corrected between final returns. */
  @Test
  void aRecordInDoubtCorrectsTheStartOfWhatTheFinalReturnHadAndNotOfR04InItsPlace() {
    String table =
        """
        year | return | type | start      | plan       | end        | status | unreadable
        2020 | 14     | 1    | 2020-09-01 | 2021-07-10 | 2021-01-31 | 6      |
        2020 | 4      | 1    | 2020-09-01 | 2021-07-31 | 2021-01-31 | 6      |
        2021 | 14     |      | 2020-09-10 | %s         |            | 1      | AimType
        """;
    Edition lookingAhead = edition("2020-21");
    MatchedAim asReturned =
        startedOn(match(lookingAhead, table.formatted("2021-07-10")), "2020-09-01");
    assertEquals(LocalDate.of(2021, 7, 31), asReturned.values().dates().plannedEnd());
    assertEquals(Set.of(2021), asReturned.protectedYears());
    assertEquals(
        Set.of(),
        startedOn(match(lookingAhead, table.formatted("2021-07-31")), "2020-09-01")
            .protectedYears());
  }

  @Test
  void theOrderOfTheRecordsDoesNotMatter() {
    String table =
        """
        year | start      | orig       | end        | status | res | std | unreadable
        2020 | 2020-09-01 |            | 2021-01-31 | 6      |     | 100 |
        2021 | 2020-09-01 |            | 2021-01-31 | 6      |     | 100 |
        2021 | 2021-03-01 | 2020-09-01 |            | 1      | 1   | 100 |
        2022 | 2021-03-15 | 2020-09-01 | 2022-09-01 | 3      | 1   | 100 |
        2022 | 2022-10-01 |            |            | 1      |     | 101 |
        2023 |            |            |            | 1      |     | 101 | LearnStartDate
        """;
    List<String> expected = told(match(table));
    for (int seed = 0; seed < 50; seed++) {
      List<Delivery> shuffled = new ArrayList<>(Records.of(table));
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(
          expected,
          told(
              new Matcher(edition("2024-25"), PROVIDERS)
                  .match(new LearnerRecords(shuffled, List.of()))));
    }
  }

  @Test
  void tenThousandAimsOfOneLearnerAreMatchedWithoutLookingAtEveryPair() {
    StringBuilder table =
        new StringBuilder("year | aim | type | prog | std | start | end | status");
    for (int i = 0; i < 10_000; i++) {
      table
          .append("\n2021 | A%07d | 3 | | | ".formatted(i / 2))
          .append(LocalDate.of(2021, 8, 1).plusDays(i % 300))
          .append(" | ")
          .append(LocalDate.of(2022, 6, 1).plusDays(i % 30))
          .append(" | 6");
    }
    List<MatchedAim> aims = match(table.toString());
    assertEquals(10_000, aims.size());
    assertEquals(10_000, aims.stream().map(MatchedAim::id).collect(Collectors.toSet()).size());
    assertTrue(aims.stream().allMatch(aim -> aim.nextAim().aimId() == null));
  }

  static MatchedAim only(String table) {
    List<MatchedAim> aims = match(table);
    assertEquals(1, aims.size(), () -> told(aims).toString());
    return aims.get(0);
  }

  private static List<MatchedAim> match(String table) {
    return match(edition("2024-25"), table);
  }

  static List<MatchedAim> match(Edition edition, String table) {
    return new Matcher(edition, PROVIDERS).match(new LearnerRecords(Records.of(table), List.of()));
  }

  private static MatchedAim startedOn(List<MatchedAim> aims, String day) {
    return aims.stream()
        .filter(aim -> LocalDate.parse(day).equals(aim.values().start()))
        .findFirst()
        .orElseThrow();
  }

  static List<Boolean> counts(MatchedAim aim) {
    return aim.history().stream().map(MatchedAim.Returned::counts).toList();
  }

  private static List<String> told(List<MatchedAim> aims) {
    return aims.stream().sorted(Comparator.comparing(MatchedAim::id)).map(String::valueOf).toList();
  }

  static Edition edition(String name) {
    return new Configuration(Path.of("conf"), Map.of()).edition(name, Edition.class);
  }
}
