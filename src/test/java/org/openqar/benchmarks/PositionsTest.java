package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqar.support.SparkTest;

/** Thresholds and places of small sectors, each in a cell of its own. */
class PositionsTest extends SparkTest {
  private static Map<String, Row> thresholds;
  private static Map<String, Row> places;

  @BeforeAll
  static void compute() {
    Providers sectors = new Providers();
    // Five ranked providers, two on the same rate, one with too few leavers, one without any.
    sectors
        .provider("five", 1, 50, 100)
        .provider("five", 2, 60, 100)
        .provider("five", 3, 60, 100)
        .provider("five", 4, 70, 100)
        .provider("five", 5, 80, 100)
        .provider("five", 6, 4, 4)
        .provider("five", 7, 0, 0)
        .national("five", "Total", 320, 504)
        .national("five", "College", 1, 504);
    sectors
        .provider("three", 1, 50, 100)
        .provider("three", 2, 60, 100)
        .provider("three", 3, 70, 100)
        .provider("three", 4, 4, 4);
    sectors.provider("few", 1, 4, 4).provider("few", 2, 5, 5);
    sectors
        .provider("ties", 1, 60, 100)
        .provider("ties", 2, 60, 100)
        .provider("ties", 3, 60, 100)
        .provider("ties", 4, 60, 100);
    thresholds = keyed(sectors.computed().collectAsList(), "value", "rate");
    places = keyed(sectors.positions(sectors.computed()).collectAsList(), "value", "rate", "ukprn");
  }

  @Test
  void onlyProvidersWithEnoughLeaversAreRanked() {
    Row set = thresholds.get("five/achievement");
    assertEquals(5L, set.<Long>getAs("providers"));
    assertEquals(5, set.<Integer>getAs("minimum_leavers"));
    assertEquals(0L, thresholds.get("few/achievement").<Long>getAs("providers") - 1);
  }

  @Test
  void thresholdsAreInOrder() {
    for (Row set : thresholds.values()) {
      BigDecimal q1 = set.getAs("q1");
      if (q1 != null) {
        BigDecimal q2 = set.getAs("q2");
        assertTrue(q1.compareTo(q2) <= 0 && q2.compareTo(set.getAs("q3")) <= 0, set.toString());
      }
    }
    Row ties = thresholds.get("ties/achievement");
    assertEquals(new BigDecimal("60.0"), ties.getAs("q1"));
    assertEquals(new BigDecimal("60.0"), ties.getAs("q3"));
  }

  @Test
  void underFourProvidersThereAreNoThresholdsAndNoPlaces() {
    for (String cell : List.of("three", "few")) {
      Row set = thresholds.get(cell + "/achievement");
      assertNull(set.getAs("q1"));
      assertNull(set.getAs("q2"));
      assertNull(set.getAs("q3"));
    }
    Row provider = places.get("three/achievement/1");
    assertNull(provider.getAs("quartile"));
    assertNull(provider.getAs("quartile_label"));
    assertNull(provider.getAs("achievers_to_next_quartile"));
    assertNull(provider.getAs("rank"));
    assertNull(provider.getAs("percentile"));
    assertNull(provider.getAs("quartile_probability"));
  }

  @Test
  void aProviderUnderTheMinimumHasARateAndAGapButNoPlace() {
    Row small = places.get("five/achievement/6");
    assertEquals(new BigDecimal("100.0"), small.getAs("rate_value"));
    assertEquals(new BigDecimal("36.5"), small.getAs("gap_to_national"));
    for (String place :
        List.of(
            "quartile",
            "quartile_label",
            "rank",
            "percentile",
            "points_to_next_quartile",
            "achievers_to_next_quartile")) {
      assertNull(small.getAs(place), place);
    }
  }

  @Test
  void aProviderWithoutLeaversHasNeitherRateNorPlace() {
    Row none = places.get("five/achievement/7");
    assertNull(none.getAs("rate_value"));
    assertNull(none.getAs("gap_to_national"));
    assertNull(none.getAs("quartile"));
    assertNull(none.getAs("rank"));
  }

