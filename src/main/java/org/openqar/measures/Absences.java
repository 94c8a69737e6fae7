package org.openqar.measures;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.tables.Table;

/**
 * Works out how far providers without a final return of a year could move its national rates. In
 * each cell, the job assumes that such a provider has as many leavers as in its largest other year,
 * less the aims that it counts anyway because another year's return reports them. The lower bound
 * assumes that none of these leavers achieved, the upper bound that all did.
 */
final class Absences {
  private static final StructType GAP =
      new StructType()
          .add("gap_ukprn", DataTypes.IntegerType)
          .add("gap_year", DataTypes.IntegerType);

  /**
   * One row for each national cell that lacks a provider; null if no provider is missing at all.
   */
  private final Dataset<Row> cells;

  private Absences(Dataset<Row> cells) {
    this.cells = cells;
  }

  /**
   * Finds the cells that lack a provider.
   *
   * @param missing the years without a final return, by UKPRN
   * @param typed as {@link AimCounts#typed} gives them
   */
  static Absences of(Map<Integer, Set<Integer>> missing, Dataset<Row> typed) {
    List<Row> gaps = new ArrayList<>();
    missing.forEach(
        (ukprn, years) -> years.forEach(year -> gaps.add(RowFactory.create(ukprn, year))));
    if (gaps.isEmpty()) {
      return new Absences(null);
    }
    Column[] cellOfProvider =
        Stream.of(
                AimCounts.RUN.stream(),
                AimCounts.CELL.stream().filter(name -> !name.equals("year")),
                Stream.of("type", "ukprn", "gap_year"))
            .flatMap(names -> names)
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column here = col("year").equalTo(col("gap_year"));
    Dataset<Row> possible =
        typed
            .where(col("dimension").isin(Dimension.names(Reach.NATIONAL).toArray()))
            .join(
                broadcast(typed.sparkSession().createDataFrame(gaps, GAP)),
                col("ukprn").equalTo(col("gap_ukprn")))
            .groupBy(cellOfProvider)
            .agg(
                greatest(
                        max(when(here, lit(0L)).otherwise(col("leavers")))
                            .minus(coalesce(max(when(here, col("leavers"))), lit(0L))),
                        lit(0L))
                    .as("possible"))
            .withColumnRenamed("gap_year", "year");
    return new Absences(
        AimCounts.byType(possible)
            .agg(count(lit(1)).as("missing_providers"), sum("possible").as("missing_leavers"))
            .withColumn("provider_type", coalesce(col("type"), lit(Dimension.ALL_OF_IT)))
            .drop("type"));
  }

  /** Adds the missing providers, and the values between which each rate must lie. */
  Dataset<Row> addTo(Dataset<Row> national) {
    Dataset<Row> known =
        cells == null
            ? national.withColumns(
                Map.of(
                    "missing_providers", lit(0L),
                    "missing_leavers", lit(0L)))
            : joined(national);
    Map<String, Column> totals = new LinkedHashMap<>();
    totals.put("most_leavers", col("leavers").plus(col("missing_leavers")));
    totals.put("most_completers", col("completers").plus(col("missing_leavers")));
    totals.put("most_achievers", col("achievers").plus(col("missing_leavers")));
    return known
        .withColumns(totals)
        .withColumns(
            Map.of(
                "achievement_rate_low", Table.rate("achievers", "most_leavers"),
                "achievement_rate_high", Table.rate("most_achievers", "most_leavers"),
                "retention_rate_low", Table.rate("completers", "most_leavers"),
                "retention_rate_high", Table.rate("most_completers", "most_leavers"),
                "pass_rate_low", Table.rate("achievers", "most_completers"),
                "pass_rate_high", Table.rate("most_achievers", "most_completers")));
  }

  private Dataset<Row> joined(Dataset<Row> national) {
    List<String> cell =
        Stream.of(AimCounts.RUN.stream(), AimCounts.CELL.stream(), Stream.of("provider_type"))
            .flatMap(names -> names)
            .toList();
    return national
        .join(cells, scala.jdk.javaapi.CollectionConverters.asScala(cell).toList(), "left")
        .withColumns(
            Map.of(
                "missing_providers", coalesce(col("missing_providers"), lit(0L)),
                "missing_leavers", coalesce(col("missing_leavers"), lit(0L))));
  }
}
