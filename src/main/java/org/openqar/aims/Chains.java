package org.openqar.aims;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.openqar.rules.Codes.ACHIEVED;
import static org.openqar.rules.Codes.COMPLETED;
import static org.openqar.rules.Codes.CONTINUING;
import static org.openqar.rules.Codes.TRANSFERRED;
import static org.openqar.rules.Codes.WITHDRAWN;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Columns;
import org.openqar.rules.Edition;

/**
 * One logical aim out of its yearly records (qar-rules 3.4, 9.6, 9.7): equal provider, learner, aim
 * type, aim reference, programme, standard or framework and pathway, and start (corrected starts
 * joined by {@link StartCorrections}). The newest final return's record gives the values; of
 * several in one return the one with an end date, then the highest AimSeqNumber, then the highest
 * reference number.
 *
 * <p>A record of R04 stands in the final return's place for the year before it when it reports late
 * what that return could have shown: an achievement of that year, of an aim that was still in
 * learning (9.18).
 */
final class Chains {
  private final Edition edition;

  Chains(Edition edition) {
    this.edition = edition;
  }

  static final List<String> KEY =
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
          "camp_id",
          "monitoring",
          "person",
          "unreadable");

  private static final List<String> HISTORY =
      List.of(
          "funding_year",
          "return_number",
          "return_id",
          "learner_no",
          "delivery_no",
          "returned_ukprn",
          "learn_ref_number",
          "matched_by",
          "counts",
          "comp_status",
          "learn_start_date",
          "learn_plan_end_date",
          "learn_act_end_date",
          "ach_date",
          "outcome",
          "withdraw_reason");

  /**
   * One row an aim: the columns of {@code aim} that its own records tell, and {@code
   * first_look_ahead_year}. An aim that is in no final return has no {@code first_year_returned}.
   */
  Dataset<Row> of(Dataset<Row> records) {
    Column isFinal = looksAhead() ? not(col("look_ahead")) : lit(true);
    Dataset<Row> chains =
        records
            .repartition(col("ukprn"), col("learner"))
            .groupBy(KEY.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(
                max(struct(
                        isFinal.as("is_final"),
                        order().as("order"),
                        structOf(CURRENT).as("values")))
                    .as("newest"),
                collected(isFinal, order().as("order"), record().as("record")).as("finals"),
                collected(
                        reportsLate(),
                        order().as("order"),
                        record().as("record"),
                        structOf(CURRENT).as("values"))
                    .as("late"),
                min(when(isFinal, col("funding_year"))).as("first_year_returned"),
                max(when(isFinal, col("funding_year"))).as("last_year_returned"),
                min(when(not(isFinal), col("funding_year").plus(lit(1))))
                    .as("first_look_ahead_year"));
    Dataset<Row> judged = looksAhead() ? chains.withColumn("late", forgiven()) : chains;
    List<Column> columns = new ArrayList<>();
    columns.add(aimId().as("aim_id"));
    for (String name : KEY) {
      columns.add(col(name));
    }
    columns.add(col("first_year_returned"));
    columns.add(col("last_year_returned"));
    columns.add(col("first_look_ahead_year"));
    for (String name : CURRENT) {
      columns.add(current().getField(name).as(name));
    }
    columns.add(history().as("history"));
    return judged.select(columns.toArray(Column[]::new));
  }

  /** Later returns after earlier ones, and in one return the record that counts last. */
  static Column order() {
    return order(col("funding_year"));
  }

  /** Returns in the order of some year, and in one return the record that counts last. */
  static Column order(Column year) {
    return struct(
        year,
        col("look_ahead"),
        col("learn_act_end_date").isNotNull(),
        coalesce(col("aim_seq_number"), lit(0)),
        coalesce(col("learn_ref_number"), lit("")),
        col("return_id"),
        col("learner_no"),
        col("delivery_no"));
  }

  private boolean looksAhead() {
    return edition.returns().lookAhead().value() == Edition.LookAhead.R04;
  }

  /** The records that meet a condition, in order. */
  private static Column collected(Column condition, Column... parts) {
    return array_sort(collect_list(when(condition, struct(parts))));
  }

  private static Column record() {
    return struct(
        HISTORY.stream()
            .filter(name -> !name.equals("counts"))
            .map(name -> name.equals("matched_by") ? matchedBy().as(name) : col(name))
            .toArray(Column[]::new));
  }

  /** By what a record was matched, and that it took the second pass (9.8). */
  private static Column matchedBy() {
    Column corrected = col("learn_start_date").notEqual(col("first_start_date"));
    return concat(col("matched_by"), when(corrected, ", start corrected").otherwise(""));
  }

  /** A record of R04 that reports an end which lies in the year before (8.3). */
  private Column reportsLate() {
    Column ended =
        switch (edition.returns().lateReporting().value()) {
          case NONE -> lit(false);
          case ACHIEVED ->
              col("comp_status").isin(COMPLETED, WITHDRAWN).and(col("outcome").equalTo(ACHIEVED));
          case ALL ->
              col("comp_status")
                  .isin(COMPLETED, WITHDRAWN, TRANSFERRED)
                  .and(not(EndPointAssessment.awaited(edition, name -> col(name))));
        };
    if (!looksAhead()) {
      return lit(false);
    }
    return col("look_ahead")
        .and(size(col("unreadable")).equalTo(0))
        .and(ended)
        .and(
            Columns.academicYear(coalesce(col("ach_date"), col("learn_act_end_date")))
                .leq(col("funding_year")));
  }

  /** Of the late reports those of years whose final return shows the aim in learning. */
  private Column forgiven() {
    Column finals = counted(col("finals"));
    return filter(
        col("late"),
        late ->
            exists(
                finals,
                record ->
                    record
                        .getField("counts")
                        .and(
                            record
                                .getField("funding_year")
                                .equalTo(late.getField("record").getField("funding_year")))
                        .and(inLearning(record))));
  }

  private Column inLearning(Column record) {
    return coalesce(record.getField("comp_status").equalTo(CONTINUING), lit(false))
        .or(EndPointAssessment.awaited(edition, record));
  }

  /** The values of the newest record, or of the one that stands in its place. */
  private Column current() {
    Column newest = col("newest.values");
    if (!looksAhead()) {
      return newest;
    }
    Column inItsPlace =
        array_max(
                filter(
                    col("late"),
                    late ->
                        late.getField("record")
                            .getField("funding_year")
                            .equalTo(col("last_year_returned"))))
            .getField("values");
    return coalesce(inItsPlace, newest);
  }

  /** The records, oldest first, and those of R04 that stand in the place of one. */
  private Column history() {
    if (!looksAhead()) {
      return counted(col("finals"));
    }
    Column late =
        transform(
            col("late"),
            one -> struct(one.getField("order").as("order"), one.getField("record").as("record")));
    return counted(array_sort(concat(col("finals"), late)));
  }

  /** Of several records of one year only the last one counts. */
  private static Column counted(Column records) {
    return transform(
        records,
        (element, index) -> {
          Column record = element.getField("record");
          Column next = get(records, index.plus(lit(1))).getField("record");
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
