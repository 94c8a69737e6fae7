package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.openqar.tables.Table.RATE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.tables.Table;

/**
 * Where each provider stands in a set of thresholds: it is in the highest group whose threshold its
 * rate reaches (qar-rules 5.3). A provider that is not ranked has a rate and a gap, but no place.
 */
final class Positions {
  private static final List<String> LABELS =
      List.of("Bottom 24%", "25 to 49%", "50 to 74%", "Top 25%");

  /** What a set tells of its own providers only. */
  private static final String[] LEFT_OUT =
      Stream.concat(
              Stream.of("providers", "q1", "q2", "q3", "national_publication"),
              Thresholds.BANDS.stream().map(Thresholds::below))
          .toArray(String[]::new);

  private final Dataset<Row> thresholds;
  private final List<Integer> groups;

  /**
   * @param thresholds rows of {@code quartile_threshold} with {@code set}
   * @param groups the numbers of groups that there are
   */
  Positions(Dataset<Row> thresholds, List<Integer> groups) {
    this.thresholds = thresholds;
    this.groups = groups;
  }

  /**
   * Adds group, label, what is missing to the next group, how sure that is, and the gap to the rate
   * of all providers, or to the published national one; a row for each set of thresholds.
   *
   * @param rates with {@code ranked}
   */
  Dataset<Row> of(Dataset<Row> rates) {
    return rates
        .withColumns(Certainty.interval())
        .join(broadcast(thresholds.drop(LEFT_OUT)), "set")
        .withColumns(
            Map.of(
                "group_no",
                when(col("ranked").and(col("thresholds").isNotNull()), Thresholds.groupNo(groups)),
                "quartile_probability",
                when(col("ranked").and(col("thresholds").isNotNull()), Certainty.probabilities()),
                "gap_to_national",
                col("rate_value").minus(col("national_rate")).cast(RATE)))
        .withColumns(
            Map.of(
                "quartile",
                when(col("groups").equalTo(Thresholds.QUARTERS), col("group_no")),
                "next_threshold",
                get(col("thresholds"), col("group_no").minus(lit(1)))))
        .withColumns(
            Map.of(
                "quartile_label", label(),
                "points_to_next_quartile",
                    col("next_threshold").minus(col("rate_value")).cast(RATE),
                "achievers_to_next_quartile", missingToNext()));
  }

  /**
   * Adds rank and percentile among the ranked providers; beside published thresholds, whose
   * providers are others, there are none, nor among fewer than four.
   *
   * @param places of rates that {@link Ranks} was added to
   */
  static Dataset<Row> ranked(Dataset<Row> places) {
    Column among =
        col("ranked")
            .and(col("source").equalTo(Thresholds.COMPUTED))
            .and(col("providers").geq(Benchmarks.FEWEST_RANKED));
    return places
        .withColumn("providers_below", col("providers_to_here").minus(col("providers_alike")))
        .withColumns(
            Map.of(
                "rank",
                when(
                    among,
                    col("providers").minus(col("providers_to_here")).plus(lit(1L)).cast("int")),
                "percentile",
                when(among, expr(Table.percentage("providers_below", "providers")))));
  }

  /**
   * The least number to add to the numerator so that the rate, rounded to one decimal, reaches the
   * next threshold t in tenths of a point: 2000 (a + x) + d >= 2 t d, for numerator a and
   * denominator d.
   */
  private static Column missingToNext() {
    return expr(
        "(denominator * (2 * CAST(10 * next_threshold AS BIGINT) - 1) + 1999) DIV 2000 - numerator");
  }

  private static Column label() {
    Column label = lit(null).cast("string");
    for (int quartile = LABELS.size(); quartile >= 1; quartile--) {
      label = when(col("quartile").equalTo(quartile), LABELS.get(quartile - 1)).otherwise(label);
    }
    return label;
  }
}
