package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqar.support.OfficialRows;
import org.openqar.support.OfficialRows.Official;
import org.openqar.support.SparkTest;
import org.openqar.tables.Field;
import org.openqar.tables.Tables;

/**
 * Counts that the Department's rows can stand for, taken for our own: their thresholds and national
 * rates are the Department's, within a tolerance.
 */
class CountsBackTest extends SparkTest {
  private static final Path BACKTESTS = Path.of("src/test/resources/backtests");
  private static final double POINTS = 0.3;
  private static final double LEAVERS = 0.003;

  private static ChosenProviders sector;

  @BeforeAll
  static void takeTheirCountsForOurs() {
    List<Row> rows = new ArrayList<>();
    for (Official row : OfficialRows.all()) {
      row.counts().ifPresent(counts -> rows.add(row(row, counts.leavers(), counts.achievers())));
    }
    sector =
        new ChosenProviders(
            spark().createDataFrame(rows, Tables.QAR_PROVIDER.schema()), Providers.SETTINGS);
  }

  private static Row row(Official official, long leavers, long achievers) {
    Map<String, Object> values = new HashMap<>();
    values.put("edition", "2024-25");
    values.put("report_year", 2024);
    values.put("report_type", "apprenticeship");
    values.put("measure", "overall");
    values.put("year", official.year());
    values.put("ukprn", official.ukprn());
    values.put("dimension", "total");
    values.put("value", "Total");
    values.put("leavers", leavers);
    values.put("completers", leavers);
    values.put("achievers", achievers);
    // A rate that is not told is not ranked.
    values.put("achievement_rate", official.hasRate() ? new BigDecimal(official.rate()) : null);
    values.put("retention_rate", new BigDecimal("100.0"));
    return RowFactory.create(
        Tables.QAR_PROVIDER.fields().stream().map(Field::name).map(values::get).toArray());
  }

  @Test
  void theirThresholdsAreThoseOfTheSpecification() {
    assertEquals(
        OfficialRows.lines(BACKTESTS.resolve("thresholds.csv"))
            .filter(line -> line.get(2).equals("provider"))
            .map(
                line ->
                    "[%s,%s,%s,%s,%s]"
                        .formatted(line.get(0), line.get(1), line.get(3), line.get(4), line.get(5)))
            .toList(),
        sector
            .thresholds()
            .where("rate = 'achievement'")
            .orderBy("year")
            .select("year", "providers", "q1", "q2", "q3")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void togetherTheyAreTheNationWithinTheTolerance() {
    Map<Integer, Row> together = new HashMap<>();
    sector.together().collectAsList().forEach(row -> together.put(row.<Integer>getAs("year"), row));
    List<List<String>> official = OfficialRows.lines(BACKTESTS.resolve("national.csv")).toList();
    assertEquals(3, official.size());
    for (List<String> year : official) {
      Row ours = together.get(Integer.parseInt(year.get(0)));
      double leavers = Double.parseDouble(year.get(1));
      double off = Math.abs(ours.<Long>getAs("leavers") - leavers) / leavers;
      assertTrue(off <= LEAVERS, ours + ": leavers off by " + off);
      double points =
          Math.abs(
              ours.<BigDecimal>getAs("achievement_rate").doubleValue()
                  - Double.parseDouble(year.get(2)));
      assertTrue(points <= POINTS, ours + ": rate off by " + points);
    }
  }
}
