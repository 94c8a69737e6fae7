package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regr_slope;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;
import static org.openqar.tables.Table.RATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.benchmarks.Rates.Rate;

/** What became of each rate through the reported years, all from one ordering by year. */
final class Trends {
  private Trends() {}

  static final List<String> ADDED = List.of("year_before", "trend");

  private static final int FEWEST_YEARS = 3;

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
    Map<String, Column> added = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      Column value = col(rate.column());
      added.put(rate.column() + "_year_before", max(value).over(before));
      added.put(
          rate.column() + "_trend",
          when(
              count(value).over(toHere).geq(FEWEST_YEARS),
              round(regr_slope(value.cast("double"), col("year").cast("double")).over(toHere), 1)
                  .cast(RATE)));
    }
    return counts.withColumns(added);
  }
}
