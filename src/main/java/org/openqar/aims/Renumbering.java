package org.openqar.aims;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Learner reference number changes and moves between providers (qar-rules 3.3, 9.3, 9.5): a return
 * that names a previous number re-keys the learner's records of the years before it, and from its
 * year on its provider is in charge of them. The changes of a year are followed after those of the
 * years before, so that they find records under the number that those gave them.
 *
 * <p>A change is believed for all records of the previous number or for none. It is passed over
 * when it names itself, when the previous number still stands in that year's return for another
 * learner, when an older record of it shows another real ULN, or when two learners claim the same
 * previous number and neither is refuted so.
 */
final class Renumbering {
  private static final Seq<String> FROM =
      CollectionConverters.asScala(List.of("moved_year", "from_ukprn", "from_ref")).toList();

  /** The columns of the records that tell of changes. */
  static final String[] READ = {
    "funding_year",
    "returned_ukprn",
    "ukprn",
    "learn_ref_number",
    "prev_learn_ref_number",
    "prev_ukprn",
    "real_uln"
  };

  private final Providers providers;
  private Dataset<Row> moves;

  private Renumbering(Providers providers) {
    this.providers = providers;
  }

  /** Learns the changes from the records of final returns. */
  static Renumbering learnt(Dataset<Row> records, Providers providers, Settings settings) {
    Renumbering learnt = new Renumbering(providers);
    Dataset<Row> claims = Small.of(learnt.claims(records));
    List<Integer> years =
        claims.select("year").distinct().orderBy("year").as(Encoders.INT()).collectAsList();
    if (!years.isEmpty()) {
      Dataset<Row> standing = Small.of(standing(records, claims));
      for (int year : years) {
        Dataset<Row> told = claims.where(col("year").equalTo(year)).drop("year");
        Dataset<Row> believed = believed(told, learnt.rekey(standing), year);
        learnt.moves = Small.of(learnt.followed(believed, settings.firstLoadedYear(), year));
      }
    }
    return learnt;
  }

  /** Re-keys records: moves {@code ukprn} and adds {@code ref}, the learner's newest number. */
  Dataset<Row> applyTo(Dataset<Row> records) {
    return rekey(records.withColumn("ref", col("learn_ref_number")));
  }

  /**
   * Adds {@code final_return_years} to aims: the loaded years for which the provider in charge made
   * a final return.
   */
  Dataset<Row> addFinalReturnYears(Dataset<Row> aims) {
    Dataset<Row> own =
        providers.addFinalReturnYears(aims, col("returned_ukprn"), "final_return_years");
    if (moves == null) {
      return own;
    }
    Column newest =
        col("last_year_returned")
            .equalTo(col("moved_year"))
            .and(providers.survivor(col("returned_ukprn")).equalTo(col("from_ukprn")))
            .and(col("learn_ref_number").equalTo(col("from_ref")));
    Dataset<Row> changes = moves.select("moved_year", "from_ukprn", "from_ref", "since", "after");
    Column years = col("final_return_years");
    return own.join(broadcast(changes), newest, "left")
        .withColumn(
            "final_return_years",
            when(col("since").isNull(), years)
                .otherwise(concat(filter(years, year -> year.lt(col("since"))), col("after"))))
        .drop("moved_year", "from_ukprn", "from_ref", "since", "after");
  }

  /** What returns say: a learner's number of the years before, and the one that it has now. */
  private Dataset<Row> claims(Dataset<Row> records) {
    Dataset<Row> claims =
        records
            .where(
                col("prev_learn_ref_number").isNotNull().and(col("learn_ref_number").isNotNull()))
            .select(
                col("funding_year").as("year"),
                coalesce(col("prev_ukprn"), col("ukprn")).as("from_ukprn"),
                col("prev_learn_ref_number").as("from_ref"),
                col("returned_ukprn").as("told_by"),
                col("ukprn").as("to_ukprn"),
                col("learn_ref_number").as("to_ref"),
                col("real_uln").as("to_uln"))
            .where(
                col("from_ukprn")
                    .notEqual(col("to_ukprn"))
                    .or(col("from_ref").notEqual(col("to_ref"))))
            .distinct();
    return providers.addFinalReturnYears(claims, col("told_by"), "after");
  }

