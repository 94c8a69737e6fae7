package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.tables.Tenths;

/**
 * Counts the providers up to a rate, and those with exactly that rate. It reads the counts from the
 * ladder of the rate's set. The rates themselves are many and have many columns, so it neither
 * moves nor sorts them.
 */
final class Ranks {
  private Ranks() {}

  /**
   * Adds {@code ranked}, and the number of ranked {@code providers} in the set. For a ranked rate
   * it also adds {@code providers_to_here} with rates up to this one, and {@code providers_alike}
   * with this one.
   *
   * @param rates as {@link Rates} gives them
   * @param ladder as {@link Ladder#of} gives it, from all these rates
   */
  static Dataset<Row> addTo(Dataset<Row> rates, Dataset<Row> ladder, int minimumLeavers) {
    Column step = col("step").minus(lit(1));
    return rates
        .join(broadcast(Ladder.groupBySet(ladder)), "set")
        .withColumn("ranked", Ladder.isRanked(minimumLeavers))
        .withColumn(
            "step",
            when(col("ranked"), array_position(col("tenths"), Tenths.of(col("rate_value"))))
                .cast("int"))
        .withColumns(
            Map.of(
                "providers_to_here", get(col("to_here"), step),
                "providers_alike", get(col("alike"), step)))
        .drop("step", "tenths", "to_here", "alike");
  }
}
