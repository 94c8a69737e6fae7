package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.openqar.benchmarks.Rates.Rate;
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Breakdowns;
import org.openqar.breakdowns.Dimension;
import org.openqar.tables.Table;

/**
 * Finds similar providers in the report year: by size, by mix of levels and subjects, by type and
 * region. The distance is the plain sum of the differences, so that a reader can check it.
 */
final class Peers {
  /** The name of the value beside each rate. */
  static final String ADDED = "peer";

  private static final DataType DISTANCE = DataTypes.createDecimalType(6, 3);
  private static final double OTHER_REGION = 0.5;

  /** The breakdowns whose mix the distance compares. */
  private static final List<Breakdown> MIXED =
      Breakdowns.ALL.stream().filter(one -> one.likeness().isPresent()).toList();

  private static final String TOTAL = Dimension.TOTAL.name();

  private final Dataset<Row> counts;
  private final CellNumbers cells;
  private final int reportYear;
  private final int minimumLeavers;

  /**
   * Takes the counts.
   *
   * @param counts rows of {@code qar_provider}, numbered
   */
  Peers(Dataset<Row> counts, CellNumbers cells, int reportYear, int minimumLeavers) {
    this.counts = counts;
    this.cells = cells;
    this.reportYear = reportYear;
    this.minimumLeavers = minimumLeavers;
  }

  /**
   * Returns rows of {@code provider_peer}: the most similar providers of each provider with enough
   * leavers.
   *
   * @param providers rows of {@code provider}
   */
  Dataset<Row> nearest(Dataset<Row> providers, int most) {
    Map<String, List<String>> mixes = mixes();
    Dataset<Row> described = described(providers, mixes);
    Dataset<Row> others =
        described.toDF(
            Arrays.stream(described.columns()).map(name -> "peer_" + name).toArray(String[]::new));
    Map<String, Column> differences = differences(mixes);
    Map<String, Column> inPoints = new LinkedHashMap<>();
    differences.forEach((name, thousandths) -> inPoints.put(name, inPoints(thousandths)));
    return described
        .join(
            broadcast(ordered(described, others, differences.values(), most)),
            Rates.seq(List.of("report_type", "ukprn")))
        .join(
            broadcast(others),
            col("report_type")
                .equalTo(col("peer_report_type"))
                .and(col("other_ukprn").equalTo(col("peer_ukprn"))))
        .withColumns(inPoints)
        .drop("leavers", "achievement_rate")
        .withColumnsRenamed(
            Map.of("peer_leavers", "leavers", "peer_achievement_rate", "achievement_rate"));
  }

  /**
   * Orders the neighbours of each provider by distance. Only these rows exist for every two
   * providers, so they hold nothing else.
   */
  private static Dataset<Row> ordered(
      Dataset<Row> described, Dataset<Row> others, Collection<Column> differences, int most) {
    Column distance = differences.stream().reduce(Column::plus).orElseThrow();
    return described
        .join(
            broadcast(others),
            col("report_type")
                .equalTo(col("peer_report_type"))
                .and(col("ukprn").notEqual(col("peer_ukprn"))))
        .select(
            col("report_type"),
            col("ukprn"),
            col("peer_ukprn").as("other_ukprn"),
            distance.as("thousandths"))
        .withColumn(
            "likeness",
            row_number()
                .over(
                    Window.partitionBy("ukprn", "report_type")
                        .orderBy(col("thousandths"), col("other_ukprn"))))
        .where(col("likeness").leq(most))
        .withColumn("distance", inPoints(col("thousandths")))
        .drop("thousandths");
  }

  private static Column inPoints(Column thousandths) {
    return thousandths.cast("decimal(9,0)").multiply(lit(new BigDecimal("0.001"))).cast(DISTANCE);
  }

