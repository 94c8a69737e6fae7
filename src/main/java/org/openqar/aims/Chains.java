package org.openqar.aims;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One logical aim out of its yearly records (qar-rules 3.4, 9.6, 9.7): equal provider, learner, aim
 * type, aim reference, programme, standard or framework and pathway, and start (corrected starts
 * joined by {@link StartCorrections}). The newest record gives the values; of several in one return
 * the one with an end date, then the highest AimSeqNumber, then the highest reference number.
 */
final class Chains {
  private Chains() {}

  private static final List<String> KEY =
      List.of(
          "ukprn",
          "learner",
          "aim_type",
          "learn_aim_ref",
          "prog_type",
          "key_std_code",
          "key_fwork_code",
          "key_pway_code",
          "first_start_date",
          "unreadable_record");

  private static final List<String> CURRENT =
      List.of(
          "returned_ukprn",
          "partner_ukprn",
          "uln",
          "learn_ref_number",
          "fund_model",
          "std_code",
          "fwork_code",
          "pway_code",
          "learn_start_date",
          "orig_learn_start_date",
          "learn_plan_end_date",
          "learn_act_end_date",
          "ach_date",
          "comp_status",
          "withdraw_reason",
          "outcome",
          "restart",
          "loan",
          "ldm_codes",
          "emp_outcome",
          "employer_contribution",
          "unemployed_before_start",
          "employed_after_start",
          "date_of_birth",
          "sex",
          "ethnicity",
          "lldd_health_prob",
          "del_loc_post_code",
          "apprenticeship_contract",
          "unreadable");

  private static final List<String> HISTORY =
      List.of(
          "funding_year",
          "return_id",
          "learner_no",
          "delivery_no",
          "returned_ukprn",
          "learn_ref_number",
          "matched_by",
          "counts",
          "comp_status",
          "learn_plan_end_date",
          "learn_act_end_date",
          "ach_date",
          "outcome",
          "withdraw_reason");

  /** One row an aim: the columns of {@code aim} that its own records tell. */
  static Dataset<Row> of(Dataset<Row> records) {
    Column order = order();
    Dataset<Row> chains =
        records
            .repartition(col("ukprn"), col("learner"))
            .groupBy(KEY.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(
                max(struct(order.as("order"), structOf(CURRENT).as("values"))).as("current"),
                array_sort(
                        collect_list(
                            struct(
                                order.as("order"),
                                structOf(HISTORY.stream().filter(n -> !n.equals("counts")).toList())
                                    .as("record"))))
                    .as("records"),
                min("funding_year").as("first_year_returned"),
                max("funding_year").as("last_year_returned"));
    List<Column> columns = new ArrayList<>();
    columns.add(aimId().as("aim_id"));
    for (String name : KEY) {
      columns.add(col(name));
    }
    columns.add(col("first_year_returned"));
    columns.add(col("last_year_returned"));
    for (String name : CURRENT) {
      columns.add(col("current.values").getField(name).as(name));
    }
    columns.add(history().as("history"));
    return chains.select(columns.toArray(Column[]::new));
  }

  /** Later returns after earlier ones, and in one return the record that counts last. */
  static Column order() {
    return struct(
        col("funding_year"),
        col("learn_act_end_date").isNotNull(),
        coalesce(col("aim_seq_number"), lit(0)),
        coalesce(col("learn_ref_number"), lit("")),
        col("return_id"),
        col("learner_no"),
        col("delivery_no"));
  }

  /** The records, oldest first; of several in one return only the last one counts. */
  private static Column history() {
    return transform(
        col("records"),
        (element, index) -> {
          Column record = element.getField("record");
          Column next = get(col("records"), index.plus(lit(1))).getField("record");
          return struct(
              HISTORY.stream()
                  .map(
                      name ->
                          name.equals("counts")
                              ? next.getField("funding_year")
                                  .eqNullSafe(record.getField("funding_year"))
                                  .equalTo(lit(false))
                                  .as("counts")
                              : record.getField(name).as(name))
                  .toArray(Column[]::new));
        });
  }

  private static Column aimId() {
    return substring(sha2(to_json(structOf(KEY)).cast("binary"), 256), 1, 32);
  }

  private static Column structOf(List<String> names) {
    return struct(names.stream().map(name -> col(name)).toArray(Column[]::new));
  }
}
