package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.openqar.tables.Table.RATE;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.benchmarks.Rates.Rate;

/**
 * What became of each rate through the reported years, all from one ordering by year. Slopes are of
 * whole numbers, rates in tenths, so that no binary fraction decides how one is rounded.
 */
final class Trends {
  private Trends() {}

  static final List<String> ADDED = List.of("year_before", "trend");

  private static final int FEWEST_YEARS = 3;

  /** Years are counted from here, which keeps the sums small. */
  private static final int NEAR_YEAR = 2000;

  /**
   * Adds, beside each rate, {@code _year_before} and {@code _trend}: the slope of the straight line
   * nearest to the rates up to this year, in points a year.
   *
   * @param counts of one provider a row, numbered
   */
  static Dataset<Row> addTo(Dataset<Row> counts) {
    WindowSpec years = Window.partitionBy("ukprn", "series").orderBy("year");
    WindowSpec before = years.rangeBetween(-1, -1);
    WindowSpec toHere = years.rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    Map<String, Column> windows = new LinkedHashMap<>();
    Map<String, Column> sums = new LinkedHashMap<>();
    Map<String, Column> trends = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      windows.put(rate.column() + "_year_before", max(col(rate.column())).over(before));
      sums.putAll(sums(rate, toHere));
      trends.put(rate.column() + "_trend", trend(rate));
    }
    windows.putAll(sums);
    return counts
        .withColumns(windows)
        .withColumns(trends)
        .drop(sums.keySet().toArray(String[]::new));
  }

  /**
   * What the line is made of, each a column: Spark works out a sum over a window as often as an
   * expression mentions it.
   */
  private static Map<String, Column> sums(Rate rate, WindowSpec years) {
    Column y = col(rate.column()).multiply(lit(10)).cast("long");
    Column x = when(y.isNotNull(), col("year").minus(lit(NEAR_YEAR)).cast("long"));
    return Map.of(
        of(rate, "n"), count(y).over(years),
        of(rate, "x"), sum(x).over(years),
        of(rate, "y"), sum(y).over(years),
        of(rate, "xx"), sum(x.multiply(x)).over(years),
        of(rate, "xy"), sum(x.multiply(y)).over(years));
  }

  private static String of(Rate rate, String sum) {
    return rate.column() + "_sum_" + sum;
  }

  private static Column trend(Rate rate) {
    Column n = col(of(rate, "n"));
    Column sumX = col(of(rate, "x"));
    Column rise = n.multiply(col(of(rate, "xy"))).minus(sumX.multiply(col(of(rate, "y"))));
    Column run = n.multiply(col(of(rate, "xx"))).minus(sumX.multiply(sumX));
    return when(n.geq(FEWEST_YEARS), tenths(rise, run));
  }

  /** A quotient to the nearest whole number, halves away from nought, as so many tenths. */
  private static Column tenths(Column part, Column whole) {
    Column twice = whole.multiply(lit(2L));
    Column above = abs(part).multiply(lit(2L)).plus(whole);
    Column nearest = above.minus(pmod(above, twice)).divide(twice).cast("long");
    return when(part.lt(lit(0L)), negate(nearest))
        .otherwise(nearest)
        .multiply(lit(new BigDecimal("0.1")))
        .cast(RATE);
  }
}
