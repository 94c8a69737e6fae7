package org.openqar.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.config.Settings.Method;
import org.openqar.config.Settings.Places;
import org.openqar.support.SparkTest;

/** Thresholds by either method and into any number of groups. */
class ThresholdsTest extends SparkTest {

  /** Achievers out of leavers of each provider, and the thresholds between the groups. */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROVIDER        |  4 | 20/50 5/10 12/20 14/20            | 50 60 70
          COHORT_WEIGHTED |  4 | 20/50 5/10 12/20 14/20            | 40 40 60
          COHORT_WEIGHTED |  4 | 4/10 15/30 12/20 28/40            | 50 60 70
          COHORT_WEIGHTED |  4 | 10/25 15/25 20/25 25/25           | 40 60 80
          COHORT_WEIGHTED |  4 | 40/100 0/3 0/4 30/50 35/50 80/100 | 40 60 80
          COHORT_WEIGHTED |  4 | 40/100 50/100 60/100              |
          PROVIDER        |  5 | 1/10 2/10 3/10 4/10 5/10 6/10     | 30 40 50 60
          PROVIDER        |  2 | 1/10 2/10 3/10                    |
          PROVIDER        |  2 | 1/10 2/10 3/10 4/10               | 30
          PROVIDER        | 10 | 1/10 2/10 3/10 4/10 5/10 6/10 7/10 8/10 9/10 10/10 | 20 30 40 50 60 70 80 90 100
          PROVIDER        | 10 | 1/10 2/10 3/10 4/10 5/10 6/10 7/10 8/10 9/10       |
          """)
  void areTheLowestRatesOfTheGroups(
      Method method, int groups, String providers, String thresholds) {
    Providers sector = new Providers();
    int ukprn = 10000000;
    for (String provider : providers.split(" ")) {
      String[] counts = provider.split("/");
      sector.provider("cell", ukprn++, Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }
    Row set =
        sector
            .computed(
                new Benchmarks(
                    5, List.of(method), Places.FIRST_METHOD, List.of(groups), "ssa_t1 x level", 0))
            .where("rate = 'achievement'")
            .head();
    assertEquals(method.label(), set.getAs("method"));
    assertEquals(groups, set.<Integer>getAs("groups"));
    if (thresholds == null) {
      assertNull(set.getAs("thresholds"));
      assertNull(set.getAs("q1"));
      return;
    }
    List<BigDecimal> expected =
        Arrays.stream(thresholds.split(" ")).map(t -> new BigDecimal(t).setScale(1)).toList();
    assertEquals(expected, set.getList(set.fieldIndex("thresholds")));
    assertEquals(groups == 4 ? expected.get(0) : null, set.<BigDecimal>getAs("q1"));
    assertEquals(groups == 4 ? expected.get(2) : null, set.<BigDecimal>getAs("q3"));
  }
}
