package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/**
 * Thresholds and national rates of imported tables, in the place of those of the providers loaded.
 * A year of ours has those of the nearest published year of its report type and measure; of two
 * publications of one cell that whose name comes first counts.
 */
final class Published {
  private final Dataset<Row> rows;
  private final Dataset<Row> national;

  /**
   * @param rows rows of {@code published_rate}
   * @param national rows of {@code qar_national}, whose spelling of values holds
   */
  Published(Dataset<Row> rows, Dataset<Row> national) {
    this.rows = rows.where(size(col("other_filters")).equalTo(0));
    this.national = national;
  }

  /**
   * Rows of {@code quartile_threshold}.
   *
   * @param years of ours
   */
  Dataset<Row> thresholds(IntStream years, Benchmarks settings) {
    Dataset<Row> ofProviders = counts("provider", "ukprn", settings.minimumLeavers());
    Cells cells = Cells.of(ofProviders);
    Dataset<Row> unnamed =
        Thresholds.of(Rates.of(cells.number(ofProviders), List.of("leavers"), List.of()), settings)
            .withColumn("source", lit(Thresholds.PUBLISHED));
    Dataset<Row> ofAll =
        counts("national", "provider_type", settings.minimumLeavers())
            .where(col("provider_type").equalTo(Breakdown.ALL_OF_IT));
    Dataset<Row> thresholds = cells.nameSets(National.addTo(unnamed, cells.number(ofAll)));
    return thresholds
        .drop("published_year")
        .withColumnRenamed("year", "published_year")
        .join(
            broadcast(nearest(thresholds, years)),
            Rates.seq(List.of("report_type", "measure", "published_year")));
  }

  /** Which published year each year of ours has. */
  private static Dataset<Row> nearest(Dataset<Row> thresholds, IntStream years) {
    Dataset<Row> ours =
        thresholds
            .sparkSession()
            .createDataset(years.boxed().toList(), Encoders.INT())
            .toDF("year");
    return thresholds
        .select(col("report_type"), col("measure"), col("year").as("published_year"))
        .distinct()
        .crossJoin(ours)
        .withColumn(
            "nearness",
            row_number()
                .over(
                    Window.partitionBy("report_type", "measure", "year")
                        .orderBy(
                            abs(col("year").minus(col("published_year"))), col("published_year"))))
        .where(col("nearness").equalTo(1))
        .drop("nearness");
  }

  /** Published rows as the tables of counts have them, one a cell and provider (or type). */
  private Dataset<Row> counts(String scope, String whose, int minimumLeavers) {
    Column[] key =
        Stream.of("report_type", "measure", "year", "dimension", "value", whose)
            .map(name -> col(name))
            .toArray(Column[]::new);
    // A file without a column of leavers says nothing of their number: all its rates are ranked.
    Column noLeavers = col("leavers_state").equalTo(PublishedState.ABSENT.label());
    return spelt(rows.where(col("scope").equalTo(scope)))
        .withColumn(
            "leavers",
            coalesce(col("leavers"), when(noLeavers, lit((long) minimumLeavers)), lit(0L)))
        .withColumn(
            "order",
            row_number().over(Window.partitionBy(key).orderBy(col("publication"), col("line"))))
        .where(col("order").equalTo(1))
        .select(
            Stream.concat(Stream.of(key), Figure.columns().stream().map(name -> col(name)))
                .toArray(Column[]::new))
        .crossJoin(broadcast(national.select("edition", "report_year").limit(1)));
  }

  /** Values as our tables spell them, where the two differ in capital letters only. */
  private Dataset<Row> spelt(Dataset<Row> published) {
    Dataset<Row> ours =
        national
            .select(col("dimension").as("our_dimension"), col("value").as("our_value"))
            .distinct();
    return published
        .join(
            broadcast(ours),
            col("dimension")
                .equalTo(col("our_dimension"))
                .and(lower(col("value")).equalTo(lower(col("our_value")))),
            "left")
        .withColumns(Map.of("value", coalesce(col("our_value"), col("value"))))
        .drop("our_dimension", "our_value");
  }
}
