package org.openqar.measures;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * What an apprenticeship is broken down by: age, level, subject, provider and learner (qar-rules
 * 5.1, 9.27). What no lookup knows is {@code Unknown}, never a lost aim.
 */
final class Breakdowns {
  private static final String UNKNOWN = "Unknown";
  private static final String OUTWARD_PART = "^([A-Z0-9]{2,4}?)( ?[0-9][A-Z]{2})?$";

  private final TableStore store;

  Breakdowns(TableStore store) {
    this.store = store;
  }

  Dataset<Row> describe(Dataset<Row> aims) {
    Dataset<Row> looked = lookUp(aims);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("age_at_start", age());
    columns.put("age_band", ageBand());
    columns.put("level", level());
    columns.put("ssa_t1", known(standardOr("standard_ssa_t1", "framework_ssa_t1")));
    columns.put("ssa_t2", known(standardOr("standard_ssa_t2", "framework_ssa_t2")));
    columns.put("std_fwk", when(isStandard(), "Standard").otherwise("Framework"));
    columns.put("provider_type", known(col("provider_provider_type")));
    columns.put("region", known(coalesce(col("postcode_region"), col("provider_region"))));
    columns.put(
        "sex",
        known(when(col("sex").equalTo("F"), "Female").when(col("sex").equalTo("M"), "Male")));
    columns.put("ethnicity", known(ethnicity()));
    columns.put("lldd", known(lldd()));
    columns.put(
        "funding_type",
        when(col("apprenticeship_contract").equalTo("1"), "Supported by ASA levy funds")
            .otherwise("Other"));
    Column[] all =
        Stream.concat(
                Arrays.stream(aims.columns())
                    .filter(name -> !columns.containsKey(name))
                    .map(name -> col(name)),
                columns.entrySet().stream().map(e -> e.getValue().as(e.getKey())))
            .toArray(Column[]::new);
    return looked.select(all);
  }

  private Dataset<Row> lookUp(Dataset<Row> aims) {
    Dataset<Row> provider =
        prefixed(
            "provider", store.read(Tables.PROVIDER).select("ukprn", "provider_type", "region"));
    Dataset<Row> standard =
        prefixed(
            "standard",
            store.read(Tables.STANDARD).select("std_code", "level", "ssa_t1", "ssa_t2"));
    Dataset<Row> framework =
        prefixed(
            "framework",
            store
                .read(Tables.FRAMEWORK)
                .select("fwork_code", "prog_type", "pway_code", "level", "ssa_t1", "ssa_t2"));
    Dataset<Row> postcode = prefixed("postcode", outwardParts(store.read(Tables.POSTCODE)));
    return aims.join(broadcast(provider), col("ukprn").equalTo(col("provider_ukprn")), "left")
        .join(
            broadcast(standard),
            isStandard().and(col("std_code").equalTo(col("standard_std_code"))),
            "left")
        .join(
            broadcast(framework),
            col("fwork_code")
                .equalTo(col("framework_fwork_code"))
                .and(col("prog_type").equalTo(col("framework_prog_type")))
                .and(col("pway_code").equalTo(col("framework_pway_code"))),
            "left")
        .join(
            broadcast(postcode),
            col("del_loc_post_code").equalTo(col("postcode_postcode")),
            "left");
  }

  /** One row an outward part; where its postcodes lie in several regions it tells none. */
  private static Dataset<Row> outwardParts(Dataset<Row> postcodes) {
    Column outward = regexp_extract(upper(trim(col("postcode"))), OUTWARD_PART, 1);
    return postcodes
        .groupBy(outward.as("postcode"))
        .agg(min("region").as("region"), max("region").as("other"))
        .where(col("region").equalTo(col("other")))
        .drop("other");
  }

  /** Whole years at the original start, else the start. */
  private static Column age() {
    return floor(
            months_between(
                    coalesce(col("orig_learn_start_date"), col("learn_start_date")),
                    col("date_of_birth"))
                .divide(lit(12)))
        .cast("int");
  }

  private static Column ageBand() {
    Column age = age();
    return when(age.between(16, 18), "16-18")
        .when(age.between(19, 23), "19-23")
        .when(age.geq(lit(24)), "24+")
        .otherwise(UNKNOWN);
  }

  /** Of a standard by its lookup, of a framework by its ProgType. */
  private static Column level() {
    Column number = col("standard_level");
    Column ofStandard =
        when(number.equalTo(2), "Intermediate")
            .when(number.equalTo(3), "Advanced")
            .when(number.geq(lit(4)), "Higher");
    Column ofFramework =
        when(col("prog_type").equalTo(3), "Intermediate")
            .when(col("prog_type").equalTo(2), "Advanced")
            .when(col("prog_type").isin(10, 20, 21, 22, 23), "Higher");
    return known(when(isStandard(), ofStandard).otherwise(ofFramework));
  }

  private static Column ethnicity() {
    Column code = col("ethnicity").try_cast("int");
    return when(code.between(31, 34), "White")
        .when(code.between(35, 38), "Mixed / multiple ethnic groups")
        .when(code.between(39, 43), "Asian / Asian British")
        .when(code.between(44, 46), "Black / African / Caribbean / Black British")
        .when(code.isin(47, 98), "Other ethnic group");
  }

  private static Column lldd() {
    Column code = col("lldd_health_prob");
    return when(code.equalTo("1"), "LLDD - yes").when(code.equalTo("2"), "LLDD - no");
  }

  private static Column isStandard() {
    return col("prog_type").equalTo(Codes.APPRENTICESHIP_STANDARD);
  }

  private static Column standardOr(String standard, String framework) {
    return when(isStandard(), col(standard)).otherwise(col(framework));
  }

  private static Column known(Column value) {
    return coalesce(value, lit(UNKNOWN));
  }

  private static Dataset<Row> prefixed(String prefix, Dataset<Row> lookup) {
    return lookup.toDF(
        Arrays.stream(lookup.columns()).map(name -> prefix + "_" + name).toArray(String[]::new));
  }
}
