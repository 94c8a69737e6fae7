package org.openqar;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
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
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.support.AllPlaces;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
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
        SampleRun.store()
            .read(Tables.QUARTILE_THRESHOLD)
            .where("method = 'provider' AND source = 'computed'"));
  }

  /** Place, what is missing, certainty, the years before, and what the mix would give. */
  @Test
  void everyProvidersPlaceIsThatOfItsJourneysRates() {
    assertSame(
        "provider_benchmark",
        SampleRun.store().read(Tables.PROVIDER_BENCHMARK).where("source = 'computed'"));
  }

  /** A programme's subject is in no return: the lookup tells it. */
  @Test
  void aStandardsSubjectIsThatOfTheLookUp() {
    Dataset<Row> aims =
        SampleRun.store()
            .read(Tables.QAR_AIM)
            .where("report_type = 'apprenticeship' AND prog_type = 25")
            .selectExpr("std_code AS code", "ssa_t1 AS t1", "ssa_t2 AS t2");
    Dataset<Row> both =
        aims.join(SampleRun.store().read(Tables.STANDARD), col("code").equalTo(col("std_code")));
    assertTrue(both.where("t1 = 'Digital Technology'").count() > 0, "digital standards");
    assertEquals(aims.count(), both.where("t1 = ssa_t1 AND t2 = ssa_t2").count());
  }

  /** The national rates that come with the program, beside every provider of apprentices. */
  @Test
  void apprenticeshipsStandBesideTheDepartmentsNationalRates() {
    Dataset<Row> published =
        SampleRun.store().read(Tables.QUARTILE_THRESHOLD).where("source = 'published'");
    assertEquals(
        List.of(
            "[2020,57.7,2020]",
            "[2021,53.4,2021]",
            "[2022,54.6,2022]",
            "[2023,60.5,2023]",
            "[2024,65.4,2024]"),
        published
            .where("method = 'provider'")
            .select("year", "national_rate", "published_year")
            .orderBy("year")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
    assertEquals(
        0,
        published
            .where(
                "report_type <> 'apprenticeship' OR measure <> 'overall' OR rate <> 'achievement'"
                    + " OR dimension <> 'total' OR providers <> 0 OR q1 IS NOT NULL"
                    + " OR below_50 IS NOT NULL"
                    + " OR national_publication <> 'dfe-apprenticeship-national'")
            .count());
    Dataset<Row> placed =
        SampleRun.store().read(Tables.PROVIDER_BENCHMARK).where("source = 'published'");
    assertEquals(
        SampleRun.store()
            .read(Tables.QAR_PROVIDER)
            .where("report_type = 'apprenticeship' AND measure = 'overall' AND dimension = 'total'")
            .count(),
        placed.count());
    assertEquals(
        0,
        placed
            .where(
                "rank IS NOT NULL OR quartile IS NOT NULL OR"
                    + " gap_to_national IS DISTINCT FROM CAST(rate_value - national_rate AS DECIMAL(5,1))")
            .count());
  }

  @Test
  void sharesBelowTheBandsAreThoseOfTheProvidersAndStandards() {
    Dataset<Row> ofProviders =
        banded(
            SampleRun.store()
                .read(Tables.QAR_PROVIDER)
                .where("measure = 'overall' AND dimension = 'total'"));
    Dataset<Row> thresholds =
        SampleRun.store()
            .read(Tables.QUARTILE_THRESHOLD)
            .where(
                "source = 'computed' AND method = 'provider' AND measure = 'overall'"
                    + " AND rate = 'achievement' AND dimension = 'total'");
    assertBands(ofProviders, thresholds.withColumnRenamed("providers", "members"));
    Dataset<Row> ofStandards =
        banded(
            SampleRun.store()
                .read(Tables.QAR_NATIONAL)
                .where(
                    "measure = 'overall' AND dimension = 'std_fwk_code' AND provider_type = 'Total'"
                        + " AND value LIKE 'Standard %'"));
    assertBands(
        ofStandards,
        SampleRun.store()
            .read(Tables.STANDARD_THRESHOLD)
            .where("measure = 'overall' AND rate = 'achievement'")
            .withColumnRenamed("standards", "members"));
  }

  private static void assertBands(Dataset<Row> expected, Dataset<Row> found) {
    String[] columns = {"report_type", "year", "members", "below_50", "below_60", "below_70"};
    Dataset<Row> ours = found.selectExpr(columns);
    assertTrue(expected.where("below_60 IS NOT NULL").count() > 3, "bands are expected");
    assertEquals(
        List.of(), first(expected.selectExpr(columns).exceptAll(ours)), "not in the table");
    assertEquals(List.of(), first(ours.exceptAll(expected.selectExpr(columns))), "not expected");
  }

  /** The shares by a plain query over the members' own rates. */
  private static Dataset<Row> banded(Dataset<Row> members) {
    String share =
        "CASE WHEN count_if(leavers >= 5) >= 4 THEN CAST(round(100 * count_if(leavers >= 5 AND"
            + " achievement_rate < %d) / count_if(leavers >= 5), 1) AS DECIMAL(5,1)) END";
    return members
        .groupBy("report_type", "year")
        .agg(
            expr("count_if(leavers >= 5)").as("members"),
            expr(share.formatted(50)).as("below_50"),
            expr(share.formatted(60)).as("below_60"),
            expr(share.formatted(70)).as("below_70"));
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
            .where(col("dimension").isin(Dimension.names(Reach.NATIONAL).toArray()));
    long rates =
        ranked.where("measure = 'overall'").count() * 3
            + ranked.where("measure = 'timely'").count();
    long methods = 2;
    assertEquals(rates, computed(SampleRun.store()));
    assertEquals(rates * methods, computed(AllPlaces.store()));
  }

  private static long computed(TableStore store) {
    return store.read(Tables.PROVIDER_BENCHMARK).where("source = 'computed'").count();
  }

  /** Every breakdown counted for itself, by a plain query over the judged aims. */
  @Test
  void everyBreakdownCountsTheLeaversOfItsCells() {
    Dataset<Row> leavers =
        SampleRun.store()
            .read(Tables.QAR_AIM)
            .where("qar_status = 'QAR Inclusion' AND hybrid_end_year BETWEEN 2020 AND 2024");
    Dataset<Row> expected =
        Dimension.ALL.stream()
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

  private static Dataset<Row> counted(Dataset<Row> leavers, Dimension dimension) {
    Column value =
        dimension.columns().isEmpty()
            ? lit("Total")
            : dimension.columns().stream()
                .map(name -> col(name).cast("string"))
                .reduce((left, right) -> concat(left, lit(" x "), right))
                .orElseThrow();
    return leavers
        .withColumn("value", value)
        .where(col("value").isNotNull())
        .groupBy(
            lit(dimension.name()).as("dimension"),
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
    List<Object> published = new ArrayList<>(Dimension.names(Reach.NATIONAL));
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
