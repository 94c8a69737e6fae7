package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.SparkTest;

/** Wilson's interval, and the probabilities of the groups that belong to it. */
class ConfidenceIntervalsTest extends SparkTest {
  private static Map<Integer, Row> places;

  @BeforeAll
  static void compute() {
    Providers sector = new Providers();
    sector
        .thresholds("cell", "30.0", "50.1", "70.2")
        .provider("cell", 1, 10, 20)
        .provider("cell", 2, 0, 10)
        .provider("cell", 3, 10, 10)
        .provider("cell", 4, 81, 263)
        .provider("cell", 5, 15, 148)
        .provider("cell", 6, 2, 4)
        .provider("cell", 7, 0, 0)
        .provider("cell", 8, 5000, 10000)
        .thresholds("far", "0.0", "100.0", "100.0")
        .provider("far", 9, 10, 10)
        .provider("far", 10, 9, 10);
    places = new HashMap<>();
    sector
        .positions(sector.given())
        .where("rate = 'achievement'")
        .collectAsList()
        .forEach(row -> places.put(row.getAs("ukprn"), row));
  }

  /** 81 of 263 and 15 of 148 are the cases of Newcombe (1998), method 3. */
  @ParameterizedTest(name = "provider {0}: {1} to {2}")
  @CsvSource({"1, 29.9, 70.1", "2, 0.0, 27.8", "3, 72.2, 100.0", "4, 25.5, 36.6", "5, 6.2, 16.0"})
  void theIntervalIsWilsons(int provider, BigDecimal low, BigDecimal high) {
    assertEquals(low, places.get(provider).getAs("rate_low"));
    assertEquals(high, places.get(provider).getAs("rate_high"));
  }

  @Test
  void theIntervalIsThatOfCommonsMath() {
    for (int provider : List.of(1, 2, 3, 4, 5, 6, 8, 9, 10)) {
      Row place = places.get(provider);
      ConfidenceInterval expected =
          new WilsonScoreInterval()
              .createInterval(
                  Math.toIntExact(place.<Long>getAs("denominator")),
                  Math.toIntExact(place.<Long>getAs("numerator")),
                  0.95);
      assertEquals(
          100 * expected.getLowerBound(),
          place.<BigDecimal>getAs("rate_low").doubleValue(),
          0.05001);
      assertEquals(
          100 * expected.getUpperBound(),
          place.<BigDecimal>getAs("rate_high").doubleValue(),
          0.05001);
    }
  }

  @Test
  void aRateOfNoLeaversHasNone() {
    assertNull(places.get(7).getAs("rate_low"));
    assertNull(places.get(7).getAs("quartile_probability"));
  }

  @Test
  void whoIsNotRankedHasAnIntervalButNoProbabilities() {
    assertEquals(new BigDecimal("15.0"), places.get(6).getAs("rate_low"));
    assertNull(places.get(6).getAs("quartile_probability"));
  }

  @Test
  void theEndsOfTheIntervalLeaveAFortiethOutside() {
    // 29.9 and 70.1 are the ends for 10 of 20; a rate from 29.95 is shown as 30.0 and reaches it.
    List<BigDecimal> four = probabilities(1);
    assertEquals(0.025, four.get(0).doubleValue(), 0.0011);
    assertEquals(0.025, four.get(3).doubleValue(), 0.0011);
    assertEquals(0.475, four.get(1).doubleValue(), 0.004);
  }

  @Test
  void theyAddUpToOne() {
    for (int provider : List.of(1, 2, 3, 4, 5, 8, 9, 10)) {
      BigDecimal sum = probabilities(provider).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(1.0, sum.doubleValue(), 0.002, provider + ": " + sum);
    }
  }

  @Test
  void manyLeaversOnTheEdgeOfAGroupAreAsProbablyAboveIt() {
    List<BigDecimal> four = probabilities(8);
    // 50.00 lies just below 50.05, from where a rate is shown as 50.1.
    assertEquals(0.54, four.get(1).doubleValue(), 0.005);
    assertEquals(0.46, four.get(2).doubleValue(), 0.005);
  }

  @Test
  void thresholdsAtTheEndsOfTheScale() {
    assertEquals(new BigDecimal("0.000"), probabilities(9).get(0));
    // Of ten out of ten nobody can say that less than all would do.
    assertEquals(0.528, probabilities(9).get(3).doubleValue(), 0.001);
    assertEquals(new BigDecimal("0.000"), probabilities(10).get(2));
  }

  private static List<BigDecimal> probabilities(int provider) {
    Row place = places.get(provider);
    return place.getList(place.fieldIndex("quartile_probability"));
  }
}
