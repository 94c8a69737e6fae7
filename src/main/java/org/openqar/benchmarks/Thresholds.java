package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Quartile thresholds (qar-rules 5.3, 9.28): of n rates in ascending order r[0] to r[n-1] the k-th
 * threshold is r[ceil(k n / 4)], the lowest rate of the next quarter; none under four providers.
 * Ranked are the rates at one decimal of providers with enough leavers.
 */
final class Thresholds {
  private Thresholds() {}

  static final String METHOD = "provider";
  static final String SOURCE = "computed";

  static Dataset<Row> of(Dataset<Row> rates, int minimumLeavers) {
    Column[] set = Rates.SET.stream().map(name -> col(name)).toArray(Column[]::new);
    return rates
        .groupBy(set)
        .agg(sort_array(collect_list(when(ranked(minimumLeavers), col("rate_value")))).as("ranked"))
        .withColumn("providers", size(col("ranked")).cast("long"))
        .withColumns(
            Map.of(
                "q1", threshold(1),
                "q2", threshold(2),
                "q3", threshold(3),
                "method", lit(METHOD),
                "source", lit(SOURCE),
                "minimum_leavers", lit(minimumLeavers)));
  }

  /** Whether a provider's rate is ranked: enough leavers, and a denominator. */
  static Column ranked(int minimumLeavers) {
    return col("leavers").geq(lit(minimumLeavers)).and(col("rate_value").isNotNull());
  }

  /** The position of threshold k counts from one here: ceil(k n / 4) + 1. */
  private static Column threshold(int k) {
    return when(
        col("providers").geq(lit(4)),
        expr("try_element_at(ranked, CAST((%d * providers + 3) DIV 4 + 1 AS INT))".formatted(k)));
  }
}
