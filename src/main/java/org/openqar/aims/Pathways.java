package org.openqar.aims;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;

/**
 * Pathways that were returned as 0 or left blank (qar-rules 3.4, 9.9): such a record takes the
 * pathway of its group, all records with its key but for the pathway, where the group has exactly
 * one.
 */
final class Pathways {
  private static final List<String> GROUP =
      List.of(
          "ukprn",
          "learner",
          "aim_type",
          "learn_aim_ref",
          "prog_type",
          "key_fwork_code",
          "learn_start_date");

  /** The columns of the (re-keyed, identified) records that tell of pathways. */
  static final String[] READ = {
    "funding_year",
    "ukprn",
    "learn_ref_number",
    "real_uln",
    "aim_type",
    "learn_aim_ref",
    "prog_type",
    "key_fwork_code",
    "key_pway_code",
    "unreadable_record",
    "learn_start_date"
  };

  private Pathways() {}

  /** Learns the pathways; what comes back fills them into {@code key_pway_code}. */
  static UnaryOperator<Dataset<Row>> learnt(Dataset<Row> records) {
    Dataset<Row> only = Small.of(only(records));
    if (only.isEmpty()) {
      return all -> all;
    }
    Column same =
        GROUP.stream()
            .map(name -> col(name).eqNullSafe(col("group_" + name)))
            .reduce(
                col("key_pway_code").isNull().and(col("unreadable_record").isNull()), Column::and);
    return all ->
        all.join(broadcast(only), same, "left")
            .select(
                Arrays.stream(all.columns())
                    .map(
                        name ->
                            name.equals("key_pway_code")
                                ? coalesce(col(name), col("only_pathway")).as(name)
                                : col(name))
                    .toArray(Column[]::new));
  }

  /** The groups with a blank and one pathway, and that pathway. */
  private static Dataset<Row> only(Dataset<Row> records) {
    Column pathway = col("key_pway_code");
    Column[] group =
        GROUP.stream().map(name -> col(name).as("group_" + name)).toArray(Column[]::new);
    return records
        .where(
            col("prog_type")
                .notEqual(Codes.APPRENTICESHIP_STANDARD)
                .and(col("unreadable_record").isNull()))
        .groupBy(group)
        .agg(
            min(pathway).as("only_pathway"),
            max(pathway).as("last_pathway"),
            bool_or(pathway.isNull()).as("also_blank"))
        .where(col("also_blank").and(col("only_pathway").equalTo(col("last_pathway"))))
        .select(
            Stream.concat(
                    GROUP.stream().map(name -> col("group_" + name)),
                    Stream.of(col("only_pathway")))
                .toArray(Column[]::new));
  }
}
