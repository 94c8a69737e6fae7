package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.openqar.support.AllPlaces;
import org.openqar.support.SampleRun;
import org.openqar.tables.Tables;

/**
 * What {@code provider_benchmark} leaves out by default, and that the tables tell it all the same.
 */
class PlacesTest {
  /** What depends on the thresholds of a method. */
  private static final List<String> PLACE =
      List.of(
          "method",
          "group_no",
          "quartile",
          "quartile_label",
          "points_to_next_quartile",
          "achievers_to_next_quartile",
          "quartile_probability");

  private static final String NEXT = "get(t.thresholds, place - 1)";

  @Test
  void byDefaultEachRateHasThePlaceOfTheFirstMethod() {
    assertSame(
        all().where("method = 'provider'"), SampleRun.store().read(Tables.PROVIDER_BENCHMARK));
  }

  @Test
  void whatDoesNotDependOnTheMethodIsTheSameInEach() {
    Column[] others =
        Arrays.stream(all().columns())
            .filter(name -> !PLACE.contains(name))
            .map(functions::col)
            .toArray(Column[]::new);
    assertSame(
        all().where("method = 'cohort_weighted'").select(others),
        SampleRun.store().read(Tables.PROVIDER_BENCHMARK).select(others));
  }

  @Test
  void thePlacesOfTheOtherMethodFollowFromItsThresholds() {
    String cell =
        Stream.of(
                "edition",
                "report_year",
                "report_type",
                "measure",
                "year",
                "rate",
                "dimension",
                "value",
                "groups",
                "source")
            .map(name -> "t.%1$s = b.%1$s".formatted(name))
            .reduce((one, other) -> one + " AND " + other)
            .orElseThrow();
    Dataset<Row> found =
        SampleRun.store()
            .read(Tables.PROVIDER_BENCHMARK)
            .as("b")
            .join(SampleRun.store().read(Tables.QUARTILE_THRESHOLD).as("t"), functions.expr(cell))
            .where("t.method = 'cohort_weighted'")
            .withColumn(
                "place",
                functions.expr(
                    "CASE WHEN b.rank IS NOT NULL AND t.thresholds IS NOT NULL"
                        + " THEN 1 + size(filter(t.thresholds, x -> x <= b.rate_value)) END"))
            .selectExpr(
                "b.report_type",
                "b.measure",
                "b.year",
                "b.rate",
                "b.dimension",
                "b.value",
                "b.ukprn",
                "place AS group_no",
                NEXT + " - b.rate_value AS points_to_next_quartile");
    Dataset<Row> expected =
        all()
            .where("method = 'cohort_weighted'")
            .select(Arrays.stream(found.columns()).map(functions::col).toArray(Column[]::new));
    assertSame(expected, found);
    assertTrue(expected.where("group_no BETWEEN 2 AND 3").count() > 100, "there are places");
  }

  private static Dataset<Row> all() {
    return AllPlaces.store().read(Tables.PROVIDER_BENCHMARK);
  }

  private static void assertSame(Dataset<Row> expected, Dataset<Row> found) {
    assertTrue(expected.count() > 1000, "there are rows");
    assertEquals(List.of(), expected.exceptAll(found).takeAsList(5), "not found");
    assertEquals(List.of(), found.exceptAll(expected).takeAsList(5), "not expected");
  }
}
