package org.openqar.aims;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;
import org.openqar.tables.Returned;
import org.openqar.tables.Tables;

/**
 * What became of trainees: the union of the destinations in the loaded returns, followed through
 * number changes (qar-rules 3.10, 9.19).
 */
final class Destinations {
  private Destinations() {}

  /**
   * Returned destinations with what tells whose they are, as {@link Records} has it.
   *
   * @param destinations rows of {@code returned_destination}
   */
  static Dataset<Row> records(Dataset<Row> destinations, Providers providers) {
    return destinations.select(
        col("funding_year"),
        providers.survivor(col("ukprn")).as("ukprn"),
        Records.text("learn_ref_number").as("learn_ref_number"),
        Returned.realUln(col("uln")).as("real_uln"),
        col("dp_outcome"));
  }

  /** Some columns of the destinations that only a reference number tells whose they are. */
  static Dataset<Row> withoutUln(Dataset<Row> records, String... columns) {
    return records
        .where(col("real_uln").isNull())
        .select(Arrays.stream(columns).map(name -> col(name)).toArray(Column[]::new));
  }

  /**
   * Adds {@code destinations} to the aims; none where it is no traineeship programme.
   *
   * @param records destinations that have been re-keyed and identified
   */
  static Dataset<Row> addTo(Dataset<Row> chains, Dataset<Row> records) {
    Dataset<Row> byLearner =
        records
            .select(
                col("ukprn").as("trainee_ukprn"),
                col("learner").as("trainee"),
                inline(col("dp_outcome")))
            .select(
                col("trainee_ukprn"),
                col("trainee"),
                Returned.OUT_START_DATE.value().as("start_date"),
                concat(upper(trim(col("out_type"))), trim(col("out_code"))).as("outcome"))
            .where(col("start_date").isNotNull().and(col("outcome").isNotNull()))
            .groupBy("trainee_ukprn", "trainee")
            .agg(array_sort(collect_set(struct("start_date", "outcome"))).as("found"));
    Column ofTrainee =
        col("ukprn")
            .equalTo(col("trainee_ukprn"))
            .and(col("learner").equalTo(col("trainee")))
            .and(col("aim_type").equalTo(Codes.PROGRAMME_AIM))
            .and(col("prog_type").equalTo(Codes.TRAINEESHIP));
    Column inOrder =
        transform(
            col("found"),
            one ->
                struct(
                    one.getField("outcome").as("outcome"),
                    one.getField("start_date").as("start_date")));
    return chains
        .join(byLearner, ofTrainee, "left")
        .withColumn(
            "destinations",
            coalesce(inOrder, array().cast(Tables.AIM.field("destinations").type())))
        .drop("trainee_ukprn", "trainee", "found");
  }
}
