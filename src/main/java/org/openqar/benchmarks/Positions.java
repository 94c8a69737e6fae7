package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.openqar.tables.Table.RATE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.tables.Table;

/**
 * Where each provider stands in a set of thresholds: a provider is in the highest quarter whose
 * threshold its rate reaches (qar-rules 5.3). A provider that is not ranked has a rate and a gap,
 * but no place.
 */
final class Positions {
  private Positions() {}

  private static final List<String> LABELS =
      List.of("Bottom 24%", "25 to 49%", "50 to 74%", "Top 25%");

  static Dataset<Row> of(Dataset<Row> rates, Dataset<Row> thresholds, Dataset<Row> national) {
    Dataset<Row> nationalRates =
        Rates.of(national.where(col("provider_type").equalTo("Total")))
            .withColumnRenamed("rate_value", "national_rate")
            .select(
                Stream.concat(Rates.SET.stream(), Stream.of("national_rate"))
                    .map(name -> col(name))
                    .toArray(Column[]::new));
    return rates
        .join(broadcast(thresholds), names(), "inner")
        .join(broadcast(nationalRates), names(), "left")
        .withColumn(
            "ranked", col("leavers").geq(col("minimum_leavers")).and(col("rate_value").isNotNull()))
        .withColumns(ranks())
        .withColumn("quartile", when(col("ranked").and(col("q1").isNotNull()), quartile()))
        .withColumn("next_threshold", nextThreshold())
        .withColumns(
            Map.of(
                "gap_to_national", col("rate_value").minus(col("national_rate")).cast(RATE),
                "quartile_label", label(),
                "percentile", percentile(),
                "points_to_next_quartile",
                    col("next_threshold").minus(col("rate_value")).cast(RATE),
                "achievers_to_next_quartile", missingToNext()));
  }

  /** Both ranks come from one ordering: what lies above, and what lies below. */
  private static Map<String, Column> ranks() {
    Column[] set =
        Stream.concat(Rates.SET.stream(), Stream.of("ranked"))
            .map(name -> col(name))
            .toArray(Column[]::new);
    WindowSpec descending = Window.partitionBy(set).orderBy(col("rate_value").desc());
    WindowSpec all = Window.partitionBy(set);
    WindowSpec downToHere =
        descending.rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    return Map.of(
        "rank", when(col("ranked"), rank().over(descending)),
        "ranked_providers", count(lit(1)).over(all),
        "ranked_below", count(lit(1)).over(all).minus(count(lit(1)).over(downToHere)));
  }

  private static Column percentile() {
    return when(col("ranked"), expr(Table.percentage("ranked_below", "ranked_providers")));
  }

  private static Column nextThreshold() {
    return when(col("quartile").equalTo(1), col("q1"))
        .when(col("quartile").equalTo(2), col("q2"))
        .when(col("quartile").equalTo(3), col("q3"));
  }

  /**
   * The least number to add to the numerator so that the rate, rounded to one decimal, reaches the
   * next threshold t: 2000 (a + x) + d >= 20 t d, for numerator a and denominator d.
   */
  private static Column missingToNext() {
    return expr(
        "CAST(CEIL((CAST(20 * next_threshold * denominator AS DECIMAL(20,0)) - denominator)"
            + " / 2000) - numerator AS BIGINT)");
  }

  private static scala.collection.immutable.Seq<String> names() {
    return scala.jdk.javaapi.CollectionConverters.asScala(Rates.SET).toList();
  }

  private static Column quartile() {
    return when(col("rate_value").geq(col("q3")), 4)
        .when(col("rate_value").geq(col("q2")), 3)
        .when(col("rate_value").geq(col("q1")), 2)
        .otherwise(1);
  }

  private static Column label() {
    Column label = lit(null).cast("string");
    for (int quartile = LABELS.size(); quartile >= 1; quartile--) {
      label = when(col("quartile").equalTo(quartile), LABELS.get(quartile - 1)).otherwise(label);
    }
    return label;
  }
}
