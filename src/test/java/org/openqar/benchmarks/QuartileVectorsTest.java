package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/**
 * The worked cases of quartiles, each in a cell of its own. The thresholds of Q01 to Q04 are those
 * of education and training; the Department's of apprenticeships are in {@link ThresholdsBackTest}.
 */
class QuartileVectorsTest extends SparkTest {
  private static final int PLACED = 20000000;
  private static Map<String, Row> thresholds;
  private static Map<String, Row> places;

  static Stream<Case> withRates() {
    return Vectors.of("quartiles.csv").stream().filter(one -> one.get("rates") != null);
  }

  static Stream<Case> withAPlace() {
    return Vectors.of("quartiles.csv").stream().filter(one -> one.get("rate") != null);
  }

  @BeforeAll
  static void compute() {
    Providers ranked = new Providers();
    Providers placed = new Providers();
    withRates()
        .forEach(
            one -> {
              int ukprn = 10000000;
              for (String rate : one.get("rates").split(" ")) {
                switch (rate) {
                  // Without a rate, or with too few leavers to be ranked.
                  case "z", "c" -> ranked.provider(one.id(), ukprn++, 0, 0);
                  case "x", "low" -> ranked.provider(one.id(), ukprn++, 4, 4);
                  default -> ranked.provider(one.id(), ukprn++, Long.parseLong(rate), 100);
                }
              }
            });
    thresholds =
        byCell(ranked.computed().where(col("rate").equalTo("achievement")).collectAsList());
    withAPlace()
        .forEach(
            one -> {
              String[] given =
                  Stream.of("q1", "q2", "q3")
                      .map(
                          q ->
                              one.get("given_" + q) == null
                                  ? one.get("expected_" + q)
                                  : one.get("given_" + q))
                      .toArray(String[]::new);
              long perThousand = new BigDecimal(one.get("rate")).movePointRight(1).longValueExact();
              placed
                  .thresholds(one.id(), given[0], given[1], given[2])
                  .provider(one.id(), PLACED, perThousand, 1000);
            });
    places = byCell(placed.positions(placed.given()).collectAsList());
  }

  @Test
  void everyCaseIsRun() {
    Vectors.of("quartiles.csv")
        .forEach(
            one ->
                assertEquals(
                    false, Vectors.leftOut("quartiles.csv", one.id(), null), one.toString()));
    assertEquals(
        Vectors.of("quartiles.csv").size(),
        Stream.concat(withRates(), withAPlace()).map(Case::id).distinct().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withRates")
  void theThresholdsAreTheLowestRatesOfTheQuarters(Case one) {
    Row found = thresholds.get(one.id());
    for (String q : List.of("q1", "q2", "q3")) {
      assertEquals(
          new BigDecimal(one.get("expected_" + q)).setScale(1), found.<BigDecimal>getAs(q), q);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withAPlace")
  void aRateIsInTheHighestQuarterThatItReaches(Case one) {
    Row place = places.get(one.id());
    assertNotNull(place);
    assertEquals(one.get("expected_quartile"), place.getAs("quartile_label"));
  }

  private static Map<String, Row> byCell(List<Row> rows) {
    Map<String, Row> byCell = new HashMap<>();
    rows.forEach(row -> byCell.put(row.getAs("value"), row));
    return byCell;
  }
}
