package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.tables.Table;
import org.openqar.tables.Tenths;

/**
 * Places each provider in a set of thresholds: in the highest group whose threshold its rate
 * reaches (qar-rules 5.3). A provider that is not ranked has a rate and a gap, but no place.
 */
final class Positions {
  private static final List<String> LABELS =
      List.of("Bottom 24%", "25 to 49%", "50 to 74%", "Top 25%");

  /** The values that a set gives only for its own providers. */
  private static final String[] LEFT_OUT =
      Stream.concat(
              Stream.of("providers", "q1", "q2", "q3", "national_publication"),
              Thresholds.BANDS.stream().map(Thresholds::below))
          .toArray(String[]::new);

  private final Dataset<Row> thresholds;

  /** The largest number of thresholds in a set. */
  private final int most;

  /**
   * Takes the thresholds.
   *
   * @param thresholds rows of {@code quartile_threshold} with {@code set}
   * @param groups the numbers of groups in use
   */
  Positions(Dataset<Row> thresholds, List<Integer> groups) {
    this.thresholds = thresholds;
    this.most = groups.stream().mapToInt(n -> n - 1).max().orElse(0);
  }

  /**
   * Adds the group, its label, the achievers missing to the next group, the probabilities of the
   * groups, and the gap to the rate of all providers or to the published national rate. Gives one
   * row for each set of thresholds.
   *
   * @param rates with {@code ranked}
   */
  Dataset<Row> of(Dataset<Row> rates) {
    Column placed = col("ranked").and(col("thresholds").isNotNull());
    return rates
        .withColumns(ConfidenceIntervals.interval())
        .withColumn("tenths", Tenths.of(col("rate_value")))
        .join(broadcast(thresholds.drop(LEFT_OUT).withColumns(steps())), "set")
        .withColumns(
            Map.of(
                "group_no",
                when(placed, groupNo()),
                "quartile_probability",
                when(placed, ConfidenceIntervals.probabilities()),
                "gap_to_national",
                Tenths.rate(col("tenths").minus(Tenths.of(col("national_rate"))))))
        .withColumns(
            Map.of(
                "quartile",
                when(col("groups").equalTo(Thresholds.QUARTERS), col("group_no")),
                "next_tenths",
                next()))
        .withColumns(
            Map.of(
                "quartile_label",
                label(),
                "points_to_next_quartile",
                Tenths.rate(col("next_tenths").minus(col("tenths"))),
                "achievers_to_next_quartile",
                missingToNext()));
  }

  /**
   * Returns each threshold in tenths. The few sets hold these, so that the many rates only compare
   * numbers.
   */
  private Map<String, Column> steps() {
    Map<String, Column> steps = new LinkedHashMap<>();
    for (int k = 0; k < most; k++) {
      steps.put(step(k), Tenths.of(get(col("thresholds"), lit(k))));
    }
    return steps;
  }

  private static String step(int k) {
    return "step_" + k;
  }

  /** Returns the group of a place: one more than the number of thresholds that the rate reaches. */
  private Column groupNo() {
    Column reached = lit(1);
    for (int k = 0; k < most; k++) {
      reached = reached.plus(when(col("tenths").geq(col(step(k))), 1).otherwise(0));
    }
    return reached;
  }

  /** Returns the threshold of the next group up; empty at the top. */
  private Column next() {
    return coalesce(
        Stream.concat(
                IntStream.range(0, most)
                    .mapToObj(k -> when(col("group_no").equalTo(k + 1), col(step(k)))),
                Stream.of(lit(null).cast("bigint")))
            .toArray(Column[]::new));
  }

  /**
   * Adds rank and percentile among the ranked providers. There are none beside published
   * thresholds, which have other providers, and none among fewer than four.
   *
   * @param places places of rates with the columns of {@link Ranks}
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
                when(among, Table.percentage("providers_below", "providers"))));
  }

  /**
   * The least number to add to the numerator so that the rate, rounded to one decimal, reaches the
   * next threshold t in tenths of a point: 2000 (a + x) + d >= 2 t d, for numerator a and
   * denominator d.
   */
  private static Column missingToNext() {
    return expr("(denominator * (2 * next_tenths - 1) + 1999) DIV 2000 - numerator");
  }

  private static Column label() {
    Column label = lit(null).cast("string");
    for (int quartile = LABELS.size(); quartile >= 1; quartile--) {
      label = when(col("quartile").equalTo(quartile), LABELS.get(quartile - 1)).otherwise(label);
    }
    return label;
  }
}
