package org.openqar;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.openqar.support.AllPlaces;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * The main job on the invented sector, held to what each journey says must come out: aim by aim,
 * then every count, rate and threshold.
 */
class GoldenRunTest {

  @Test
  void everyAimIsJudgedAsItsJourneySays() {
    Column exclusions =
        array_join(
            array_compact(
                array(
                    Tables.QAR_AIM.columnNames().stream()
                        .filter(name -> name.endsWith("_excl"))
                        .map(name -> when(col(name), name))
                        .toArray(Column[]::new))),
            " ");
    Dataset<Row> ours =
        SampleRun.store()
            .read(Tables.QAR_AIM)
            .withColumn("exclusions", when(exclusions.notEqual(""), exclusions));
    assertSame("qar_aim", ours);
  }

  @Test
  void everyProvidersCountsAndRatesAreThoseOfItsJourneys() {
    assertSame("qar_provider", SampleRun.store().read(Tables.QAR_PROVIDER));
  }

  @Test
  void nationalCountsAndRatesAreThoseOfTheJourneys() {
    assertSame("qar_national", SampleRun.store().read(Tables.QAR_NATIONAL));
  }

  @Test
  void thresholdsAreThoseOfTheJourneysRates() {
    assertSame(
        "quartile_threshold",
        SampleRun.store().read(Tables.QUARTILE_THRESHOLD).where("method = 'provider'"));
  }

  @Test
  void everyReturnedAimIsInAnAimOrHasAnIssue() {
    long returned =
        SampleRun.store()
            .read(Tables.RETURNED_DELIVERY)
            .where(col("return_number").equalTo(14))
            .count();
    long linked = SampleRun.store().read(Tables.AIM).select(explode(col("history"))).count();
    long unidentified =
        SampleRun.store()
            .read(Tables.RETURN_ISSUE)
            .where("code = 'learner_unidentified' OR field = 'LearnAimRef'")
            .count();
    assertEquals(returned, linked + unidentified);
    assertTrue(linked > 2000, "the samples hold thousands of records, found " + linked);
  }

  @Test
  void everyBenchmarkedRateHasItsProvidersCountsBehindIt() {
    Dataset<Row> ranked =
        SampleRun.store()
            .read(Tables.QAR_PROVIDER)
            .where(col("dimension").isin(Breakdown.dimensions(Breakdown.Reach.NATIONAL).toArray()));
    long rates =
        ranked.where("measure = 'overall'").count() * 3
            + ranked.where("measure = 'timely'").count();
    long methods = 2;
    assertEquals(rates, SampleRun.store().read(Tables.PROVIDER_BENCHMARK).count());
    assertEquals(rates * methods, AllPlaces.store().read(Tables.PROVIDER_BENCHMARK).count());
  }

  /** Every breakdown counted for itself, by a plain query over the judged aims. */
  @Test
  void everyBreakdownCountsTheLeaversOfItsCells() {
    Dataset<Row> leavers =
        SampleRun.store()
            .read(Tables.QAR_AIM)
            .where("qar_status = 'QAR Inclusion' AND hybrid_end_year BETWEEN 2020 AND 2024");
    Dataset<Row> expected =
        Breakdown.ALL.stream()
            .map(breakdown -> counted(leavers, breakdown))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> found =
        SampleRun.store()
            .read(Tables.QAR_PROVIDER)
            .where("measure = 'overall'")
            .selectExpr(expected.columns());
    assertEquals(List.of(), first(expected.exceptAll(found)), "not in the table");
    assertEquals(List.of(), first(found.exceptAll(expected)), "not expected");
  }

  private static Dataset<Row> counted(Dataset<Row> leavers, Breakdown breakdown) {
    Column value =
        breakdown.columns().isEmpty()
            ? lit("Total")
            : breakdown.columns().stream()
                .map(name -> col(name).cast("string"))
                .reduce((left, right) -> concat(left, lit(" x "), right))
                .orElseThrow();
    return leavers
        .withColumn("value", value)
        .where(col("value").isNotNull())
        .groupBy(
            lit(breakdown.dimension()).as("dimension"),
            col("report_type"),
            col("hybrid_end_year").as("year"),
            col("ukprn"),
            col("value"))
        .agg(
            count(lit(1)).as("leavers"),
            count_if(col("completer")).as("completers"),
            count_if(col("achiever")).as("achievers"));
  }

  @Test
  void ownCodesAreInNoNationalTable() {
    List<Object> published = new ArrayList<>(Breakdown.dimensions(Breakdown.Reach.NATIONAL));
    Column others = not(col("dimension").isin(published.toArray()));
    for (Table table :
        List.of(Tables.QAR_NATIONAL, Tables.QUARTILE_THRESHOLD, Tables.PROVIDER_BENCHMARK)) {
      assertEquals(0, SampleRun.store().read(table).where(others).count(), table.name());
    }
  }

  /** Compares the cells and columns that the expectation has, as text, in both directions. */
  private static void assertSame(String name, Dataset<Row> ours) {
    Dataset<Row> expected =
        SparkTest.spark()
            .read()
            .option("header", true)
            .option("escape", "\"")
            .csv(SampleRun.SAMPLES.resolve("expected/" + name + ".csv").toString())
            .drop("journey");
    Column[] columns =
        Arrays.stream(expected.columns())
            .map(column -> col(column).cast("string"))
            .toArray(Column[]::new);
    Dataset<Row> found =
        (Arrays.asList(expected.columns()).contains("dimension")
                ? ours.join(expected.select("dimension").distinct(), "dimension")
                : ours)
            .select(columns);
    assertEquals(List.of(), first(expected.exceptAll(found)), name + ": expected but not found");
    assertEquals(List.of(), first(found.exceptAll(expected)), name + ": found but not expected");
    assertTrue(expected.count() > 0, name + " expects nothing");
  }

  private static List<String> first(Dataset<Row> rows) {
    return rows.takeAsList(10).stream().map(Row::toString).toList();
  }
}
