package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The rates of one set in ascending order: one ordering serves every place. */
final class Ranks {
  private Ranks() {}

  /**
   * Adds {@code ranked} (enough leavers, and a denominator), and of the ranked rates of the set:
   * {@code providers}, {@code providers_to_here} with rates up to this one, and {@code
   * providers_alike} with this one.
   */
  static Dataset<Row> addTo(Dataset<Row> rates, int minimumLeavers) {
    WindowSpec set = Window.partitionBy("set").orderBy(col("rate_value"));
    WindowSpec all = set.rangeBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    WindowSpec toHere = set.rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec alike = set.rangeBetween(Window.currentRow(), Window.currentRow());
    Column one = when(col("ranked"), lit(1L)).otherwise(lit(0L));
    return rates
        .withColumn("ranked", isRanked(minimumLeavers))
        .withColumns(
            Map.of(
                "providers", sum(one).over(all),
                "providers_to_here", sum(one).over(toHere),
                "providers_alike", sum(one).over(alike)));
  }

  /** Whether a rate is ranked: enough leavers, and a denominator. */
  static Column isRanked(int minimumLeavers) {
    return col("leavers").geq(lit(minimumLeavers)).and(col("rate_value").isNotNull());
  }
}
