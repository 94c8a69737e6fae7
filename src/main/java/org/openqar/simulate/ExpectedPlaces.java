package org.openqar.simulate;

import static org.openqar.simulate.ExpectedCounts.percent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openqar.csv.CsvFile;

/**
 * Works out where each provider stands, from the counted answers, one provider at a time: its
 * place, the gap to the next quarter, how sure the rate is, the years before, and the rate that its
 * mix would give. Rates are whole tenths of a percent, so that nothing is rounded twice.
 */
final class ExpectedPlaces {
  private static final int QUARTERS = 4;
  private static final int FEWEST_YEARS_OF_A_TREND = 3;
  private static final double Z = 1.959963984540054;

  private final SortedMap<ExpectedCell, ExpectedCounts> byProvider;
  private final SortedMap<ExpectedCell, ExpectedCounts> national;
  private final SortedMap<ExpectedCell, ExpectedCounts> pairs;
  private final SortedMap<ExpectedCell, List<Integer>> ranked;

  /**
   * @param pairs counts by subject and level together, of each provider and of all
   * @param ranked the rates of each set in ascending order
   */
  ExpectedPlaces(
      SortedMap<ExpectedCell, ExpectedCounts> byProvider,
      SortedMap<ExpectedCell, ExpectedCounts> national,
      SortedMap<ExpectedCell, ExpectedCounts> pairs,
      SortedMap<ExpectedCell, List<Integer>> ranked) {
    this.byProvider = byProvider;
    this.national = national;
    this.pairs = pairs;
    this.ranked = ranked;
  }

