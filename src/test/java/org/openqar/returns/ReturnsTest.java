package org.openqar.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.returns.Found.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.calendar.AcademicYear;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.returns.Returns.Gap;

class ReturnsTest {
  private static final String FIRST = "ILR-10000001-2425-20251020-101500-01.xml";
  private static final String LATER = "ILR-10000001-2425-20251021-090000-01.xml";
  private static final String LATER_AGAIN = "ILR-10000001-2425-20251021-090000-02.xml";
  private static final String R13 = "ILR-10000001-2425-20251022-090000-01.xml";

  @Test
  void theNewestFileOfTheHighestReturnCountsWhateverTheOrder() {
    List<ReturnedFile> files =
        new ArrayList<>(
            List.of(
                file().named(FIRST).done(),
                file().named(LATER).done(),
                file().named(LATER_AGAIN).done(),
                // R13 was made after all of them, and is R13 all the same.
                file().named(R13).inReturn(13).done()));
    for (int turn = 0; turn < 10; turn++) {
      Collections.shuffle(files, new Random(turn));
      Returns returns = Returns.of(files, Found.STRICT);
      assertEquals(
          Map.of(
              FIRST, Status.SUPERSEDED,
              LATER, Status.SUPERSEDED,
              LATER_AGAIN, Status.ACCEPTED,
              R13, Status.SUPERSEDED),
          statuses(returns));
      assertEquals(
          "R14 of 2024/25, %s, counts instead.".formatted(LATER_AGAIN),
          returns.with(Status.SUPERSEDED).get(0).reason().orElseThrow());
    }
  }

  @Test
  void aReturnThatIsNotFinalCountsIfThereIsNoOther() {
    Returns returns = returns(file().inReturn(13));
    assertEquals(Status.ACCEPTED, returns.files().get(0).status());
    assertEquals(false, returns.files().get(0).isFinal());
  }

  @Test
  void aReturnInTheYearIsMarkedUntilTheFinalOneComes() {
    ReturnedFile inYear = file().named(FIRST).inReturn(6).done();
    JudgedFile alone = Returns.of(List.of(inYear), Found.STRICT).files().get(0);
    assertTrue(alone.isInYear());
    assertEquals(
        List.of(false, false),
        Returns.of(List.of(inYear, file().named(LATER).done()), Found.STRICT).files().stream()
            .map(JudgedFile::isInYear)
            .toList());
  }

  @Test
  void anEditionThatLooksAheadReadsTheNewestFileOfReturnFourBesideTheLatest() {
    List<ReturnedFile> files =
        List.of(
            file().named(FIRST).inReturn(4).done(),
            file().named(LATER).inReturn(4).done(),
            file().named(R13).inReturn(13).done(),
            file().named(LATER_AGAIN).done());
    assertEquals(
        Map.of(
            FIRST, Status.SUPERSEDED,
            LATER, Status.ACCEPTED,
            R13, Status.SUPERSEDED,
            LATER_AGAIN, Status.ACCEPTED),
        statuses(Returns.of(files, Found.LOOKING_AHEAD)));
    assertEquals(
        Map.of(
            FIRST, Status.SUPERSEDED,
            LATER, Status.SUPERSEDED,
            R13, Status.SUPERSEDED,
            LATER_AGAIN, Status.ACCEPTED),
        statuses(Returns.of(files, Found.STRICT)));
    Returns ahead = Returns.of(files, Found.LOOKING_AHEAD);
    assertEquals(
        List.of(LATER_AGAIN),
        ahead.files().stream().filter(JudgedFile::isFinal).map(f -> f.file().name()).toList());
    assertTrue(ahead.files().stream().noneMatch(JudgedFile::isInYear));
  }

  @Test
  void providersAndYearsAreIndependent() {
    Returns returns =
        returns(
            file(),
            file().of(2023),
            file()
                .named("ILR-10000002-2425-20251020-101500-01.xml")
                .ukprn("10000002")
                .learningProvider("10000002"));
    assertEquals(3, returns.with(Status.ACCEPTED).size());
    assertEquals(
        List.of("10000001 R14 of 2023/24", "10000001 R14 of 2024/25", "10000002 R14 of 2024/25"),
        returns.files().stream().map(f -> f.ukprn() + " " + f.label()).toList());
  }

