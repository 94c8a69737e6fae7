package org.openqar.measures;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.rules.Codes;
import org.openqar.rules.Columns;
import org.openqar.tables.Breakdown;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * What a judged aim is broken down by, as its report type has it: age, level, subject, provider and
 * learner (qar-rules 5.1, 9.27). What no lookup knows is {@code Unknown}, never a lost aim.
 */
final class Breakdowns {
  private static final String NOT_APPLICABLE = "Not applicable";

  /** What stands at each place of {@code monitoring}. */
  private static final List<String> OWN_CODES =
      List.of(
          "prov_spec_learn_mon_a",
          "prov_spec_learn_mon_b",
          "prov_spec_del_mon_a",
          "prov_spec_del_mon_b",
          "prov_spec_del_mon_c",
          "prov_spec_del_mon_d");

  private static final String OUTWARD_PART = "^([A-Z0-9]{2,4}?)( ?[0-9][A-Z]{2})?$";

  private final TableStore store;

  Breakdowns(TableStore store) {
    this.store = store;
  }

  /**
   * Adds the breakdowns.
   *
   * @param aims judged rows, with {@code report_type}
   */
  Dataset<Row> describe(Dataset<Row> aims) {
    Dataset<Row> looked = lookUp(aims);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("age_at_start", age());
    columns.put("age_band", ageBand());
    columns.put("level", level());
    columns.put("detailed_level", detailedLevel());
    columns.put("ssa_t1", known(subject("ssa_t1")));
    columns.put("ssa_t2", known(subject("ssa_t2")));
    columns.put(
        "std_fwk",
        when(not(isApprenticeship()), NOT_APPLICABLE)
            .when(isStandard(), "Standard")
            .otherwise("Framework"));
    columns.put("std_fwk_code", known(programmeCode()));
    columns.put("provider_type", known(col("provider_provider_type")));
    columns.put("region", known(coalesce(col("postcode_region"), col("provider_region"))));
    columns.put(
        "sex",
        known(when(col("sex").equalTo("F"), "Female").when(col("sex").equalTo("M"), "Male")));
    columns.put("ethnicity", known(ethnicity()));
    columns.put("lldd", known(lldd()));
    columns.put(
        "funding_type",
        when(not(isApprenticeship()), NOT_APPLICABLE)
            .when(col("apprenticeship_contract").equalTo("1"), "Supported by ASA levy funds")
            .otherwise("Other"));
    for (int i = 0; i < OWN_CODES.size(); i++) {
      columns.put(OWN_CODES.get(i), get(col("monitoring"), lit(i)));
    }
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
    Dataset<Row> aim =
        prefixed(
            "aim",
            store.read(Tables.LEARNING_AIM).select("learn_aim_ref", "level", "ssa_t1", "ssa_t2"));
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
            broadcast(aim),
            not(isProgramme()).and(col("learn_aim_ref").equalTo(col("aim_learn_aim_ref"))),
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

  /**
   * Whole years at the original start, else the start; in education and training on 31 August of
   * the academic year of that day.
   */
  private static Column age() {
    Column start = coalesce(col("orig_learn_start_date"), col("learn_start_date"));
    Column day =
        when(isEducation(), make_date(Columns.academicYear(start), lit(8), lit(31)))
            .otherwise(start);
    return floor(months_between(day, col("date_of_birth")).divide(lit(12))).cast("int");
  }

  private static Column ageBand() {
    Column age = age();
    return when(age.between(16, 18), "16-18")
        .when(isEducation().and(age.geq(lit(19))), "19+")
        .when(age.between(19, 23), "19-23")
        .when(age.geq(lit(24)), "24+")
        .otherwise(Breakdown.UNKNOWN);
  }

  private static Column level() {
    return known(when(isProgramme(), levelOfProgramme()).otherwise(levelOfAim()));
  }

  /** Of a standard by its lookup, of a framework by its ProgType. */
  private static Column levelOfProgramme() {
    Column number = col("standard_level");
    Column ofStandard =
        when(number.equalTo(2), "Intermediate")
            .when(number.equalTo(3), "Advanced")
            .when(number.geq(lit(4)), "Higher");
    Column ofFramework =
        when(col("prog_type").equalTo(3), "Intermediate")
            .when(col("prog_type").equalTo(2), "Advanced")
            .when(col("prog_type").isin(10, 20, 21, 22, 23), "Higher");
    return when(isStandard(), ofStandard).otherwise(ofFramework);
  }

  /** By LARS: E for entry, H for higher, a number; M (mixed) and X (none) are unknown. */
  private static Column levelOfAim() {
    Column text = upper(trim(col("aim_level")));
    Column number = text.try_cast("double");
    return when(text.equalTo("E").or(number.lt(lit(2))), "E/1")
        .when(number.lt(lit(3)), "2")
        .when(number.lt(lit(4)), "3")
        .when(text.equalTo("H").or(number.isNotNull()), "4+");
  }

  /** The level of the lookup, one by one; of a framework without one by its ProgType. */
  private static Column detailedLevel() {
    Column ofProgramme =
        when(isStandard(), col("standard_level"))
            .otherwise(
                coalesce(
                    col("framework_level"),
                    when(col("prog_type").equalTo(3), 2).when(col("prog_type").equalTo(2), 3)));
    Column text = upper(trim(col("aim_level")));
    Column ofAim =
        when(text.equalTo("E"), "Entry")
            .when(text.equalTo("H"), "Level 4 or above")
            .otherwise(concat(lit("Level "), floor(text.try_cast("double")).cast("string")));
    return known(
        when(isProgramme(), concat(lit("Level "), ofProgramme.cast("string"))).otherwise(ofAim));
  }

  /** Which standard or framework it is of; a component is of its programme's. */
  private static Column programmeCode() {
    return when(not(isApprenticeship()), NOT_APPLICABLE)
        .when(isStandard(), concat(lit("Standard "), col("std_code").cast("string")))
        .when(
            col("fwork_code").isNotNull(),
            concat(
                lit("Framework "),
                concat_ws(
                    "-",
                    col("fwork_code").cast("string"),
                    col("prog_type").cast("string"),
                    nullif(col("pway_code"), lit(0)).cast("string"))));
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
    return coalesce(col("prog_type").equalTo(Codes.APPRENTICESHIP_STANDARD), lit(false));
  }

  private static Column isProgramme() {
    return coalesce(col("aim_type").equalTo(Codes.PROGRAMME_AIM), lit(false));
  }

  private static Column isApprenticeship() {
    return col("report_type").isin("apprenticeship", "apprenticeship_component");
  }

  private static Column isEducation() {
    return col("report_type").equalTo("education_and_training");
  }

  /** Of a programme by its standard or framework, of any other aim by the aim itself. */
  private static Column subject(String tier) {
    return when(not(isProgramme()), col("aim_" + tier))
        .when(isStandard(), col("standard_" + tier))
        .otherwise(col("framework_" + tier));
  }

  private static Column known(Column value) {
    return coalesce(value, lit(Breakdown.UNKNOWN));
  }

  private static Dataset<Row> prefixed(String prefix, Dataset<Row> lookup) {
    return lookup.toDF(
        Arrays.stream(lookup.columns()).map(name -> prefix + "_" + name).toArray(String[]::new));
  }
}
