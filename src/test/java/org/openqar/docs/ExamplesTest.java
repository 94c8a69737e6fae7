package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The examples of the pages count nothing twice. Each gives the same result in a warehouse with two
 * editions and all report types as in one with the first edition alone.
 */
class ExamplesTest {
  private static final String OTHER_RULES = "rules.durations.inclusive=false";
  private static final Pattern SQL = Pattern.compile("(?ms)^```sql\\n(.*?)^```$");
  private static final Pattern PYTHON = Pattern.compile("(?ms)^```python\\n(.*?)^```$");

  /** {@code aims = spark.read….load("warehouse/qar_aim").where("…")}, or of another variable. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?m)^(\\w+) = (?:spark\\.read[^\n]*?\\.load\\(\"warehouse/(\\w+)\"\\)|(\\w+))((?:\\.where\\(f?\"[^\"]*\"\\))*)$");

  private static final Pattern WHERE = Pattern.compile("\\.where\\(f?\"([^\"]*)\"\\)");

  @TempDir private static Path temp;
  private static TableStore one;
  private static TableStore both;

  @BeforeAll
  static void runTwoEditions() {
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    SampleRun.copyTo(first);
    command("explain", first, "--ukprn", "10000100", "--all");
    one = new TableStore(SparkTest.spark(), first.toString());
    SampleRun.copyTo(second);
    command("explain", second, "--ukprn", "10000100", "--all");
    command("run", second, "--from", "aims", "--set", OTHER_RULES);
    command("explain", second, "--ukprn", "10000100", "--all", "--set", OTHER_RULES);
    both = new TableStore(SparkTest.spark(), second.toString());
  }

  private static void command(String name, Path warehouse, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(name, "--conf", "conf", "--warehouse", warehouse.toString()));
    arguments.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
  }

  static Stream<String> queries() throws IOException {
    return blocks(SQL).filter(query -> !query.contains("ilr.`"));
  }

  private static Stream<String> blocks(Pattern kind) throws IOException {
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> pages = Files.list(Path.of("docs/how-to"))) {
      for (Path page : pages.sorted().toList()) {
        kind.matcher(Files.readString(page)).results().forEach(one -> blocks.add(one.group(1)));
      }
    }
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryGivesTheSameWithASecondEdition(String query) {
    List<String> alone = told(query, one);
    assertFalse(alone.isEmpty(), query);
    assertEquals(alone, told(query, both), query);
    assertTrue(query.contains("report_type") || !ofReports(query), query);
  }

  @Test
  void theQueriesAreFound() throws IOException {
    assertEquals(8, queries().count());
  }

  private static boolean ofReports(String query) {
    return Stream.of(Tables.QAR_AIM, Tables.QAR_PROVIDER, Tables.PROVIDER_BENCHMARK)
        .anyMatch(table -> query.contains(table.name()));
  }

  private static List<String> told(String query, TableStore store) {
    for (Table table : Tables.ALL) {
      if (query.matches("(?s).*\\b" + table.name() + "\\b.*")) {
        store.read(table).createOrReplaceTempView(table.name());
      }
    }
    return SparkTest.spark()
        .sql(query.replaceAll("delta\\.`warehouse/(\\w+)`", "$1"))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void thePythonExamplesReadOneEdition() throws IOException {
    int compared = 0;
    for (String block : blocks(PYTHON).toList()) {
      Map<String, long[]> counts = new HashMap<>();
      Map<String, List<Dataset<Row>>> made = new HashMap<>();
      Matcher line = MADE.matcher(block);
      while (line.find()) {
        List<Dataset<Row>> frames = new ArrayList<>();
        if (line.group(2) != null) {
          Table table = Tables.named(line.group(2));
          frames.add(one.read(table));
          frames.add(both.read(table));
        } else if (made.containsKey(line.group(3))) {
          frames.addAll(made.get(line.group(3)));
        } else {
          continue;
        }
        Matcher where = WHERE.matcher(line.group(4));
        while (where.find()) {
          String condition =
              where
                  .group(1)
                  .replace("{run['edition']}", "2024-25")
                  .replace("{run['report_year']}", "2024");
          frames.replaceAll(frame -> frame.where(condition));
        }
        made.put(line.group(1), frames);
        counts.put(line.group(1), frames.stream().mapToLong(Dataset::count).toArray());
      }
      for (Map.Entry<String, long[]> variable : counts.entrySet()) {
        long[] found = variable.getValue();
        assertTrue(found[0] > 0, block);
        assertEquals(found[0], found[1], variable.getKey() + " of\n" + block);
        compared++;
      }
    }
    assertEquals(3, compared);
  }
}
