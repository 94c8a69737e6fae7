package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** The cases from practice, whole (src/test/resources/field/README.md). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldCasesTest {
  private static final Path FIELD = Path.of("src/test/resources/field");
  private static final Map<String, Integer> EDITIONS = Map.of("2024-25", 2024, "2020-21", 2020);

  @TempDir private static Path temp;

  private final Map<String, List<Row>> judged = new HashMap<>();

  @BeforeAll
  void run() {
    EDITIONS.forEach(
        (edition, reportYear) -> {
          Path warehouse = temp.resolve(edition);
          CommandLineRun run =
              CommandLineRun.of(
                  "run",
                  "--conf",
                  "conf",
                  "--returns",
                  FIELD.resolve(edition).resolve("returns").toString(),
                  "--reference",
                  FIELD.resolve(edition).resolve("reference").toString(),
                  "--warehouse",
                  warehouse.toString(),
                  "--edition",
                  edition,
                  "--report-year",
                  String.valueOf(reportYear),
                  "--to",
                  "measures");
          assertEquals(0, run.code(), run.err());
          judged.put(
              edition,
              new TableStore(SparkTest.spark(), warehouse.toString())
                  .read(Tables.QAR_AIM, KeyRange.of(edition, reportYear))
                  .collectAsList());
        });
  }

  static Stream<Arguments> expectations() {
    return EDITIONS.keySet().stream()
        .sorted()
        .flatMap(
            edition ->
                Vectors.of(FIELD.resolve(edition).resolve("expected.csv")).stream()
                    .map(one -> Arguments.of(edition, one)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("expectations")
  void anAimComesOutAsPracticeExpects(String edition, Case expected) {
    List<Row> found = judged.get(edition).stream().filter(aim -> isMeant(aim, expected)).toList();
    if (expected.get("status").equals("(no row)")) {
      assertEquals(List.of(), found.stream().map(Row::json).toList());
      return;
    }
    assertEquals(1, found.size(), () -> "rows of " + expected.cells());
    Row aim = found.get(0);
    assertEquals(expected.get("status"), aim.getAs("qar_status"));
    assertEquals(expected.number("hey"), aim.getAs("hybrid_end_year"));
    if (expected.get("status").equals("QAR Inclusion")) {
      assertEquals(expected.number("completer") == 1, aim.getAs("completer"), "completer");
      assertEquals(expected.number("achiever") == 1, aim.getAs("achiever"), "achiever");
    }
  }

  /** Every return of the cases is there to be read, and every case is asked for. */
  @ParameterizedTest
  @MethodSource("editions")
  void everyCaseIsAskedFor(String edition) throws java.io.IOException {
    long lines;
    try (Stream<String> file = Files.lines(FIELD.resolve(edition).resolve("expected.csv"))) {
      lines = file.filter(line -> !line.isBlank()).count() - 1;
    }
    assertEquals(lines, expectations().filter(one -> one.get()[0].equals(edition)).count());
    assertTrue(lines > 0);
  }

  static Stream<String> editions() {
    return EDITIONS.keySet().stream().sorted();
  }

  private static boolean isMeant(Row aim, Case expected) {
    return Objects.equals(expected.get("uln"), aim.getAs("uln"))
        && Objects.equals(expected.number("ukprn"), aim.getAs("ukprn"))
        && expected.get("report_type").equals(aim.getAs("report_type"))
        && expected.get("aim_ref").equals(aim.getAs("learn_aim_ref"))
        && expected.get("start").equals(String.valueOf(aim.<Object>getAs("learn_start_date")))
        && (expected.get("std") == null
            || Objects.equals(expected.number("std"), aim.getAs("std_code")));
  }
}
