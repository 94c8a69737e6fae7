package org.openqar.aims;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The second pass of matching (qar-rules 3.4, 9.8): an aim whose start date was corrected. A chain
 * that was last returned in one year and another of the same key, but for the start, that begins in
 * the next year are one aim when planned end and restart indicator agree in these two returns and
 * the later start is not after the earlier end. A chain pairs with the nearest start, and only
 * where both choose each other.
 */
final class StartCorrections {
  private StartCorrections() {}

  private static final List<String> KEY_BUT_START =
      List.of(
          "ukprn",
          "learner",
          "aim_type",
          "learn_aim_ref",
          "prog_type",
          "key_std_code",
          "key_fwork_code",
          "key_pway_code");

  /** The columns of the (re-keyed, identified) records that tell of corrections. */
  static final String[] READ = {
    "funding_year",
    "look_ahead",
    "return_id",
    "learner_no",
    "delivery_no",
    "ukprn",
    "learn_ref_number",
    "real_uln",
    "aim_type",
    "aim_seq_number",
    "learn_aim_ref",
    "prog_type",
    "key_std_code",
    "key_fwork_code",
    "key_pway_code",
    "unreadable_record",
    "learn_start_date",
    "learn_plan_end_date",
    "learn_act_end_date",
    "restart"
  };

  /**
   * Learns the corrections; what comes back adds {@code first_start_date}, the start under which
   * the aim was first returned.
   */
  static UnaryOperator<Dataset<Row>> learnt(Dataset<Row> records) {
    Dataset<Row> corrections = Small.of(corrections(records));
    if (corrections.isEmpty()) {
      return all -> all.withColumn("first_start_date", col("learn_start_date"));
    }
    Column same =
        KEY_BUT_START.stream()
            .map(name -> col(name).eqNullSafe(col("corrected_" + name)))
            .reduce(col("learn_start_date").equalTo(col("corrected_start")), Column::and);
    return all ->
        all.join(broadcast(corrections), same, "left")
            .select(
                with(
                    Arrays.stream(all.columns()).map(name -> col(name)),
                    coalesce(col("first_start"), col("learn_start_date")).as("first_start_date")));
  }

  /** One row a corrected start, with the first one of its aim. */
  private static Dataset<Row> corrections(Dataset<Row> records) {
    Column[] key = with(KEY_BUT_START.stream().map(name -> col(name)));
    return records
        .where(col("unreadable_record").isNull())
        .groupBy(with(Arrays.stream(key), col("learn_start_date")))
        .agg(
            min("funding_year").as("first_year"),
            max("funding_year").as("last_year"),
            max_by(struct("learn_plan_end_date", "restart"), Chains.order(earlierYear()))
                .as("oldest"),
            max_by(struct("learn_plan_end_date", "learn_act_end_date", "restart"), Chains.order())
                .as("newest"))
        .groupBy(key)
        .agg(
            collect_list(
                    struct(
                        col("learn_start_date").as("start"),
                        col("first_year"),
                        col("last_year"),
                        col("oldest"),
                        col("newest")))
                .as("chains"))
        .where(size(col("chains")).gt(1))
        .withColumn("previous", previousStarts())
        .where(size(col("previous")).gt(0))
        .select(
            with(
                KEY_BUT_START.stream().map(name -> col(name).as("corrected_" + name)),
                col("previous"),
                explode(map_keys(col("previous"))).as("corrected_start")))
        .withColumn(
            "first_start",
            aggregate(
                map_keys(col("previous")),
                col("corrected_start"),
                (start, step) -> coalesce(try_element_at(col("previous"), start), start)))
        .drop("previous");
  }

  /** From each corrected start to the one before it. */
  private static Column previousStarts() {
    Column pairs =
        transform(
            col("chains"),
            later ->
                struct(
                    later.getField("start").as("start"),
                    nearest(later, earlier -> corrects(earlier, later)).as("earlier")));
    return map_from_entries(
        transform(
            filter(
                pairs,
                pair -> {
                  Column earlier = pair.getField("earlier");
                  return nearest(earlier, later -> corrects(earlier, later))
                      .getField("start")
                      .equalTo(pair.getField("start"));
                }),
            pair ->
                struct(
                    pair.getField("start").as("key"),
                    pair.getField("earlier").getField("start").as("value"))));
  }

  private static Column nearest(Column chain, UnaryOperator<Column> candidate) {
    return array_min(
            transform(
                filter(col("chains"), candidate::apply),
                other ->
                    struct(
                        abs(datediff(other.getField("start"), chain.getField("start")))
                            .as("distance"),
                        other.as("chain"))))
        .getField("chain");
  }

  /** Earlier returns after later ones. */
  private static Column earlierYear() {
    return negate(col("funding_year"));
  }

  private static Column corrects(Column earlier, Column later) {
    Column before = earlier.getField("newest");
    Column after = later.getField("oldest");
    Column end = before.getField("learn_act_end_date");
    return later
        .getField("first_year")
        .equalTo(earlier.getField("last_year").plus(lit(1)))
        .and(later.getField("start").notEqual(earlier.getField("start")))
        .and(before.getField("learn_plan_end_date").equalTo(after.getField("learn_plan_end_date")))
        .and(before.getField("restart").equalTo(after.getField("restart")))
        .and(end.isNull().or(later.getField("start").leq(end)));
  }

  private static Column[] with(Stream<Column> columns, Column... more) {
    return Stream.concat(columns, Stream.of(more)).toArray(Column[]::new);
  }
}
