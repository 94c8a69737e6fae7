package org.openqar.measures;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.grouping_id;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
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
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Counts leavers, completers and achievers and works out their rates, in every cell of every {@link
 * Dimension} (4.1, 4.4). Each report type and measure has its own counts.
 */
final class AimCounts {
  private AimCounts() {}

  static final List<String> RUN = List.of("edition", "report_year");

  static final List<String> CELL = List.of("report_type", "measure", "year", "dimension", "value");

  private static final List<String> WHOSE = List.of("report_type", "measure", "year", "ukprn");

  private static final List<String> COUNTS = List.of("leavers", "completers", "achievers");

  private static final List<String> COLUMNS = Dimension.columns(Reach.OWN);

  /**
   * Returns one row for each aim and measure that counts it in a year of a range: {@code measure},
   * {@code year}, {@code completed} (empty in the timely measure, which has no retention) and
   * {@code achieved}, with the aim's breakdowns.
   *
   * @param judged rows of {@code qar_aim}
   */
  static Dataset<Row> counted(Dataset<Row> judged, int firstYear, int lastYear) {
    Column overall = col("qar_status").equalTo("QAR Inclusion");
    Column timely = col("timely_cohort");
    Column[] measures = {lit("overall"), lit("timely")};
    Column isOverall = col("measure").equalTo("overall");
    List<Column> columns = columns(List.of("report_type", "ukprn"), COLUMNS);
    columns.add(col("measure"));
    columns.add(when(isOverall, col("hybrid_end_year")).otherwise(col("timely_year")).as("year"));
    columns.add(when(isOverall, col("completer")).as("completed"));
    columns.add(when(isOverall, col("achiever")).otherwise(col("timely_achiever")).as("achieved"));
    return judged
        .where(overall.or(timely))
        .withColumn(
            "measure",
            explode(
                when(overall.and(timely), array(measures))
                    .when(overall, array(measures[0]))
                    .otherwise(array(measures[1]))))
        .select(columns.toArray(Column[]::new))
        .where(col("year").between(firstYear, lastYear));
  }

  /**
   * Counts every cell of every breakdown. It first counts together the aims with the same values in
   * all breakdowns of a {@link Family}. Only the result has one row for each of its cells.
   *
   * @param counted as {@link #counted} gives them
   * @param range the range of one edition and report year
   */
  static Dataset<Row> byProvider(Dataset<Row> counted, KeyRange range) {
    List<Column> inCells = columns(WHOSE, COUNTS);
    inCells.add(col("number"));
    inCells.add(value().as("value"));
    List<Column> named = columns(WHOSE, List.of("value"));
    RUN.forEach(name -> named.add(lit(range.fixed().get(name)).as(name)));
    Column[] dimensions = Dimension.ALL.stream().map(one -> lit(one.name())).toArray(Column[]::new);
    named.add(element_at(array(dimensions), col("number").plus(lit(1))).as("dimension"));
    named.addAll(columns(COUNTS, List.of()));
    return withRates(
        alike(counted)
            .withColumn("number", explode(dimensions()))
            .select(inCells.toArray(Column[]::new))
            .where(col("value").isNotNull())
            .groupBy(columns(WHOSE, List.of("number", "value")).toArray(Column[]::new))
            .agg(
                sum("leavers").as("leavers"),
                sum("completers").as("completers"),
                sum("achievers").as("achievers"))
            .select(named.toArray(Column[]::new)));
  }

  /** Counts the aims with the same values in each family, and adds the {@code family}. */
  private static Dataset<Row> alike(Dataset<Row> counted) {
    List<Seq<Column>> families =
        Family.ALL.stream().map(family -> seq(columns(WHOSE, family.columns()))).toList();
    return counted
        .groupingSets(seq(families), columns(WHOSE, COLUMNS).toArray(Column[]::new))
        .agg(
            count(lit(1)).as("leavers"),
            grouping_id().as("family"),
            sum(col("completed").cast("long")).as("completers"),
            count_if(col("achieved")).as("achievers"));
  }

  /** Returns the numbers of the dimensions in the row's family, among all dimensions. */
  private static Column dimensions() {
    Column dimensions = null;
    for (Family family : Family.ALL) {
      Column its =
          array(
              family.dimensions().stream()
                  .map(one -> lit(Dimension.ALL.indexOf(one)))
                  .toArray(Column[]::new));
      Column here = col("family").equalTo(groupingId(family));
      dimensions = dimensions == null ? when(here, its) : dimensions.when(here, its);
    }
    return dimensions;
  }

  /** Returns the row's cell in its dimension. It puts together only that cell. */
  private static Column value() {
    Column value = null;
    for (Dimension one : Dimension.ALL) {
      Column here = col("number").equalTo(Dimension.ALL.indexOf(one));
      value = value == null ? when(here, value(one)) : value.when(here, value(one));
    }
    return value;
  }

  /**
   * Numbers a grouping set as Spark does, with one bit for each column. The bit is set if the
   * column is not in the set.
   */
  private static long groupingId(Family family) {
    long id = 0;
    for (String column : COLUMNS) {
      id = 2 * id + (family.columns().contains(column) ? 0 : 1);
    }
    return id;
  }

  /** Joins the values of a pair; null if one of them is null. */
  private static Column value(Dimension dimension) {
    if (dimension.columns().isEmpty()) {
      return lit(Dimension.ALL_OF_IT);
    }
    Column[] values =
        dimension.columns().stream().map(name -> col(name).cast("string")).toArray(Column[]::new);
    return values.length == 1 ? values[0] : concat_ws(Dimension.BETWEEN, values);
  }

  /**
   * Adds up the providers' counts, for each type of provider and for all, in the cells that mean
   * the same everywhere.
   *
   * @param typed as {@link #typed} gives them
   */
  static Dataset<Row> national(Dataset<Row> typed) {
    return withRates(
        byType(typed.where(col("dimension").isin(Dimension.names(Reach.NATIONAL).toArray())))
            .agg(
                sum("leavers").as("leavers"),
                sum("completers").as("completers"),
                sum("achievers").as("achievers"))
            .withColumn("provider_type", coalesce(col("type"), lit(Dimension.ALL_OF_IT))));
  }

  /** Groups by cell, for each type of provider and for all types. */
  static RelationalGroupedDataset byType(Dataset<Row> typed) {
    List<Column> key = columns(RUN, CELL);
    List<Column> withType = new ArrayList<>(key);
    withType.add(col("type"));
    return typed.groupingSets(
        seq(List.of(seq(key), seq(withType))), withType.toArray(Column[]::new));
  }

  /** Adds each provider's {@code type}. A type called Total would look like all providers. */
  static Dataset<Row> typed(Dataset<Row> providerCounts, Dataset<Row> providers) {
    Dataset<Row> types =
        providers.select(
            col("ukprn").as("typed_ukprn"),
            nullif(col("provider_type"), lit(Dimension.ALL_OF_IT)).as("known_type"));
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