  @Test
  void aCopyIsNotedAndReadOnce() {
    Returns returns =
        returns(
            file().content("same").below("b/"),
            file().content("same").below("a/").inReturn(null).inYear(null));
    assertEquals(1, returns.files().size());
    assertEquals("b/" + FIRST, returns.files().get(0).file().sourceFile());
    assertEquals(List.of("identical_copy"), codes(returns));
    assertTrue(returns.allWarnings().get(0).contains("b/" + FIRST), returns.allWarnings().get(0));
  }

  @Test
  void theFinalOneOfTwoCopiesIsRead() {
    Returns returns =
        returns(
            file().content("same").below("R13/").inReturn(13),
            file().content("same").below("R14/"));
    assertEquals("R14/" + FIRST, returns.files().get(0).file().sourceFile());
    assertTrue(returns.files().get(0).isFinal());
  }

  @Test
  void aStrayCopyInTheFolderOfAnotherYearDoesNotReplaceTheRightOne() {
    Returns returns =
        returns(
            file().content("same").below("a/").inYear("2324"), file().content("same").below("b/"));
    assertEquals("b/" + FIRST, returns.with(Status.ACCEPTED).get(0).file().sourceFile());
    assertEquals(List.of("identical_copy"), codes(returns));
  }

  @Test
  void twoFilesThatClaimOneNameAreBothRefusedAndTheOlderOneCounts() {
    Returns returns =
        returns(
            file().named(LATER).below("a/"),
            file().named(LATER).below("b/"),
            file().named(FIRST).below("a/"));
    assertEquals(2, returns.with(Status.REFUSED).size());
    assertEquals(FIRST, returns.with(Status.ACCEPTED).get(0).file().name());
    assertEquals(List.of("same_identity", "same_identity"), codes(returns));
    JudgedFile refused = returns.with(Status.REFUSED).get(0);
    assertTrue(refused.reason().orElseThrow().contains("b/" + LATER), refused.reason().get());
  }

