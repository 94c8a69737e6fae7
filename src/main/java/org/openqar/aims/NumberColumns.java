package org.openqar.aims;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.matching.Providers;
import org.openqar.tables.Returned;

/** A learner's number after mergers, and the previous number in a record (qar-rules 3.3). */
final class NumberColumns {
  /** The FAM codes of a learner who came with a merger or a contract. */
  private static final Object[] CONTRACT_CODES = {"17", "18"};

  private final Providers providers;

  NumberColumns(Providers providers) {
    this.providers = providers;
  }

  /** Adds {@code key_ukprn} and {@code key_ref}, the number after mergers, and {@code real_uln}. */
  Dataset<Row> numbered(Dataset<Row> records) {
    return records.select(
        col("*"),
        survivor(col("ukprn")).as("key_ukprn"),
        nullif(trim(col("learn_ref_number")), lit("")).as("key_ref"),
        Returned.realUln(col("uln")).as("real_uln"));
  }

  /**
   * Returns the survivor of a provider after all its mergers, or the provider itself if it never
   * merged.
   */
  Column survivor(Column ukprn) {
    if (providers.mergers().isEmpty()) {
      return ukprn;
    }
    Column[] survivors =
        new TreeSet<>(providers.mergers().keySet())
            .stream()
                .flatMap(old -> Stream.of(lit(old), lit(providers.survivor(old))))
                .toArray(Column[]::new);
    return coalesce(try_element_at(map(survivors), ukprn), ukprn);
  }

  /** NLM 17 or 18, or any PMUKPRN. */
  static Column contract() {
    Column moved =
        exists(
            col("learner_fam"),
            fam ->
                upper(trim(fam.getField("learn_fam_type")))
                    .equalTo("NLM")
                    .and(trim(fam.getField("learn_fam_code")).isin(CONTRACT_CODES)));
    return Returned.present(col("pmukprn")).or(coalesce(moved, lit(false)));
  }

  /**
   * Returns the previous reference number. A learner who moves to another provider may keep the
   * number.
   */
  static Column previousReference() {
    return coalesce(
        col("prev_ref"), when(col("prev_ukprn").notEqual(col("key_ukprn")), col("key_ref")));
  }
}
