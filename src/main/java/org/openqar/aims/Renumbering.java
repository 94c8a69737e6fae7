package org.openqar.aims;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Learner reference number changes and moves between providers (qar-rules 3.3, 9.5): a return that
 * names a previous number re-keys the learner's records of the years before it, and several changes
 * are followed to the newest.
 *
 * <p>A change is passed over when it names itself, when the previous number still stands in that
 * year's return for another learner, when two learners claim the same previous number, or when the
 * older record shows another real ULN.
 */
final class Renumbering {
  private static final Seq<String> KEY =
      CollectionConverters.asScala(List.of("year", "from_ukprn", "from_ref")).toList();

  /** The columns of the records that tell of changes. */
  static final String[] READ = {
    "funding_year", "ukprn", "learn_ref_number", "prev_learn_ref_number", "prev_ukprn", "real_uln"
  };

  private Renumbering() {}

  /**
   * Learns the changes; what comes back re-keys records: it moves {@code ukprn} and adds {@code
   * ref}, the learner's newest number.
   */
  static UnaryOperator<Dataset<Row>> learnt(Dataset<Row> records, Settings settings) {
    Dataset<Row> changes = Small.of(changes(records));
    if (changes.isEmpty()) {
      return all -> all.withColumn("ref", col("learn_ref_number"));
    }
    Dataset<Row> moves = null;
    Dataset<Row> after = null;
    for (int year = settings.lastLoadedYear() - 1; year >= settings.firstLoadedYear(); year--) {
      Dataset<Row> next = changes.where(col("year").equalTo(year + 1)).drop("year");
      after = after == null ? next : Small.of(followed(next, after));
      Dataset<Row> ofYear = after.withColumn("moved_year", lit(year));
      moves = moves == null ? ofYear : moves.unionByName(ofYear);
    }
    Dataset<Row> known = Small.of(moves);
    return all -> moved(all.withColumn("ref", col("learn_ref_number")), known);
  }

  private static Dataset<Row> changes(Dataset<Row> records) {
    Dataset<Row> claims =
        records
            .where(
                col("prev_learn_ref_number").isNotNull().and(col("learn_ref_number").isNotNull()))
            .select(
                col("funding_year").as("year"),
                coalesce(col("prev_ukprn"), col("ukprn")).as("from_ukprn"),
                col("prev_learn_ref_number").as("from_ref"),
                col("ukprn").as("to_ukprn"),
                col("learn_ref_number").as("to_ref"),
                col("real_uln").as("to_uln"))
            .where(
                col("from_ukprn")
                    .notEqual(col("to_ukprn"))
                    .or(col("from_ref").notEqual(col("to_ref"))));
    Dataset<Row> single =
        claims
            .groupBy("year", "from_ukprn", "from_ref")
            .agg(
                max(struct("to_ukprn", "to_ref", "to_uln")).as("to"),
                count_distinct(struct("to_ukprn", "to_ref")).as("claimants"),
                count_distinct(col("to_uln")).as("ulns"))
            .where(col("claimants").equalTo(1).and(col("ulns").leq(lit(1))))
            .select("year", "from_ukprn", "from_ref", "to.to_ukprn", "to.to_ref", "to.to_uln");
    Column stillAnothers =
        col("funding_year")
            .equalTo(col("year"))
            .and(col("ukprn").equalTo(col("from_ukprn")))
            .and(col("learn_ref_number").equalTo(col("from_ref")))
            .and(not(coalesce(col("real_uln").equalTo(col("to_uln")), lit(false))));
    Dataset<Row> stale =
        records
            .select("funding_year", "ukprn", "learn_ref_number", "real_uln")
            .join(broadcast(single), stillAnothers)
            .select("year", "from_ukprn", "from_ref")
            .distinct();
    return single.join(broadcast(stale), KEY, "left_anti");
  }

  /** One year's changes, each followed through the later ones, and the later ones themselves. */
  private static Dataset<Row> followed(Dataset<Row> changes, Dataset<Row> later) {
    Dataset<Row> next =
        later.toDF(
            Arrays.stream(later.columns()).map(name -> "next_" + name).toArray(String[]::new));
    Column goesOn =
        col("to_ukprn")
            .equalTo(col("next_from_ukprn"))
            .and(col("to_ref").equalTo(col("next_from_ref")))
            .and(sameLearner(col("to_uln"), col("next_to_uln")));
    Dataset<Row> chained =
        changes
            .join(broadcast(next), goesOn, "left")
            .select(
                col("from_ukprn"),
                col("from_ref"),
                coalesce(col("next_to_ukprn"), col("to_ukprn")).as("to_ukprn"),
                coalesce(col("next_to_ref"), col("to_ref")).as("to_ref"),
                coalesce(col("to_uln"), col("next_to_uln")).as("to_uln"));
    Dataset<Row> others =
        later.join(
            broadcast(
                changes.select(col("from_ukprn").as("by_ukprn"), col("from_ref").as("by_ref"))),
            col("from_ukprn").equalTo(col("by_ukprn")).and(col("from_ref").equalTo(col("by_ref"))),
            "left_anti");
    return chained.unionByName(others);
  }

  private static Dataset<Row> moved(Dataset<Row> records, Dataset<Row> moves) {
    Column hit =
        col("funding_year")
            .equalTo(col("moved_year"))
            .and(col("ukprn").equalTo(col("from_ukprn")))
            .and(col("ref").equalTo(col("from_ref")))
            .and(sameLearner(col("real_uln"), col("to_uln")));
    Column[] kept =
        Arrays.stream(records.columns())
            .map(
                name ->
                    switch (name) {
                      case "ukprn" -> coalesce(col("to_ukprn"), col("ukprn")).as("ukprn");
                      case "ref" -> coalesce(col("to_ref"), col("ref")).as("ref");
                      default -> col(name);
                    })
            .toArray(Column[]::new);
    return records.join(broadcast(moves), hit, "left").select(kept);
  }

  private static Column sameLearner(Column uln, Column other) {
    return uln.isNull().or(other.isNull()).or(uln.equalTo(other));
  }
}
