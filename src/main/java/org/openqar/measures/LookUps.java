package org.openqar.measures;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.breakdowns.Facts;
import org.openqar.rules.Codes;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Adds the reference data about an aim, under the names of {@link Facts}. */
final class LookUps {
  /** The columns of {@code aim} that the look-ups need and {@code qar_aim} lacks. */
  static final List<String> FOUND_BY = List.of("del_loc_post_code", "postcode_prior");

  private static final Column NO_NUMBER = lit(null).cast("int");
  private static final Column NO_TEXT = lit(null).cast("string");

  private static final String OUTWARD_PART = "^([A-Z0-9]{2,4}?)( ?[0-9][A-Z]{2})?$";

  private final TableStore store;

  LookUps(TableStore store) {
    this.store = store;
  }

  /** Adds the facts to judged aims. */
  Dataset<Row> addTo(Dataset<Row> aims) {
    Dataset<Row> provider =
        store
            .read(Tables.PROVIDER)
            .select(
                col("ukprn").as("provider"),
                col("provider_type").as(Facts.TYPE_OF_PROVIDER),
                col("region").as(Facts.REGION_OF_PROVIDER));
    Dataset<Row> outwardParts = outwardParts();
    Dataset<Row> delivery =
        outwardParts.select(
            col("outward").as("delivery"),
            col("region").as(Facts.REGION_OF_DELIVERY),
            col("local_skills_area").as(Facts.SKILLS_AREA_OF_DELIVERY));
    Dataset<Row> home =
        outwardParts.select(
            col("outward").as("home"), col("deprivation_fifth").as(Facts.FIFTH_OF_HOME));
    return aims.join(broadcast(provider), col("ukprn").equalTo(col("provider")), "left")
        .join(broadcast(learnt()), key().equalTo(col("learnt")), "left")
        .join(broadcast(delivery), col("del_loc_post_code").equalTo(col("delivery")), "left")
        .join(broadcast(home), col("postcode_prior").equalTo(col("home")), "left");
  }

  /** Returns each standard, framework and aim by its {@link #key}, with its level and subjects. */
  private Dataset<Row> learnt() {
    return of(Tables.STANDARD, standardKey(), col("level"), NO_TEXT)
        .unionByName(of(Tables.FRAMEWORK, frameworkKey(), col("level"), NO_TEXT))
        .unionByName(of(Tables.LEARNING_AIM, aimKey(), NO_NUMBER, upper(trim(col("level")))));
  }

  private Dataset<Row> of(Table table, Column key, Column level, Column aimLevel) {
    return store
        .read(table)
        .select(
            key.as("learnt"),
            level.as(Facts.PROGRAMME_LEVEL),
            aimLevel.as(Facts.AIM_LEVEL),
            floor(aimLevel.try_cast("double")).as(Facts.AIM_LEVEL_NUMBER),
            col("ssa_t1").as(Facts.FIRST_TIER),
            col("ssa_t2").as(Facts.SECOND_TIER));
  }

  /**
   * Returns the key of an aim's training. A programme takes its standard or framework, and any
   * other aim itself.
   */
  private static Column key() {
    return when(col("aim_type").equalTo(Codes.PROGRAMME_AIM), programmeKey()).otherwise(aimKey());
  }

  private static Column programmeKey() {
    return when(col("prog_type").equalTo(Codes.APPRENTICESHIP_STANDARD), standardKey())
        .otherwise(frameworkKey());
  }

  private static Column aimKey() {
    return concat(lit("A"), col("learn_aim_ref"));
  }

  private static Column standardKey() {
    return concat(lit("S"), col("std_code").cast("string"));
  }

  private static Column frameworkKey() {
    return concat(
        lit("F"),
        col("fwork_code").cast("string"),
        lit(" "),
        col("prog_type").cast("string"),
        lit(" "),
        col("pway_code").cast("string"));
  }

  /**
   * Returns one row for each outward part of a postcode. A value on which its postcodes differ is
   * missing.
   */
  private Dataset<Row> outwardParts() {
    return store
        .read(Tables.POSTCODE)
        .groupBy(regexp_extract(upper(trim(col("postcode"))), OUTWARD_PART, 1).as("outward"))
        .agg(theOnly("region"), theOnly("local_skills_area"), theOnly("deprivation_fifth"));
  }

  private static Column theOnly(String column) {
    return when(min(column).equalTo(max(column)), min(column)).as(column);
  }
}
