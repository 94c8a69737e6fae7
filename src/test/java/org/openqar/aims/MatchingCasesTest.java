package org.openqar.aims;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.RecordCases;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/**
 * Our own cases of several records, whole: what R04 changes and what it does not, who is a learner,
 * pathways, corrected starts, and records that cannot be read; restarts of components and courses.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchingCasesTest {
  private static final List<Case> RECORDS =
      Stream.of("cases.csv", "restarts.csv")
          .flatMap(file -> Vectors.of(Path.of("src/test/resources/matching", file)).stream())
          .toList();

  @TempDir private static Path temp;

  private RecordCases cases;

  @BeforeAll
  void loadAndJudge() {
    cases = new RecordCases(RECORDS, temp);
    cases.run();
  }

  static List<Object[]> cases() {
    return RECORDS.stream()
        .map(record -> List.of(record.id(), record.get("case")))
        .distinct()
        .map(List::toArray)
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void theAimsComeOutAsTheCaseSays(String id, String aCase) {
    cases.assertComesOut(id);
  }

  @Test
  void aRecordTellsWhichPassMatchedIt() {
    assertTrue(
        cases.matched("M34").contains(List.of("ULN", "ULN, start corrected")),
        () -> cases.matched("M34").toString());
    assertTrue(
        cases.matched("M40").contains(List.of("ULN", "ULN, the only aim that it fits", "ULN")),
        () -> cases.matched("M40").toString());
  }
}
