package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts and rates turned so that each rate has its own row. */
final class Rates {
  private Rates() {}

  /** What makes one set of thresholds, but for its method and source. */
  static final List<String> SET =
      List.of(
          "edition", "report_year", "report_type", "measure", "year", "rate", "dimension", "value");

  /**
   * One row a rate: {@code rate}, {@code rate_value}, {@code numerator}, {@code denominator}. The
   * timely measure has one rate only.
   */
  static Dataset<Row> of(Dataset<Row> counts) {
    Column rates =
        inline(
            array(
                rate("achievement", "achievement_rate", "achievers", "leavers"),
                rate("retention", "retention_rate", "completers", "leavers"),
                rate("pass", "pass_rate", "achievers", "completers")));
    Column[] kept =
        Stream.concat(
                Arrays.stream(counts.columns())
                    .filter(name -> !name.endsWith("_rate"))
                    .map(name -> col(name)),
                Stream.of(rates))
            .toArray(Column[]::new);
    return counts
        .select(kept)
        .where(col("measure").notEqual("timely").or(col("rate").equalTo("achievement")));
  }

  private static Column rate(String name, String value, String numerator, String denominator) {
    return struct(
        lit(name).as("rate"),
        col(value).as("rate_value"),
        col(numerator).as("numerator"),
        col(denominator).as("denominator"));
  }
}
