package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Dimension;

/** Adds the national rate beside the thresholds of its cell. */
final class National {
  private National() {}

  /**
   * Adds {@code national_rate}, for all types of provider together. It comes from our counts, not
   * from a publication.
   *
   * @param thresholds with {@code set}
   * @param counts numbered counts with {@code provider_type}, as {@code qar_national} has them
   */
  static Dataset<Row> addTo(Dataset<Row> thresholds, Dataset<Row> counts) {
    Dataset<Row> rates =
        Rates.of(
                counts.where(col("provider_type").equalTo(Dimension.ALL_OF_IT)),
                List.of(),
                List.of())
            .withColumnRenamed("rate_value", "national_rate")
            .drop("numerator", "denominator");
    return thresholds
        .join(broadcast(rates), Rates.seq(List.of("set")), "left")
        .withColumn("national_publication", lit(null).cast("string"));
  }
}
