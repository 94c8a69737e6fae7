package org.openqar.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedCountsTest {

  /** R01 to R03: published counts and rates. */
  @ParameterizedTest
  @CsvSource({
    "140800, 263550, 53.4",
    "144350, 263550, 54.8",
    "140800, 144350, 97.5",
    "155440, 270470, 57.5",
    "2489500, 2720490, 91.5",
    "1, 2000, 0.1",
    "999, 2000, 50.0",
    "11, 14, 78.6",
    "0, 10, 0.0"
  })
  void ratesAreRoundedHalfUpToOneDecimal(int part, int whole, String rate) {
    assertEquals(rate, ExpectedCounts.percent(ExpectedCounts.tenths(part, whole)));
  }

  @Test
  void thereIsNoRateWithoutADenominator() {
    assertNull(ExpectedCounts.percent(ExpectedCounts.tenths(0, 0)));
  }

  /** Q05 to Q06d. */
  @ParameterizedTest
  @CsvSource({
    "40 50 60 70, 50 60 70",
    "40 50 60 70 80, 60 70 80",
    "40 45 50 60 70 80, 50 60 80",
    "50 50 50 60 70 80 80 90, 50 70 80",
    "10 20 30 40 50 60 70 80 90 100, 40 60 90",
    "10 20 30, null null null"
  })
  void thresholdsAreTheLowestRatesOfTheUpperQuarters(String rates, String thresholds) {
    List<Integer> ascending = Stream.of(rates.split(" ")).map(Integer::valueOf).toList();
    List<String> found = new ArrayList<>();
    for (int k = 1; k <= 3; k++) {
      found.add(String.valueOf(ExpectedMeasures.threshold(ascending, k)));
    }
    assertEquals(thresholds, String.join(" ", found));
  }
}
