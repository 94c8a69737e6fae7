package org.openqar.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Skills areas, fifths and prior attainment from reference data and returns to the rates of
 * providers and the nation, and to ranks.
 */
@Tag("long")
class LookedUpBreakdownsTest {
  private static final String NAME = "ILR-10000110-2021-20211014-150742-01.XML";

  @TempDir private Path temp;

  @Test
  void areCountedWhereTheLookUpTellsThem() throws IOException {
    Path reference = Files.createDirectories(temp.resolve("reference"));
    try (Stream<Path> files = Files.list(Path.of("data-samples/reference"))) {
      for (Path file : files.toList()) {
        Files.copy(file, reference.resolve(file.getFileName()));
      }
    }
    Path postcodes = reference.resolve("postcodes.csv");
    List<String> lines = Files.readAllLines(postcodes);
    Files.write(
        postcodes,
        Stream.concat(
                Stream.of(lines.get(0) + ",local_skills_area,deprivation_fifth"),
                lines.stream().skip(1).map(line -> line + ",Everywhere,1"))
            .toList());
    Path returns = Files.createDirectories(temp.resolve("returns/2021/R14"));
    Files.copy(Path.of("data-samples/returns/2021/R14", NAME), returns.resolve(NAME));
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--conf",
            "conf",
            "--returns",
            temp.resolve("returns").toString(),
            "--reference",
            reference.toString(),
            "--warehouse",
            temp.resolve("warehouse").toString(),
            "--report-year",
            "2020");
    assertEquals(0, run.code(), run.err());

    TableStore store = new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString());
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Row row :
        store
            .read(Tables.QAR_PROVIDER)
            .where("report_type = 'apprenticeship' AND measure = 'overall'")
            .collectAsList()) {
      counts
          .computeIfAbsent(row.getAs("dimension"), any -> new TreeMap<>())
          .merge(row.getAs("value"), row.getAs("leavers"), Long::sum);
    }
    long total = counts.get("total").get("Total");
    assertTrue(total > 0, counts.toString());
    assertEquals(Map.of("Everywhere", total), counts.get("local_skills_area"));
    assertEquals(Map.of("One (most deprived)", total), counts.get("deprivation"));
    Map<String, Long> attained = counts.get("prior_attainment");
    assertEquals(total, attained.values().stream().mapToLong(Long::longValue).sum());
    assertTrue(
        Breakdowns.named("prior_attainment").values().containsAll(attained.keySet())
            && !attained.keySet().equals(Set.of("Unknown")),
        attained.toString());
    for (String table : List.of("qar_national", "provider_benchmark")) {
      assertTrue(
          store.read(Tables.named(table)).select("dimension").distinct().collectAsList().stream()
              .map(row -> row.getString(0))
              .collect(Collectors.toSet())
              .containsAll(List.of("local_skills_area", "deprivation", "prior_attainment")),
          table);
    }
  }
}
