package org.openqar.aims;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.openqar.calendar.CollectionCalendar.FINAL;
import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.openqar.rules.Columns;
import org.openqar.tables.Returned;

/**
 * Returned aims as typed records: one row a learning delivery of a return. What cannot be read is
 * null and named in {@code unreadable}; a record whose key cannot be read stands for itself ({@code
 * unreadable_record}).
 *
 * <p>A record of R04 looks back ({@code look_ahead}): its {@code funding_year} is the year before
 * its return's, which it is made after the close of.
 */
final class Records implements AutoCloseable {
  private static final Column NAMED = Returned.present(col("learn_aim_ref"));
  private static final Column LOOKS_AHEAD = col("return_number").notEqual(FINAL);

  private final Dataset<Row> identified;
  private final Map<String, Column> columns;
  private final Dataset<Row> narrow;

  /**
   * @param deliveries rows of {@code returned_delivery}
   * @param looked the columns that {@link #ofLearners}, {@link #ofFinalReturns} and {@link
   *     #inDoubt} are asked for: they are worked out once and kept until this is closed
   */
  Records(Dataset<Row> deliveries, Providers providers, Set<String> looked) {
    this.identified = deliveries.where(Returned.identified());
    this.columns = columns(providers);
    List<Column> kept = new ArrayList<>();
    looked.forEach(name -> kept.add(columns.get(name).as(name)));
    kept.add(NAMED.as("named"));
    kept.add(not(LOOKS_AHEAD).as("of_final_return"));
    kept.add(not(sure()).as("in_doubt"));
    this.narrow =
        identified.select(kept.toArray(Column[]::new)).persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Every record with all its columns. */
  Dataset<Row> all() {
    return identified
        .where(NAMED)
        .select(
            columns.entrySet().stream()
                .map(column -> column.getValue().as(column.getKey()))
                .toArray(Column[]::new));
  }

  /**
   * What every record of the final returns says of its learner, one without a LearnAimRef too: that
   * record is no aim, but its learner is who it says.
   */
  Dataset<Row> ofLearners(String... names) {
    return narrow.where(col("of_final_return")).select(columns(names));
  }

  /** Every record of the final returns with some of its columns. */
  Dataset<Row> ofFinalReturns(String... names) {
    return narrow.where(col("of_final_return").and(col("named"))).select(columns(names));
  }

  /**
   * Records of which it cannot be read which aim they are, whose start they correct, or which break
   * they take up.
   */
  Dataset<Row> inDoubt(String... names) {
    return narrow.where(col("in_doubt")).select(columns(names));
  }

  @Override
  public void close() {
    narrow.unpersist();
  }

  private static Column sure() {
    return NAMED
        .and(keyReadable())
        .and(readable(Returned.LEARN_PLAN_END_DATE, Returned.ORIG_LEARN_START_DATE));
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Map<String, Column> columns(Providers providers) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String kept : List.of("return_id", "return_number", "learner_no", "delivery_no")) {
      columns.put(kept, col(kept));
    }
    columns.put("look_ahead", LOOKS_AHEAD);
    columns.put(
        "funding_year",
        when(LOOKS_AHEAD, col("funding_year").minus(lit(1))).otherwise(col("funding_year")));
    columns.put("returned_ukprn", col("ukprn"));
    columns.put("ukprn", providers.survivor(col("ukprn")));
    columns.put("learn_ref_number", text("learn_ref_number"));
    columns.put("prev_learn_ref_number", text("prev_learn_ref_number"));
    columns.put("prev_ukprn", providers.survivor(Returned.PREV_UKPRN.value()));
    columns.put("real_uln", Returned.realUln(col("uln")));
    columns.put("uln", text("uln"));
    columns.put("learn_aim_ref", text("learn_aim_ref"));
    for (Returned element : Returned.DELIVERY) {
      columns.put(element.column(), element.value());
    }
    Column standard = isStandard();
    columns.put("key_std_code", when(standard, Returned.STD_CODE.value()));
    columns.put("key_fwork_code", when(not(standard), Returned.FWORK_CODE.value()));
    columns.put("key_pway_code", when(not(standard), nullif(Returned.PWAY_CODE.value(), lit(0))));
    columns.put("key_in_doubt", not(NAMED).or(not(keyReadable())));
    columns.put("unreadable", unreadable());
    columns.put(
        "unreadable_record",
        when(
            not(keyReadable()),
            concat_ws("/", col("return_id"), col("learner_no"), col("delivery_no"))));
    columns.put("restart", hasFam("RES"));
    columns.put("loan", hasFam("ADL"));
    columns.put(
        "ldm_codes",
        coalesce(
            array_sort(
                array_distinct(
                    array_compact(
                        transform(
                            filter(col("learning_delivery_fam"), fam -> famIs(fam, "LDM")),
                            fam -> nullif(trim(fam.getField("learn_del_fam_code")), lit("")))))),
            array().cast("array<string>")));
    columns.put(
        "employer_contribution",
        coalesce(
            aggregate(
                filter(
                    col("app_fin_record"),
                    payment -> upper(trim(payment.getField("a_fin_type"))).equalTo("PMR")),
                lit(0L),
                (sum, payment) -> sum.plus(paid(payment))),
            lit(0L)));
    columns.put(
        "apprenticeship_contract",
        array_max(
                transform(
                    filter(col("learning_delivery_fam"), fam -> famIs(fam, "ACT")),
                    fam ->
                        struct(
                            fam.getField("learn_del_fam_date_from").as("from"),
                            fam.getField("learn_del_fam_code").as("code"))))
            .getField("code"));
    columns.put("date_of_birth", Returned.DATE_OF_BIRTH.value());
    columns.put("monitoring", monitoring());
    for (String kept :
        List.of("sex", "ethnicity", "lldd_health_prob", "del_loc_post_code", "camp_id")) {
      columns.put(kept, text(kept));
    }
    return columns;
  }