  /** The numbers that a change could re-key, and whose they were in each year. */
  private static Dataset<Row> standing(Dataset<Row> records, Dataset<Row> claims) {
    Column claimed =
        col("ukprn")
            .equalTo(col("from_ukprn"))
            .and(col("learn_ref_number").equalTo(col("from_ref")));
    return records
        .join(broadcast(claims.select("from_ukprn", "from_ref").distinct()), claimed, "left_semi")
        .select(
            col("funding_year"), col("ukprn"), col("learn_ref_number").as("ref"), col("real_uln"))
        .distinct();
  }

  /** The changes of one year that nothing refutes, one of each previous number. */
  private static Dataset<Row> believed(Dataset<Row> told, Dataset<Row> standing, int year) {
    Column sameUln = col("real_uln").equalTo(col("to_uln"));
    Column refuted =
        col("ukprn")
            .equalTo(col("from_ukprn"))
            .and(col("ref").equalTo(col("from_ref")))
            .and(
                col("funding_year")
                    .equalTo(year)
                    .and(not(coalesce(sameUln, lit(false))))
                    .or(col("funding_year").lt(year).and(not(coalesce(sameUln, lit(true))))));
    return told.join(broadcast(standing), refuted, "left_anti")
        .groupBy("from_ukprn", "from_ref")
        .agg(
            max(struct("told_by", "to_ukprn", "to_ref", "after")).as("to"),
            count_distinct(struct("to_ukprn", "to_ref")).as("claimants"),
            count_distinct(col("to_uln")).as("ulns"))
        .where(col("claimants").equalTo(1).and(col("ulns").leq(1)))
        .select("from_ukprn", "from_ref", "to.to_ukprn", "to.to_ref", "to.after");
  }

  /** The moves so far followed through one year's changes, and those that begin with them. */
  private Dataset<Row> followed(Dataset<Row> believed, int firstYear, int year) {
    Column later = filter(col("after"), answered -> answered.geq(year));
    Dataset<Row> begun =
        believed
            .withColumn("after", later)
            .withColumn("since", lit(year))
            .withColumn("moved_year", explode(sequence(lit(firstYear), lit(year - 1))));
    if (moves == null) {
      return begun;
    }
    Dataset<Row> next =
        believed.toDF(
            Arrays.stream(believed.columns()).map(name -> "next_" + name).toArray(String[]::new));
    Column goesOn =
        col("to_ukprn")
            .equalTo(col("next_from_ukprn"))
            .and(col("to_ref").equalTo(col("next_from_ref")));
    Dataset<Row> goneOn =
        moves
            .join(broadcast(next), goesOn, "left")
            .select(
                col("moved_year"),
                col("from_ukprn"),
                col("from_ref"),
                coalesce(col("next_to_ukprn"), col("to_ukprn")).as("to_ukprn"),
                coalesce(col("next_to_ref"), col("to_ref")).as("to_ref"),
                col("since"),
                when(col("next_after").isNull(), col("after"))
                    .otherwise(
                        concat(
                            filter(col("after"), answered -> answered.lt(year)),
                            filter(col("next_after"), answered -> answered.geq(year))))
                    .as("after"));
    return goneOn.unionByName(begun.join(broadcast(moves), FROM, "left_anti"));
  }

  private Dataset<Row> rekey(Dataset<Row> records) {
    if (moves == null) {
      return records;
    }
    Column hit =
        col("funding_year")
            .equalTo(col("moved_year"))
            .and(col("ukprn").equalTo(col("from_ukprn")))
            .and(col("ref").equalTo(col("from_ref")));
    Dataset<Row> to = moves.drop("since", "after");
    return records
        .join(broadcast(to), hit, "left")
        .select(
            Stream.of(records.columns())
                .map(
                    name ->
                        switch (name) {
                          case "ukprn" -> coalesce(col("to_ukprn"), col("ukprn")).as("ukprn");
                          case "ref" -> coalesce(col("to_ref"), col("ref")).as("ref");
                          default -> col(name);
                        })
                .toArray(Column[]::new));
  }
}
