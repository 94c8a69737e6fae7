package org.openqar.cli;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.AllPlaces;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Tables;

/** Studies of the invented sector. */
class StudyTest {
  private static final Path STUDY = Path.of("conf/studies/apprenticeships.yaml");

  @TempDir private static Path temp;

  @BeforeAll
  static void studyOfAllProviders() throws IOException {
    run(Files.readString(STUDY), "first");
  }

  @Test
  void aStudyOfAllProvidersHasTheThresholdsAndPlacesOfTheTables() {
    for (String name : List.of("thresholds", "places")) {
      Dataset<Row> found = csv("first", name);
      String[] all = found.columns();
      Column[] columns =
          Arrays.stream(all)
              .filter(column -> !Set.of("name", "quartile_probability").contains(column))
              .filter(column -> !column.startsWith("sector") && !column.startsWith("gap"))
              .filter(column -> !column.equals("thresholds"))
              .map(column -> col(column).cast("string"))
              .toArray(Column[]::new);
      Dataset<Row> expected =
          AllPlaces.store()
              .read(name.equals("places") ? Tables.PROVIDER_BENCHMARK : Tables.QUARTILE_THRESHOLD)
              .where(
                  "source = 'computed' AND report_type = 'apprenticeship' AND measure = 'overall'"
                      + " AND year >= 2022 AND dimension IN ('total', 'level', 'ssa_t1')")
              .select(columns);
      assertEquals(List.of(), expected.exceptAll(found.select(columns)).takeAsList(5));
      assertEquals(List.of(), found.select(columns).exceptAll(expected).takeAsList(5));
      assertTrue(found.count() > 50, name);
    }
  }

  @Test
  void theSameStudyGivesTheSameBytes() throws IOException {
    run(Files.readString(STUDY), "second");
    for (String name :
        List.of("sector.csv", "thresholds.csv", "places.csv", "study.yaml", "manifest.json")) {
      assertArrayEquals(
          Files.readAllBytes(temp.resolve("first").resolve(name)),
          Files.readAllBytes(temp.resolve("second").resolve(name)),
          name);
    }
    JsonNode manifest = new ObjectMapper().readTree(temp.resolve("first/manifest.json").toFile());
    assertEquals("apprenticeships", manifest.path("study").asText());
    assertEquals(64, manifest.path("sha256").path("places.csv").asText().length());
    assertTrue(manifest.path("editions").path("2024-25").path("inputs").size() > 50);
  }

  @Test
  void itsSectorIsTheProvidersThatItNames() throws IOException {
    run(
        Files.readString(STUDY)
            .replace("  types: []", "  types: [Private Sector Public Funded]")
            .replace("groups: []", "groups: [G1, G3]")
            .replace("minimum-leavers: 5", "minimum-leavers: 1")
            .replace("groups: [4]", "groups: [2]"),
        "some");
    Set<String> expected =
        SampleRun.store()
            .read(Tables.PROVIDER)
            .join(SampleRun.store().read(Tables.PROVIDER_GROUP), "ukprn")
            .where("provider_type = 'Private Sector Public Funded' AND group_id IN ('G1', 'G3')")
            .collectAsList()
            .stream()
            .map(row -> row.getAs("ukprn").toString())
            .collect(Collectors.toSet());
    Set<String> found =
        csv("some", "places").select("ukprn").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertTrue(expected.containsAll(found) && found.size() > 1, found + " of " + expected);
    Row sector = csv("some", "sector").where("year = '2024' AND dimension = 'total'").head();
    long leavers =
        SampleRun.store()
            .read(Tables.QAR_PROVIDER)
            .where(
                "year = 2024 AND dimension = 'total' AND measure = 'overall'"
                    + " AND report_type = 'apprenticeship'")
            .where(col("ukprn").cast("string").isin(expected.toArray()))
            .collectAsList()
            .stream()
            .mapToLong(row -> row.<Long>getAs("leavers"))
            .sum();
    assertEquals(String.valueOf(leavers), sector.getAs("leavers"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dimensions: [total, level, ssa_t1] | dimensions: [totals]        | Setting dimensions must be one or more of total, age_band
          years: [2022, 2023, 2024]          | years: [2019]               | Setting years must be one year or more from 2020 to 2024
          report-types: [apprenticeship]     | report-types: [apprentices] | Setting report-types must be one or more of apprenticeship
          methods: [PROVIDER, COHORT_WEIGHTED] | methods: [WEIGHTED]       | methods[0] is 'WEIGHTED' but must be one of PROVIDER, COHORT_WEIGHTED.
          minimum-leavers: 5                 | minimum-learners: 5         | minimum-leavers is missing; it must be given
          name: apprenticeships              | name: My study              | Setting name must be 1 to 50 of a-z
          """)
  void aMistakeNamesTheKeyAndWhatItMayBe(String right, String wrong, String sentence)
      throws IOException {
    String study = Files.readString(STUDY);
    assertTrue(study.contains(right), right);
    CommandLineRun run = command(study.replace(right, wrong), "wrong");
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(sentence), run.err());
    assertTrue(Files.notExists(temp.resolve("wrong")), "nothing is written");
  }

  private static void run(String study, String out) throws IOException {
    CommandLineRun run = command(study, out);
    assertEquals(0, run.code(), run.err());
  }

  private static CommandLineRun command(String study, String out) throws IOException {
    Path file = temp.resolve(out + ".yaml");
    Files.writeString(file, study);
    return CommandLineRun.of(
        "study",
        file.toString(),
        "--conf",
        "conf",
        "--warehouse",
        SampleRun.warehouse().toString(),
        "--out",
        temp.resolve(out).toString());
  }

  private static Dataset<Row> csv(String out, String name) {
    return SparkTest.spark()
        .read()
        .option("header", true)
        .option("escape", "\"")
        .csv(temp.resolve(out).resolve(name + ".csv").toString());
  }
}