  /**
   * Two files of different content, with their names, the times in their headers, and the expected
   * status of each.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what                      | one name | its time            | no | other name      | its time            | no | one        | other
          saved twice by a browser    | P-01     | 2025-10-20T10:15:00 | 1  | P-01 (2)        | 2025-10-20T10:15:00 | 1  | refused    | refused
          exported again, same name   | P-01     | 2025-10-20T10:15:00 | 1  | P-01 (2)        | 2025-10-21T09:00:00 | 1  | superseded | accepted
          by hand, next serial number | P-01     | 2025-10-20T10:15:00 | 1  | P-02            | 2025-10-20T10:15:00 | 1  | superseded | accepted
          corrected, no proper name   | P-01     | 2025-10-20T10:15:00 | 1  | P-01 corrected  | 2025-10-20T11:00:00 | 1  | superseded | accepted
          a name of its own           | P-01     | 2025-10-20T10:15:00 | 1  | new             | 2025-10-20T10:15:00 | 1  | refused    | refused
          of its own, made later      | P-01     | 2025-10-20T10:15:00 | 1  | new             | 2025-10-20T10:15:01 | 1  | superseded | accepted
          of their own, alike         | old      | 2025-10-20T10:15:00 | 1  | new             | 2025-10-20T10:15:00 | 1  | refused    | refused
          of their own, next number   | old      | 2025-10-20T10:15:00 | 1  | new             | 2025-10-20T10:15:00 | 2  | superseded | accepted
          of their own, made later    | old      | 2025-10-20T10:15:00 | 1  | new             | 2025-10-20T10:15:09Z | 1 | superseded | accepted
          of their own, no time       | old      |                     |    | new             |                     |    | refused    | refused
          one proper name, made later | P-01     | 2025-10-20T10:15:00 | 1  | P-01            | 2025-10-22T10:15:00 | 1  | superseded | accepted
          """)
  void identityComesFromTheHeader(
      String what,
      String one,
      String oneMade,
      String oneSerial,
      String other,
      String otherMade,
      String otherSerial,
      String oneBecomes,
      String otherBecomes) {
    Returns returns =
        returns(
            file().named(named(one)).made(oneMade, oneSerial).below("a/"),
            file().named(named(other)).made(otherMade, otherSerial).below("b/"));
    Map<String, String> found = new TreeMap<>();
    returns.files().forEach(f -> found.put(f.file().sourceFile(), f.status().label()));
    assertEquals(Map.of("a/" + named(one), oneBecomes, "b/" + named(other), otherBecomes), found);
  }

  private static String named(String told) {
    return told.replace("P", "ILR-10000001-2425-20251020-101500") + ".xml";
  }

  @Test
  void aCorrectedFileOfTheSameNameInTheFolderOfALaterReturnCounts() {
    Returns returns =
        returns(file().named(FIRST).below("R13/").inReturn(13), file().named(FIRST).below("R14/"));
    assertEquals(0, returns.with(Status.REFUSED).size());
    assertEquals("R14/" + FIRST, returns.with(Status.ACCEPTED).get(0).file().sourceFile());
  }

  @Test
  void theProperlyNamedOneOfIdenticalFilesIsRead() {
    String copy = FIRST.replace(".xml", " (1).xml");
    Returns returns =
        returns(file().content("same").named(copy), file().content("same").named(FIRST));
    assertEquals(List.of(FIRST), returns.files().stream().map(f -> f.file().name()).toList());
    assertEquals(
        List.of(copy + ": Its content is that of returns/" + FIRST + ", which is read instead."),
        returns.allWarnings());
  }

  @Test
  void aRefusedNewestFallsBackToTheNextOlder() {
    Returns returns = returns(file().named(FIRST), file().named(LATER).unreadable("truncated"));
    assertEquals(Map.of(FIRST, Status.ACCEPTED, LATER, Status.REFUSED), statuses(returns));
  }

  @Test
  void aFileThatBreaksInTheMiddleFallsBackStepByStep() {
    Returns returns =
        returns(file().named(FIRST), file().named(LATER), file().named(R13).inReturn(13));
    Returns once = returns.refusing(problem(LATER));
    assertEquals(
        Map.of(FIRST, Status.ACCEPTED, LATER, Status.REFUSED, R13, Status.SUPERSEDED),
        statuses(once));
    assertTrue(once.with(Status.ACCEPTED).get(0).reason().isEmpty());
    Returns twice = once.refusing(problem(FIRST));
    assertEquals(
        Map.of(FIRST, Status.REFUSED, LATER, Status.REFUSED, R13, Status.ACCEPTED),
        statuses(twice));
    assertEquals(List.of("broken", "broken"), codes(twice));
    assertEquals(
        0, twice.refusing(problem(R13)).with(Status.ACCEPTED).size(), "nothing is left to count");
  }

  @Test
  void aYearWithoutAFinalReturnAfterOneThatHasItIsAGap() {
    Returns returns =
        returns(
            file().of(2021),
            file().of(2022).inReturn(13),
            file().of(2024),
            file()
                .named("ILR-10000002-2425-20251020-101500-01.xml")
                .ukprn("10000002")
                .learningProvider("10000002"));
    assertEquals(
        List.of(gap(2022), gap(2023)),
        Returns.gaps(returns.finalYears(), 2020, 2024),
        "neither the years before the first return nor a new provider's are gaps");
    assertEquals(List.of(gap(2022)), Returns.gaps(returns.finalYears(), 2020, 2022));
    assertEquals(
        new Gap(10000002, new AcademicYear(2025)),
        Returns.gaps(returns.finalYears(), 2025, 2025).get(1));
  }

  @Test
  void noFilesGiveNoReturns() {
    Returns returns = returns();
    assertEquals(List.of(), returns.files());
    assertEquals(List.of(), Returns.gaps(returns.finalYears(), 2020, 2024));
  }

  private static Gap gap(int year) {
    return new Gap(10000001, new AcademicYear(year));
  }

  private static Map<String, ReturnedFile.Problem> problem(String name) {
    return Map.of(
        "returns/" + name, new ReturnedFile.Problem("broken", 90, "It ends in the middle."));
  }

  private static List<String> codes(Returns returns) {
    return returns.issues().stream().map(FileIssue::code).toList();
  }

  private static Map<String, Status> statuses(Returns returns) {
    Map<String, Status> statuses = new TreeMap<>();
    returns.files().forEach(f -> statuses.put(f.file().name(), f.status()));
    return statuses;
  }

  private static Returns returns(Found... files) {
    return Returns.of(Arrays.stream(files).map(Found::done).toList(), Found.STRICT);
  }
}
