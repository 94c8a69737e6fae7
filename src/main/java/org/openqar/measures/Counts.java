package org.openqar.measures;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Breakdown.Reach;
import org.openqar.tables.Table;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Leavers, completers, achievers and their rates, in every cell of every {@link Breakdown} (4.1,
 * 4.4), each report type and measure for itself.
 */
final class Counts {
  private Counts() {}

  static final List<String> RUN = List.of("edition", "report_year");

  static final List<String> CELL = List.of("report_type", "measure", "year", "dimension", "value");

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
    Column[] columns =
        Stream.concat(
                Stream.of(
                        RUN.stream(),
                        Stream.of("report_type", "ukprn"),
                        Breakdown.columns(Reach.OWN).stream())
                    .flatMap(names -> names)
                    .map(name -> col(name)),
                Stream.of(inline(array_compact(array(overall, timely)))))
            .toArray(Column[]::new);
    return judged
        .where(col("qar_status").equalTo("QAR Inclusion").or(col("timely_cohort")))
        .select(columns)
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
   * Every cell of every breakdown in one aggregate: each row stands once for each cell that it is
   * in, which makes narrower keys than grouping sets over all columns would.
   *
   * @param counted as {@link #counted} gives them
   */
  static Dataset<Row> byProvider(Dataset<Row> counted) {
    List<Column> cells = new ArrayList<>();
    List<Column> names = new ArrayList<>();
    for (Breakdown breakdown : Breakdown.ALL) {
      cells.add(struct(lit(names.size()).as("breakdown"), value(breakdown).as("value")));
      names.add(lit(breakdown.dimension()));
    }
    List<Column> inCells =
        columns(RUN, List.of("report_type", "measure", "year", "ukprn", "completed", "achieved"));
    inCells.add(inline(array(cells.toArray(Column[]::new))));
    List<Column> key =
        columns(RUN, List.of("report_type", "measure", "year", "ukprn", "breakdown", "value"));
    return withRates(
        counted
            .select(inCells.toArray(Column[]::new))
            .where(col("value").isNotNull())
            .groupBy(key.toArray(Column[]::new))
            .agg(
                count(lit(1)).as("leavers"),
                sum(col("completed").cast("long")).as("completers"),
                count_if(col("achieved")).as("achievers"))
            .withColumn(
                "dimension",
                element_at(array(names.toArray(Column[]::new)), col("breakdown").plus(lit(1))))
            .drop("breakdown"));
  }

  /** A pair's values stand beside each other; null where one of them is. */
  private static Column value(Breakdown breakdown) {
    if (breakdown.columns().isEmpty()) {
      return lit(Breakdown.ALL_OF_IT);
    }
    Column[] values =
        breakdown.columns().stream().map(name -> col(name).cast("string")).toArray(Column[]::new);
    return values.length == 1 ? values[0] : concat_ws(Breakdown.BETWEEN, values);
  }

  /**
   * The providers' counts added up, for each type of provider and for all, in the cells that mean
   * the same everywhere.
   *
   * @param typed as {@link #typed} gives them
   */
  static Dataset<Row> national(Dataset<Row> typed) {
    return withRates(
        byType(typed.where(col("dimension").isin(Breakdown.dimensions(Reach.NATIONAL).toArray())))
            .agg(
                sum("leavers").as("leavers"),
                sum("completers").as("completers"),
                sum("achievers").as("achievers"))
            .withColumn("provider_type", coalesce(col("type"), lit(Breakdown.ALL_OF_IT))));
  }

  /** Groups by cell, for each type of provider and for all of them. */
  static RelationalGroupedDataset byType(Dataset<Row> typed) {
    List<Column> key = columns(RUN, CELL);
    List<Column> withType = new ArrayList<>(key);
    withType.add(col("type"));
    return typed.groupingSets(
        seq(List.of(seq(key), seq(withType))), withType.toArray(Column[]::new));
  }

  /** Adds each provider's {@code type}; a type called Total would be taken for all of them. */
  static Dataset<Row> typed(Dataset<Row> providerCounts, Dataset<Row> providers) {
    Dataset<Row> types =
        providers.select(
            col("ukprn").as("typed_ukprn"),
            nullif(col("provider_type"), lit(Breakdown.ALL_OF_IT)).as("known_type"));
    return providerCounts
        .join(broadcast(types), col("ukprn").equalTo(col("typed_ukprn")), "left")
        .withColumn("type", coalesce(col("known_type"), lit(Breakdown.UNKNOWN)))
        .drop("typed_ukprn", "known_type");
  }

  private static Dataset<Row> withRates(Dataset<Row> counts) {
    return counts.withColumns(
        Map.of(
            "achievement_rate", Table.rate("achievers", "leavers"),
            "retention_rate", Table.rate("completers", "leavers"),
            "pass_rate", Table.rate("achievers", "completers")));
  }

  private static List<Column> columns(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .map(name -> col(name))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
