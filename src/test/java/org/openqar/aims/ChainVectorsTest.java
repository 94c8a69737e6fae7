package org.openqar.aims;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.RecordCases;
import org.openqar.support.Vectors;

/** The specification's worked cases of several records, whole (vectors/README.md). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainVectorsTest {
  @TempDir private static Path temp;

  private RecordCases cases;

  @BeforeAll
  void loadAndJudge() {
    cases = new RecordCases(Vectors.of("chains.csv"), temp);
    cases.run();
  }

  static List<String> cases() {
    return Vectors.of("chains.csv").stream().map(Vectors.Case::id).distinct().toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theAimsComeOutAsTheCaseSays(String id) {
    cases.assertComesOut(id);
  }

  @Test
  void aMissingFinalReturnIsReported() {
    assertTrue(
        cases.printed().contains("%d 2022/23".formatted(RecordCases.provider("K08", 1))),
        "The gap of K08 is not in\n" + cases.printed());
  }
}
