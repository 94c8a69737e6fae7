package org.openqar.measures;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.tables.Table;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Leavers, completers, achievers and their rates, in every cell of every breakdown (4.1, 4.4), each
 * report type and measure for itself.
 */
final class Counts {
  private Counts() {}

  /** Which columns of {@code qar_aim} are broken down by; {@code total} stands beside them. */
  private static final List<String> DIMENSIONS = List.of("age_band", "level", "ssa_t1");

  private static final List<String> RATES =
      List.of("achievement_rate", "retention_rate", "pass_rate");

  /**
   * One row an aim and measure that counts it in a year from one to another: {@code measure},
   * {@code year}, {@code completed} (empty in the timely measure, which knows no retention) and
   * {@code achieved}, with the aim's breakdowns.
   *
   * @param judged rows of {@code qar_aim}
   */
  static Dataset<Row> counted(Dataset<Row> judged, int firstYear, int lastYear) {
    Column overall =
        when(
            col("qar_status").equalTo("QAR Inclusion"),
            counted("overall", col("hybrid_end_year"), col("completer"), col("achiever")));
    Column timely =
        when(
            col("timely_cohort"),
            counted(
                "timely", col("timely_year"), lit(null).cast("boolean"), col("timely_achiever")));
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("edition", "report_year", "report_type", "ukprn")) {
      columns.add(col(name));
    }
    DIMENSIONS.forEach(name -> columns.add(col(name)));
    columns.add(inline(array_compact(array(overall, timely))));
    return judged
        .where(col("qar_status").equalTo("QAR Inclusion").or(col("timely_cohort")))
        .select(columns.toArray(Column[]::new))
        .where(col("year").between(firstYear, lastYear));
  }

  private static Column counted(String measure, Column year, Column completed, Column achieved) {
    return struct(
        lit(measure).as("measure"),
        year.as("year"),
        completed.as("completed"),
        achieved.as("achieved"));
  }

  /**
   * Every cell of every breakdown in one aggregate over grouping sets.
   *
   * @param counted as {@link #counted} gives them
   */
  static Dataset<Row> byProvider(Dataset<Row> counted) {
    List<Column> key =
        List.of(
            col("edition"),
            col("report_year"),
            col("report_type"),
            col("measure"),
            col("year"),
            col("ukprn"));
    List<Seq<Column>> sets = new ArrayList<>();
    sets.add(seq(key));
    List<Column> grouped = new ArrayList<>(key);
    for (String dimension : DIMENSIONS) {
      List<Column> set = new ArrayList<>(key);
      set.add(col(dimension));
      sets.add(seq(set));
      grouped.add(col(dimension));
    }
    // A breakdown is never empty in qar_aim: the one that is not null names the grouping set.
    Column[] dimensionNames =
        DIMENSIONS.stream().map(name -> when(col(name).isNotNull(), name)).toArray(Column[]::new);
    Column[] values = DIMENSIONS.stream().map(name -> col(name)).toArray(Column[]::new);
    return withRates(
        counted
            .groupingSets(seq(sets), grouped.toArray(Column[]::new))
            .agg(
                count(lit(1)).as("leavers"),
                sum(col("completed").cast("long")).as("completers"),
                count_if(col("achieved")).as("achievers"))
            .select(
                col("edition"),
                col("report_year"),
                col("report_type"),
                col("measure"),
                col("year"),
                col("ukprn"),
                coalesce(coalesce(dimensionNames), lit("total")).as("dimension"),
                coalesce(coalesce(values), lit("Total")).as("value"),
                col("leavers"),
                col("completers"),
                col("achievers")));
  }

  /** The providers' counts added up, for each type of provider and for all. */
  static Dataset<Row> national(Dataset<Row> providerCounts, Dataset<Row> providers) {
    Dataset<Row> types =
        providers.select(
            col("ukprn").as("typed_ukprn"),
            coalesce(nullif(col("provider_type"), lit("Total")), lit("Unknown")).as("type"));
    List<Column> key =
        List.of(
            col("edition"),
            col("report_year"),
            col("report_type"),
            col("measure"),
            col("year"),
            col("dimension"),
            col("value"));
    List<Column> withType = new ArrayList<>(key);
    withType.add(col("type"));
    return withRates(
        providerCounts
            .join(broadcast(types), col("ukprn").equalTo(col("typed_ukprn")), "left")
            .withColumn("type", coalesce(col("type"), lit("Unknown")))
            .groupingSets(seq(List.of(seq(key), seq(withType))), withType.toArray(Column[]::new))
            .agg(
                sum("leavers").as("leavers"),
                sum("completers").as("completers"),
                sum("achievers").as("achievers"))
            .withColumn("provider_type", coalesce(col("type"), lit("Total"))));
  }

  private static Dataset<Row> withRates(Dataset<Row> counts) {
    return counts.withColumns(
        Map.of(
            RATES.get(0), rate("achievers", "leavers"),
            RATES.get(1), rate("completers", "leavers"),
            RATES.get(2), rate("achievers", "completers")));
  }

  /** A percentage with one decimal, rounded half up from the counts. Null without a denominator. */
  static Column rate(String part, String whole) {
    return expr("CASE WHEN %s > 0 THEN %s END".formatted(whole, Table.percentage(part, whole)));
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