  /** The provider's own codes, each at its place; null where they were not read. */
  private static Column monitoring() {
    Column ofLearner = col("provider_spec_learner_monitoring");
    Column ofDelivery = col("provider_spec_delivery_monitoring");
    List<Column> codes = new ArrayList<>();
    for (String occurrence : List.of("A", "B")) {
      codes.add(code(ofLearner, "prov_spec_learn_mon", occurrence));
    }
    for (String occurrence : List.of("A", "B", "C", "D")) {
      codes.add(code(ofDelivery, "prov_spec_del_mon", occurrence));
    }
    return when(
        ofLearner.isNotNull().or(ofDelivery.isNotNull()), array(codes.toArray(Column[]::new)));
  }

  private static Column code(Column fields, String name, String occurrence) {
    Column same =
        filter(fields, field -> upper(trim(field.getField(name + "_occur"))).equalTo(occurrence));
    return nullif(trim(get(same, lit(0)).getField(name)), lit(""));
  }

  private static Column unreadable() {
    List<Column> names = new ArrayList<>();
    for (Returned element : Returned.DELIVERY) {
      if (element.deciding()) {
        names.add(when(element.undecided(col(element.column())), element.element()));
      }
    }
    for (Returned end : List.of(Returned.LEARN_PLAN_END_DATE, Returned.LEARN_ACT_END_DATE)) {
      names.add(
          when(
              end.value().lt(Returned.LEARN_START_DATE.value()),
              end.element() + " before " + Returned.LEARN_START_DATE.element()));
    }
    return Columns.present(names);
  }

  /** Whether all can be read that says which aim a record is (3.4). */
  private static Column keyReadable() {
    return readable(Returned.AIM_TYPE, Returned.PROG_TYPE, Returned.LEARN_START_DATE)
        .and(
            when(isStandard(), readable(Returned.STD_CODE))
                .otherwise(readable(Returned.FWORK_CODE, Returned.PWAY_CODE)));
  }

  private static Column readable(Returned... elements) {
    return Arrays.stream(elements)
        .map(element -> element.undecided(col(element.column())).equalTo(lit(false)))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column isStandard() {
    return coalesce(Returned.PROG_TYPE.value().equalTo(APPRENTICESHIP_STANDARD), lit(false));
  }

  /** Whether a flag among the FAMs is set: its code is 1. */
  private static Column hasFam(String type) {
    return coalesce(
        exists(
            col("learning_delivery_fam"),
            fam -> famIs(fam, type).and(trim(fam.getField("learn_del_fam_code")).equalTo("1"))),
        lit(false));
  }

  /** What a payment record adds: training and assessment payments, less what was paid back. */
  private static Column paid(Column payment) {
    Column code = Returned.A_FIN_CODE.value(payment.getField("a_fin_code"));
    Column amount =
        coalesce(Returned.A_FIN_AMOUNT.value(payment.getField("a_fin_amount")), lit(0))
            .cast("long");
    return when(code.isin(1, 2), amount)
        .when(code.equalTo(3), amount.multiply(lit(-1L)))
        .otherwise(lit(0L));
  }

  private static Column famIs(Column fam, String type) {
    return upper(trim(fam.getField("learn_del_fam_type"))).equalTo(type);
  }

  /** A text as returned, without what stands around it; null where nothing is left. */
  static Column text(String column) {
    return nullif(trim(col(column)), lit(""));
  }
}
