package org.openqar.aims;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.matching.Providers;
import org.openqar.tables.Returned;

/**
 * The changes of number or provider that records report, whether matching believes them or not: a
 * number ({@code key_ukprn}, {@code key_ref}), and the one before it ({@code prev_ukprn}, {@code
 * prev_ref}).
 */
final class ToldChanges {
  private final NumberColumns numbers;

  ToldChanges(Providers providers) {
    this.numbers = new NumberColumns(providers);
  }

  /**
   * Returns the changes in final returns.
   *
   * @param deliveries as {@link KnownNumbers#found} takes them
   */
  Dataset<Row> in(Dataset<Row> deliveries) {
    return numbers
        .numbered(deliveries.where(col("of_final_return")))
        .select(
            col("key_ukprn"),
            col("key_ref"),
            numbers.survivor(Returned.PREV_UKPRN.value()).as("prev_ukprn"),
            nullif(trim(col("prev_learn_ref_number")), lit("")).as("prev_ref"))
        .transform(ToldChanges::told);
  }

  /**
   * Returns the changes that the records of some aims reported in the run that made the aims.
   *
   * @param aims rows of {@code aim}
   */
  Dataset<Row> inAims(Dataset<Row> aims) {
    return aims.select(explode(col("history")).as("one"))
        .select(
            numbers.survivor(col("one.returned_ukprn")).as("key_ukprn"),
            col("one.learn_ref_number").as("key_ref"),
            numbers.survivor(col("one.prev_ukprn")).as("prev_ukprn"),
            col("one.prev_learn_ref_number").as("prev_ref"))
        .transform(ToldChanges::told);
  }

  private static Dataset<Row> told(Dataset<Row> numbers) {
    return numbers
        .select(
            col("key_ukprn"),
            col("key_ref"),
            coalesce(col("prev_ukprn"), col("key_ukprn")).as("prev_ukprn"),
            NumberColumns.previousReference().as("prev_ref"))
        .where(col("key_ref").isNotNull().and(col("prev_ref").isNotNull()));
  }
}
