package org.openqar.aims;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Edition.MatchKey;

/**
 * Who a learner is when records are matched (qar-rules 3.4, 9.6): the ULN; without a real one, the
 * only real ULN that the same reference number has in another record, else the reference number.
 */
final class Learners {
  private final MatchKey key;
  private final Kept kept;

  Learners(MatchKey key, Kept kept) {
    this.key = key;
    this.kept = kept;
  }

  /** Adds {@code learner} and {@code matched_by}. */
  Dataset<Row> identify(Dataset<Row> records) {
    return switch (key) {
      case ULN -> byUln(records);
      case LRN -> byReference(records);
    };
  }

  private Dataset<Row> byUln(Dataset<Row> records) {
    Dataset<Row> nameless =
        kept.keep(
            records
                .where(col("real_uln").isNull())
                .select(col("ukprn").as("nameless_ukprn"), col("ref").as("nameless_ref"))
                .distinct());
    Column same =
        col("ukprn").equalTo(col("nameless_ukprn")).and(col("ref").equalTo(col("nameless_ref")));
    Dataset<Row> found =
        kept.keep(
            records
                .where(col("real_uln").isNotNull())
                .join(broadcast(nameless), same)
                .groupBy("nameless_ukprn", "nameless_ref")
                .agg(min("real_uln").as("found_uln"), count_distinct(col("real_uln")).as("ulns"))
                .where(col("ulns").equalTo(1))
                .drop("ulns"));
    Column uln = coalesce(col("real_uln"), col("found_uln"));
    return records
        .join(broadcast(found), same.and(col("real_uln").isNull()), "left")
        .withColumn(
            "learner", coalesce(concat(lit("ULN "), uln), concat(lit("reference "), col("ref"))))
        .withColumn(
            "matched_by",
            when(col("real_uln").isNotNull(), "ULN")
                .when(col("found_uln").isNotNull(), "ULN of the same reference number")
                .otherwise("reference number"))
        .drop("nameless_ukprn", "nameless_ref", "found_uln");
  }

  private static Dataset<Row> byReference(Dataset<Row> records) {
    return records
        .withColumn(
            "learner",
            coalesce(concat(lit("reference "), col("ref")), concat(lit("ULN "), col("real_uln"))))
        .withColumn(
            "matched_by", when(col("ref").isNotNull(), "reference number").otherwise("ULN"));
  }
}
