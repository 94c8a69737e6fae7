package org.openqar.aims;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Edition.MatchKey;

/**
 * Who a learner is (qar-rules 3.4, 3.5, 9.6). A person is a ULN; without a real one, the only real
 * ULN that the same reference number has in another record, else the reference number. Records are
 * matched by the person, or in editions to 2021-22 by the reference number; restarts and transfers
 * are always looked for among the person's aims.
 */
final class Learners {
  /** The columns of the (re-keyed) records that tell who they are of. */
  static final String[] READ = {"funding_year", "ukprn", "learn_ref_number", "real_uln"};

  private Learners() {}

  /** The column that a person's aims at a provider have in common. */
  static String person(MatchKey key) {
    return key == MatchKey.ULN ? "learner" : "person";
  }

  /**
   * Learns who is who; what comes back adds {@code learner}, {@code matched_by} and {@code person}
   * to records that have been re-keyed.
   */
  static UnaryOperator<Dataset<Row>> learnt(Dataset<Row> records, MatchKey key) {
    Dataset<Row> found = Small.of(found(records));
    Column same =
        col("real_uln")
            .isNull()
            .and(col("ukprn").equalTo(col("found_ukprn")))
            .and(col("ref").equalTo(col("found_ref")));
    Map<String, Column> who = key == MatchKey.ULN ? byUln() : byReference();
    return all ->
        all.join(broadcast(found), same, "left")
            .withColumns(who)
            .drop("found_ukprn", "found_ref", "found_uln");
  }

  /** The one real ULN of each reference number that also stands without one. */
  private static Dataset<Row> found(Dataset<Row> records) {
    Column known = col("real_uln").isNotNull();
    return records
        .where(col("ref").isNotNull())
        .groupBy(col("ukprn").as("found_ukprn"), col("ref").as("found_ref"))
        .agg(
            min("real_uln").as("found_uln"),
            max("real_uln").as("last_uln"),
            bool_or(not(known)).as("also_without"))
        .where(col("also_without").and(col("found_uln").equalTo(col("last_uln"))))
        .drop("last_uln", "also_without");
  }

  private static Map<String, Column> byUln() {
    return Map.of(
        "learner",
        person(),
        "person",
        person(),
        "matched_by",
        when(col("real_uln").isNotNull(), "ULN")
            .when(col("found_uln").isNotNull(), "ULN of the same reference number")
            .otherwise("reference number"));
  }

  private static Map<String, Column> byReference() {
    Column reference = col("ref");
    return Map.of(
        "learner",
        coalesce(concat(lit("reference "), reference), concat(lit("ULN "), col("real_uln"))),
        "person",
        person(),
        "matched_by",
        when(reference.isNotNull(), "reference number").otherwise("ULN"));
  }

  private static Column person() {
    return coalesce(
        concat(lit("ULN "), coalesce(col("real_uln"), col("found_uln"))),
        concat(lit("reference "), col("ref")));
  }
}
