package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.benchmarks.Rates.Rate;
import org.openqar.tables.Table;

/**
 * Treats several providers as one: a prime with its subcontractors, a group of colleges, a combined
 * authority. It adds up their counts, and compares the rates of the sums with the thresholds of
 * single providers.
 */
final class ProviderGroups {
  private ProviderGroups() {}

  static final List<String> KEPT = List.of("group_id", "group_name", "members", "leavers");

  /**
   * Returns the rates of each group in the form of {@link Rates}, with {@code ranked}.
   *
   * @param counts rows of {@code qar_provider}, numbered
   * @param members rows of {@code provider_group}
   */
  static Dataset<Row> rates(Dataset<Row> counts, Dataset<Row> members, int minimumLeavers) {
    return Rates.of(counts(counts, members), KEPT, List.of())
        .withColumn("ranked", Ladder.isRanked(minimumLeavers));
  }

  /** Adds up the members' counts, with {@code members} and the rates of the sums. */
  static Dataset<Row> counts(Dataset<Row> counts, Dataset<Row> members) {
    Map<String, Column> rates = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      rates.put(rate.column(), Table.rate(rate.numerator(), rate.denominator()));
    }
    return counts
        .join(broadcast(members), Rates.seq(List.of("ukprn")))
        .groupBy("cell", "timely", "group_id")
        .agg(
            first("group_name", true).as("group_name"),
            count_distinct(col("ukprn")).as("members"),
            sum("leavers").as("leavers"),
            sum("completers").as("completers"),
            sum("achievers").as("achievers"))
        .withColumns(rates);
  }
}
