package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Configuration;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.config.Settings.Method;
import org.openqar.config.Settings.Places;
import org.openqar.imports.Layout;
import org.openqar.imports.ProgramFigures;
import org.openqar.imports.PublishedImport;
import org.openqar.support.OfficialRows;
import org.openqar.support.SparkTest;
import org.openqar.tables.Field;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** The Department's rates of providers, imported, give the thresholds of qar-rules 5.3. */
class ThresholdsBackTest extends SparkTest {
  private static final Path BACKTESTS = Path.of("src/test/resources/backtests");

  private static final Benchmarks SETTINGS =
      new Benchmarks(
          5,
          List.of(Method.PROVIDER, Method.COHORT_WEIGHTED),
          Places.FIRST_METHOD,
          List.of(4),
          "ssa_t1 x level",
          10);

  @TempDir private static Path temp;
  private static List<Row> sets;
  private static List<Row> ofProgram;

  @BeforeAll
  static void importAndCompute() {
    TableStore store = new TableStore(spark(), temp.resolve("warehouse").toString());
    Configuration program = new Configuration(null, Map.of());
    new PublishedImport(spark(), store)
        .run(
            OfficialRows.FILE.toString(),
            "providers",
            Optional.empty(),
            program.layouts().stream()
                .map(name -> program.layout(name, null, Layout.class))
                .toList(),
            null);
    Dataset<Row> published =
        store
            .read(Tables.PUBLISHED_RATE)
            .withColumn(ImportedThresholds.OF_PROGRAM, lit(false))
            .unionByName(program());
    sets =
        new ImportedThresholds(published, ours())
            .thresholds(IntStream.rangeClosed(2020, 2024), SETTINGS)
            .collectAsList();
    ofProgram =
        new ImportedThresholds(program(), ours())
            .thresholds(IntStream.rangeClosed(2020, 2024), SETTINGS)
            .collectAsList();
  }

  private static Dataset<Row> program() {
    return spark()
        .createDataFrame(ProgramFigures.rows(), Tables.PUBLISHED_RATE.schema())
        .withColumn(ImportedThresholds.OF_PROGRAM, lit(true));
  }

  /** All apprenticeships of five years. */
  private static CellNumbers ours() {
    Map<String, Object> cell =
        Map.of(
            "edition", "2024-25",
            "report_year", 2024,
            "report_type", "apprenticeship",
            "measure", "overall",
            "provider_type", "Total",
            "dimension", "total",
            "value", "Total");
    List<Row> rows = new ArrayList<>();
    for (int year = 2020; year <= 2024; year++) {
      int ofYear = year;
      rows.add(
          RowFactory.create(
              Tables.QAR_NATIONAL.fields().stream()
                  .map(Field::name)
                  .map(name -> name.equals("year") ? (Object) ofYear : cell.get(name))
                  .toArray()));
    }
    return CellNumbers.of(spark().createDataFrame(rows, Tables.QAR_NATIONAL.schema()));
  }

  @Test
  void thresholdsAreThoseOfTheSpecification() {
    assertEquals(
        OfficialRows.lines(BACKTESTS.resolve("thresholds.csv")).map(List::toString).toList(),
        told(2022, "year", "providers", "method", "q1", "q2", "q3"));
  }

  @Test
  void sharesBelowTheBandsAreThoseOfTheFile() {
    assertEquals(
        OfficialRows.lines(BACKTESTS.resolve("bands.csv"))
            .flatMap(line -> Stream.of(line, line))
            .map(List::toString)
            .toList(),
        told(2022, "year", "below_50", "below_60", "below_70"));
  }

  /** The years before the first published one have its thresholds, and its national rate. */
  @Test
  void aYearWithoutAPublishedOneHasTheNearest() {
    assertEquals(
        List.of(
            "[2020, 2022, 48.8, 54.6]",
            "[2021, 2022, 48.8, 54.6]",
            "[2022, 2022, 48.8, 54.6]",
            "[2023, 2023, 55.6, 60.5]",
            "[2024, 2024, 60.7, 65.4]"),
        told(2020, "year", "published_year", "q1", "national_rate", "method").stream()
            .filter(line -> line.endsWith(", provider]"))
            .map(line -> line.replace(", provider]", "]"))
            .toList());
  }

  /** What is worked out without a job where nothing was imported is what a job would make of it. */
  @Test
  void theFiguresOfTheProgramAloneGiveTheSameEitherWay() {
    List<String> columns = Tables.QUARTILE_THRESHOLD.columnNames();
    assertEquals(
        ofProgram.stream().map(ThresholdsBackTest::plain).sorted().toList(),
        new ProgramSets(ProgramFigures.rows(), ours())
            .sets(IntStream.rangeClosed(2020, 2024), SETTINGS).stream()
                .map(ThresholdsBackTest::plain)
                .sorted()
                .toList());
    assertEquals(10, ofProgram.size());
    assertEquals(columns.size(), ofProgram.get(0).size(), "rows of quartile_threshold");
  }

  private static String plain(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return values.toString();
  }

  private static List<String> told(int firstYear, String... columns) {
    return sets.stream()
        .filter(set -> set.<Integer>getAs("year") >= firstYear)
        .sorted(
            java.util.Comparator.<Row, Integer>comparing(set -> set.getAs("year"))
                .thenComparing(
                    set -> set.<String>getAs("method"), java.util.Comparator.reverseOrder()))
        .map(set -> Stream.of(columns).map(set::getAs).map(String::valueOf).toList().toString())
        .toList();
  }
}
