package org.openqar;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
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
    assertSame("quartile_threshold", SampleRun.store().read(Tables.QUARTILE_THRESHOLD));
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
    long rates = SampleRun.store().read(Tables.QAR_PROVIDER).count() * 3;
    assertEquals(rates, SampleRun.store().read(Tables.PROVIDER_BENCHMARK).count());
  }

  /** Compares the columns that the expectation has, as text, in both directions. */
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
    Dataset<Row> found = ours.select(columns);
    assertEquals(List.of(), first(expected.exceptAll(found)), name + ": expected but not found");
    assertEquals(List.of(), first(found.exceptAll(expected)), name + ": found but not expected");
    assertTrue(expected.count() > 0, name + " expects nothing");
  }

  private static List<String> first(Dataset<Row> rows) {
    return rows.takeAsList(10).stream().map(Row::toString).toList();
  }
}
