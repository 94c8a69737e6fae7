package org.openqar.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.Vectors;

/** The specification's worked cases of rates and quartiles hold in the oracle. */
class OracleFiguresTest {

  static List<Vectors.Case> rates() {
    return Vectors.of("rates.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rates")
  void countsAndRatesAreShownSo(Vectors.Case vector) {
    int leavers = vector.number("leavers");
    int completers = vector.number("completers");
    int achievers = vector.number("achievers");
    assertAll(
        () -> assertShown(vector, "leavers", Figures.volume(leavers)),
        () -> assertShown(vector, "completers", Figures.volume(completers)),
        () -> assertShown(vector, "achievers", Figures.volume(achievers)),
        () -> assertShown(vector, "retention", Figures.rate(completers, leavers)),
        () -> assertShown(vector, "pass", Figures.rate(achievers, completers)),
        () -> assertShown(vector, "achievement", Figures.rate(achievers, leavers)));
  }

  /** What is not given is not tested. */
  private static void assertShown(Vectors.Case vector, String name, String shown) {
    String expected = vector.get("expected_" + name);
    if (expected != null) {
      assertEquals(expected, shown, name);
    }
  }

  static List<Vectors.Case> quartiles() {
    return Vectors.of("quartiles.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quartiles")
  void quartersBeginSo(Vectors.Case vector) {
    boolean given = vector.get("rates") == null;
    List<BigDecimal> expected =
        Stream.of("q1", "q2", "q3")
            .map(q -> new BigDecimal(vector.get((given ? "given_" : "expected_") + q)))
            .toList();
    if (!given) {
      assertEquals(expected, Figures.thresholds(List.of(vector.get("rates").split(" "))));
    }
    String rate = vector.get("rate");
    assertTrue(!given || rate != null, "nothing is asked");
    if (rate != null) {
      assertEquals(
          vector.get("expected_quartile"), Figures.quarter(new BigDecimal(rate), expected));
    }
  }
}