  @Test
  void equalRatesShareARankAndAQuarter() {
    // Of 50 60 60 70 80 the quarters begin at the third, fourth and fifth: 60, 70, 80.
    Row second = places.get("five/achievement/2");
    Row third = places.get("five/achievement/3");
    assertAll(
        () -> assertEquals(3, second.<Integer>getAs("rank")),
        () -> assertEquals(3, third.<Integer>getAs("rank")),
        () -> assertEquals(second.<Integer>getAs("quartile"), third.getAs("quartile")),
        () -> assertEquals(second.<BigDecimal>getAs("percentile"), third.getAs("percentile")),
        () -> assertEquals(5, places.get("five/achievement/1").<Integer>getAs("rank")),
        () -> assertEquals(1, places.get("five/achievement/5").<Integer>getAs("rank")));
    assertEquals(4, places.get("ties/achievement/1").<Integer>getAs("quartile"));
  }

  @Test
  void thePercentileIsTheShareOfRankedProvidersBelow() {
    assertEquals(new BigDecimal("0.0"), places.get("five/achievement/1").getAs("percentile"));
    assertEquals(new BigDecimal("20.0"), places.get("five/achievement/2").getAs("percentile"));
    assertEquals(new BigDecimal("60.0"), places.get("five/achievement/4").getAs("percentile"));
    assertEquals(new BigDecimal("80.0"), places.get("five/achievement/5").getAs("percentile"));
  }

  @Test
  void theNationalRateIsThatOfAllProviderTypes() {
    assertEquals(new BigDecimal("63.5"), places.get("five/achievement/1").getAs("national_rate"));
    assertEquals(
        new BigDecimal("-13.5"), places.get("five/achievement/1").getAs("gap_to_national"));
    assertNull(places.get("ties/achievement/1").getAs("national_rate"));
  }

  @Test
  void theTopQuarterHasNothingToReach() {
    Row top = places.get("five/achievement/5");
    assertEquals("Top 25%", top.getAs("quartile_label"));
    assertNull(top.getAs("points_to_next_quartile"));
    assertNull(top.getAs("achievers_to_next_quartile"));
  }

  /** Every number of achievers among up to 45 leavers, below each of several thresholds. */
  @Test
  void exactlySoManyMoreReachTheNextQuarter() {
    Providers all = new Providers();
    String[][] given = {
      {"33.3", "66.7", "99.9"}, {"0.1", "50.0", "100.0"}, {"12.5", "87.4", "87.5"}
    };
    for (int set = 0; set < given.length; set++) {
      all.thresholds("set " + set, given[set][0], given[set][1], given[set][2]);
      for (int leavers = 5; leavers <= 45; leavers += 4) {
        for (int achievers = 0; achievers <= leavers; achievers++) {
          all.provider("set " + set, 1000 * leavers + achievers, achievers, leavers);
        }
      }
    }
    int missing = 0;
    for (Row row : all.positions(all.given()).collectAsList()) {
      long leavers = row.getAs("leavers");
      int ukprn = row.getAs("ukprn");
      long achievers = ukprn % 1000;
      Long more = row.getAs("achievers_to_next_quartile");
      int quartile = row.getAs("quartile");
      if (quartile == 4) {
        assertNull(more, row.toString());
        continue;
      }
      missing++;
      assertNotNull(more, row.toString());
      int set = Integer.parseInt(row.<String>getAs("value").substring(4));
      BigDecimal threshold = new BigDecimal(given[set][quartile - 1]);
      assertTrue(more >= 1, row.toString());
      assertTrue(
          Providers.rate(achievers + more, leavers).compareTo(threshold) >= 0, row.toString());
      assertTrue(
          Providers.rate(achievers + more - 1, leavers).compareTo(threshold) < 0, row.toString());
      assertEquals(
          threshold.subtract(row.getAs("rate_value")), row.getAs("points_to_next_quartile"));
    }
    assertTrue(missing > 500, "most of them lie below a threshold: " + missing);
  }

  private static Map<String, Row> keyed(List<Row> rows, String... key) {
    Map<String, Row> keyed = new HashMap<>();
    for (Row row : rows) {
      keyed.put(
          java.util.Arrays.stream(key)
              .map(column -> String.valueOf(row.<Object>getAs(column)))
              .collect(java.util.stream.Collectors.joining("/")),
          row);
    }
    return keyed;
  }
}
