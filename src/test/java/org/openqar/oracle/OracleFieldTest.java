package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.Vectors;

/** The cases from practice come out of the oracle, which reads their returns by itself. */
class OracleFieldTest {
  private static final Path FIELD = Path.of("src/test/resources/field");
  private static final Map<String, List<Verdict>> VERDICTS = new HashMap<>();

  /** A line of an edition's expectations. */
  record Expected(String edition, Vectors.Case line) {
    @Override
    public String toString() {
      return edition
          + " "
          + String.join(
              " ", line.get("case"), line.get("ukprn"), line.get("ref"), line.get("start"));
    }
  }

  static List<Expected> expected() {
    return Stream.of("2024-25", "2020-21")
        .flatMap(
            edition ->
                Vectors.of(FIELD.resolve(edition).resolve("expected.csv")).stream()
                    .map(line -> new Expected(edition, line)))
        .toList();
  }

  private static List<Verdict> verdicts(String edition) {
    int year = Integer.parseInt(edition.substring(0, 4));
    Sector sector = ReturnFiles.sector(FIELD.resolve(edition));
    return Oracle.of(sector, Switches.ofEdition(year), year).verdicts();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void whatPractitionersReport(Expected expected) {
    Vectors.Case line = expected.line();
    List<Verdict> found =
        VERDICTS.computeIfAbsent(expected.edition(), OracleFieldTest::verdicts).stream()
            .filter(verdict -> isOf(verdict, line))
            .toList();
    boolean leftOut = line.get("status").equals("(no row)");
    assertEquals(leftOut ? 0 : 1, found.size(), found::toString);
    if (leftOut) {
      return;
    }
    Verdict verdict = found.get(0);
    boolean leaver = line.get("status").equals(Verdict.INCLUSION);
    assertAll(
        () -> assertEquals(line.get("status"), verdict.status()),
        () -> assertEquals(line.number("hey"), verdict.hybridEndYear(), "year"),
        () -> assertEquals(leaver && line.number("completer") == 1, verdict.completer()),
        () -> assertEquals(leaver && line.number("achiever") == 1, verdict.achiever()));
  }

  private static boolean isOf(Verdict verdict, Vectors.Case line) {
    Seen aim = verdict.current();
    return verdict.provider() == line.number("ukprn")
        && verdict.type().label().equals(line.get("report_type"))
        && line.get("uln").equals(aim.realUln)
        && line.get("aim_ref").equals(aim.learnAimRef)
        && line.get("start").equals(String.valueOf(aim.start))
        && (line.get("std") == null || line.number("std").equals(aim.stdCode));
  }
}