  void write(Path path) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            path,
            "report_type",
            "year",
            "ukprn",
            "rate",
            "dimension",
            "value",
            "leavers",
            "rate_value",
            "national_rate",
            "gap_to_national",
            "quartile",
            "rank",
            "percentile",
            "points_to_next_quartile",
            "achievers_to_next_quartile",
            "rate_low",
            "rate_high",
            "quartile_probability",
            "rate_year_before",
            "change_on_year_before",
            "trend",
            "expected_rate",
            "gap_to_expected")) {
      for (Map.Entry<ExpectedCell, ExpectedCounts> one : byProvider.entrySet()) {
        for (Rate rate : Rate.values()) {
          row(csv, one.getKey(), one.getValue(), rate);
        }
      }
    }
  }

  private void row(CsvFile csv, ExpectedCell cell, ExpectedCounts counts, Rate rate)
      throws IOException {
    Integer tenths = counts.tenths(rate);
    Integer nation = national.get(cell.of(ExpectedCell.TOTAL)).tenths(rate);
    Integer before = tenths(cell.in(cell.year() - 1), rate);
    Integer expected = expected(cell, rate);
    List<Integer> rates = ranked.get(cell.of(rate.column()));
    boolean isRanked = ExpectedMeasures.isRanked(counts, rate);
    List<Integer> thresholds = isRanked ? thresholds(rates) : List.of();
    int reached = (int) thresholds.stream().filter(threshold -> threshold <= tenths).count();
    Integer next = reached < thresholds.size() ? thresholds.get(reached) : null;
    csv.row(
        cell.reportType(),
        cell.year(),
        cell.whose(),
        rate.column(),
        cell.dimension(),
        cell.value(),
        counts.leavers(),
        percent(tenths),
        percent(nation),
        percent(less(tenths, nation)),
        thresholds.isEmpty() ? null : 1 + reached,
        thresholds.isEmpty() ? null : 1 + rates.size() - lower(rates, tenths + 1),
        thresholds.isEmpty()
            ? null
            : percent(ExpectedCounts.tenths(lower(rates, tenths), rates.size())),
        percent(less(next, tenths)),
        next == null ? null : missing(counts, rate, next),
        bound(counts, rate, -1),
        bound(counts, rate, 1),
        thresholds.isEmpty() ? null : probabilities(counts, rate, thresholds),
        percent(before),
        percent(less(tenths, before)),
        percent(trend(cell, rate)),
        percent(expected),
        percent(less(tenths, expected)));
  }

  private Integer tenths(ExpectedCell cell, Rate rate) {
    ExpectedCounts counts = byProvider.get(cell);
    return counts == null ? null : counts.tenths(rate);
  }

  private static Integer less(Integer one, Integer other) {
    return one == null || other == null ? null : one - other;
  }

  /**
   * Returns the thresholds. With fewer than four ranked providers there are none, and nobody has a
   * place.
   */
  private static List<Integer> thresholds(List<Integer> rates) {
    return rates.size() < QUARTERS
        ? List.of()
        : IntStream.range(1, QUARTERS).mapToObj(k -> ExpectedMeasures.threshold(rates, k)).toList();
  }

  /** Counts the rates that are lower than one. */
  private static int lower(List<Integer> rates, int tenths) {
    int from = 0;
    int to = rates.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (rates.get(middle) < tenths) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Finds by trial how many more achievers the threshold needs. */
  private static int missing(ExpectedCounts counts, Rate rate, int threshold) {
    int more = 0;
    while (ExpectedCounts.tenths(counts.numerator(rate) + more, counts.denominator(rate))
        < threshold) {
      more++;
    }
    return more;
  }

  /** Returns one bound of Wilson's interval at 95 %. */
  private static String bound(ExpectedCounts counts, Rate rate, int side) {
    double n = counts.denominator(rate);
    if (n == 0) {
      return null;
    }
    double part = counts.numerator(rate);
    double root = Math.sqrt(Z * Z + 4 * part * (1 - part / n));
    double bound = (2 * part + Z * Z + side * Z * root) / (2 * (n + Z * Z));
    return percent((int) Math.round(1000 * bound));
  }

  /**
   * Returns the probability of each quarter from the bottom. A rate that rounds up to a threshold
   * reaches it.
   */
  private static String probabilities(ExpectedCounts counts, Rate rate, List<Integer> thresholds) {
    double n = counts.denominator(rate);
    double share = counts.numerator(rate) / n;
    List<Double> edges = new ArrayList<>(List.of(0.0));
    for (int threshold : thresholds) {
      double x = (threshold - 0.5) / 1000;
      edges.add(x <= 0 ? 0 : normal((x - share) * Math.sqrt(n / (x * (1 - x)))));
    }
    edges.add(1.0);
    return IntStream.range(1, edges.size())
        .mapToObj(i -> Math.round(1000 * (edges.get(i) - edges.get(i - 1))))
        .map(thousandths -> "%d.%03d".formatted(thousandths / 1000, thousandths % 1000))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the normal distribution's share below z, by its power series. */
  private static double normal(double z) {
    if (Math.abs(z) > 8) {
      return z > 0 ? 1 : 0;
    }
    double sum = 0;
    double term = z;
    for (int k = 1; Math.abs(term) > 1e-17; k++) {
      sum += term;
      term *= z * z / (2 * k + 1);
    }
    return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * Returns the slope of the straight line nearest to the rates up to a year, in tenths for each
   * year.
   */
  private Integer trend(ExpectedCell cell, Rate rate) {
    long n = 0;
    long x = 0;
    long y = 0;
    long xx = 0;
    long xy = 0;
    for (int year = cell.year(); year > cell.year() - ExpectedMeasures.YEARS; year--) {
      Integer tenths = tenths(cell.in(year), rate);
      if (tenths != null) {
        long back = year - cell.year();
        n++;
        x += back;
        y += tenths;
        xx += back * back;
        xy += back * tenths;
      }
    }
    return n < FEWEST_YEARS_OF_A_TREND ? null : halfUp(n * xy - x * y, n * xx - x * x);
  }

  /**
   * Returns the rates of all providers by subject and level, weighted by the provider's own
   * denominators.
   */
  private Integer expected(ExpectedCell cell, Rate rate) {
    long points = 0;
    long weight = 0;
    boolean any = false;
    for (Map.Entry<ExpectedCell, ExpectedCounts> pair :
        pairs.subMap(cell.firstOfYear(), cell.afterYear()).entrySet()) {
      if (cell.contains(pair.getKey())) {
        Integer ofAll = pairs.get(pair.getKey().of(ExpectedCell.TOTAL)).tenths(rate);
        int own = pair.getValue().denominator(rate);
        points += ofAll == null ? 0 : (long) own * ofAll;
        weight += own;
        any = true;
      }
    }
    return any && weight > 0 ? halfUp(points, weight) : null;
  }

  /** Divides to the nearest whole number, with halves away from zero. */
  private static int halfUp(long part, long whole) {
    long nearest = (2 * Math.abs(part) + whole) / (2 * whole);
    return (int) (part < 0 ? -nearest : nearest);
  }
}
