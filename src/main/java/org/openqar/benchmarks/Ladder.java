package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.tables.Tenths;

/**
 * The ranked rates of each set, each rate once, in ascending order. Thresholds and ranks come from
 * this ladder. Rates have one decimal, so a set has few steps however many providers it has.
 */
final class Ladder {
  private Ladder() {}

  /**
   * Returns one row for each step: {@code set}, {@code rate_value}, {@code here} providers with
   * this rate, {@code providers} and {@code all_leavers} of the set, {@code providers_to_here} and
   * {@code leavers_to_here} with rates up to this one. In each set, the providers that are not
   * ranked share one step without a rate.
   *
   * @param rates as {@link Rates} gives them
   */
  static Dataset<Row> of(Dataset<Row> rates, int minimumLeavers) {
    WindowSpec set = Window.partitionBy("set").orderBy("rate_value");
    WindowSpec all = set.rangeBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column ranked = isRanked(minimumLeavers);
    return rates
        .groupBy(col("set"), when(ranked, col("rate_value")).as("rate_value"))
        .agg(count(when(ranked, 1)).as("here"), sum(when(ranked, col("leavers"))).as("leavers"))
        .select(
            col("set"),
            col("rate_value"),
            col("here"),
            sum("here").over(all).as("providers"),
            sum("leavers").over(all).as("all_leavers"),
            sum("here").over(set).as("providers_to_here"),
            sum("leavers").over(set).as("leavers_to_here"));
  }

  /** Whether a rate is ranked: it has enough leavers, and a denominator. */
  static Column isRanked(int minimumLeavers) {
    return col("leavers").geq(minimumLeavers).and(col("rate_value").isNotNull());
  }

  /**
   * Returns one row for each set: {@code set}, {@code providers}, and lists of {@code tenths} (the
   * rates in tenths, ascending), {@code to_here} (the number of providers with a rate up to that
   * one) and {@code alike} (the number of providers with exactly that rate).
   *
   * @param ladder as {@link #of} gives it
   */
  static Dataset<Row> groupBySet(Dataset<Row> ladder) {
    Column step =
        struct(
            Tenths.of(col("rate_value")).as("tenths"),
            col("providers_to_here").as("to_here"),
            col("here").as("alike"));
    return ladder
        .groupBy("set")
        .agg(
            max("providers").as("providers"),
            sort_array(collect_list(when(col("rate_value").isNotNull(), step))).as("steps"))
        .select(
            col("set"),
            col("providers"),
            col("steps.tenths").as("tenths"),
            col("steps.to_here").as("to_here"),
            col("steps.alike").as("alike"));
  }
}