  /**
   * Returns the differences between two providers, in whole thousandths. Their sum is the distance.
   */
  private static Map<String, Column> differences(Map<String, List<String>> mixes) {
    Map<String, Column> differences = new LinkedHashMap<>();
    differences.put(
        "size_difference",
        abs(
            ln(col("leavers").cast("double").divide(col("peer_leavers").cast("double")))
                .divide(lit(Math.log(10)))));
    for (Breakdown breakdown : MIXED) {
      String dimension = breakdown.name();
      differences.put(
          breakdown.likeness().orElseThrow(), unshared(dimension, mixes.get(dimension).size()));
    }
    differences.put("type_difference", differs("provider_type", 1));
    differences.put("region_difference", differs("region", OTHER_REGION));
    differences.replaceAll((name, column) -> floor(column.multiply(lit(1000)).plus(lit(0.5))));
    return differences;
  }

  /**
   * Returns the rates of the similar providers together, beside each rate as {@code _peer}, for
   * each provider's total in every year.
   *
   * @param nearest as {@link #nearest} gives them
   */
  Dataset<Row> rates(Dataset<Row> nearest) {
    Map<String, Column> rates = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      rates.put(rate.column() + "_" + ADDED, Table.rate(rate.numerator(), rate.denominator()));
    }
    Dataset<Row> members =
        nearest.select(col("report_type"), col("ukprn").as("whose"), col("peer_ukprn").as("ukprn"));
    return counts
        .where(col("dimension").equalTo(TOTAL))
        .join(broadcast(members), Rates.seq(List.of("report_type", "ukprn")))
        .groupBy("cell", "whose")
        .agg(
            sum("leavers").as("leavers"),
            sum("completers").as("completers"),
            sum("achievers").as("achievers"))
        .withColumns(rates)
        .withColumnRenamed("whose", "ukprn")
        .drop("leavers", "completers", "achievers");
  }

  /** Returns the values of each mix. */
  private Map<String, List<String>> mixes() {
    Map<String, List<String>> mixes = new TreeMap<>();
    for (Breakdown breakdown : MIXED) {
      mixes.put(breakdown.name(), cells.values(breakdown.name(), reportYear));
    }
    return mixes;
  }

  private Dataset<Row> now() {
    return counts.where(col("measure").equalTo("overall").and(col("year").equalTo(reportYear)));
  }

  /**
   * Returns one row for each provider and report type: leavers, rate, type, region, and the shares
   * of its leavers.
   */
  private Dataset<Row> described(Dataset<Row> providers, Map<String, List<String>> mixes) {
    List<Column> facts = new ArrayList<>();
    facts.add(
        max(when(col("dimension").equalTo(TOTAL), col("achievement_rate"))).as("achievement_rate"));
    mixes.forEach(
        (dimension, values) -> {
          for (int i = 0; i < values.size(); i++) {
            Column here =
                col("dimension").equalTo(dimension).and(col("value").equalTo(values.get(i)));
            facts.add(sum(when(here, col("leavers")).otherwise(lit(0L))).as(dimension + "_" + i));
          }
        });
    List<String> dimensions = Stream.concat(Stream.of(TOTAL), mixes.keySet().stream()).toList();
    Dataset<Row> known =
        providers.select(
            col("ukprn").as("known_ukprn"), col("name"), col("provider_type"), col("region"));
    return now()
        .where(col("dimension").isin(dimensions.toArray()))
        .groupBy("edition", "report_year", "report_type", "ukprn")
        .agg(
            max(when(col("dimension").equalTo(TOTAL), col("leavers"))).as("leavers"),
            facts.toArray(Column[]::new))
        .where(col("leavers").geq(lit(minimumLeavers)))
        .join(broadcast(known), col("ukprn").equalTo(col("known_ukprn")), "left")
        .drop("known_ukprn");
  }

  /** Returns the share of leavers in which two mixes differ. */
  private static Column unshared(String dimension, int values) {
    Column shared = lit(0.0);
    for (int i = 0; i < values; i++) {
      String name = dimension + "_" + i;
      shared =
          shared.plus(
              least(
                  col(name).cast("double").divide(col("leavers").cast("double")),
                  col("peer_" + name).cast("double").divide(col("peer_leavers").cast("double"))));
    }
    return lit(1.0).minus(shared);
  }

  private static Column differs(String fact, double difference) {
    return when(coalesce(col(fact).equalTo(col("peer_" + fact)), lit(false)), 0.0)
        .otherwise(difference);
  }
}
