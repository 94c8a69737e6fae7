package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.openqar.tables.Table.RATE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.benchmarks.Rates.Rate;
import org.openqar.config.SettingsException;
import org.openqar.tables.Breakdown;
import org.openqar.tables.Breakdown.Reach;

/**
 * The rate that a provider's mix of learners would give at the national rates: those of the cells
 * of a pair of breakdowns, weighted by the provider's own denominators in them. So a weak rate can
 * be told from a difficult mix.
 */
record Mix(Breakdown pair) {
  /** What stands beside each rate. */
  static final String ADDED = "expected";

  private static final List<String> WHOSE = List.of("report_type", "measure", "year", "ukprn");

  private static final List<String> PROVIDERS_CELL =
      Stream.concat(WHOSE.stream(), Stream.of("dimension", "value")).toList();

  /**
   * @throws SettingsException if there is no such pair, naming those that are
   */
  static Mix of(String dimension) {
    List<Breakdown> pairs =
        Breakdown.ALL.stream()
            .filter(one -> one.columns().size() == 2 && one.reach() == Reach.PUBLISHED)
            .toList();
    return pairs.stream()
        .filter(one -> one.dimension().equals(dimension))
        .findFirst()
        .map(Mix::new)
        .orElseThrow(
            () ->
                new SettingsException(
                    "benchmarks.mix",
                    "must be one of "
                        + String.join(", ", pairs.stream().map(Breakdown::dimension).toList())));
  }

  /**
   * Adds {@code _expected} beside each rate: of the total, of both breakdowns of the pair and of
   * the pair itself; empty elsewhere.
   */
  Dataset<Row> addTo(Dataset<Row> counts, Dataset<Row> national) {
    return counts.join(expected(counts, national), Rates.seq(PROVIDERS_CELL), "left");
  }

  private Dataset<Row> expected(Dataset<Row> counts, Dataset<Row> national) {
    List<Column> rates =
        new ArrayList<>(List.of(Rates.columns(List.of("report_type", "measure", "year", "value"))));
    List<Column> parts = new ArrayList<>();
    List<Column> sums = new ArrayList<>();
    Map<String, Column> expected = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      String of = rate.column();
      rates.add(col(of).as("national_" + of));
      parts.add(col(rate.denominator()).multiply(col("national_" + of)).as(of + "_points"));
      parts.add(col(rate.denominator()).as(of + "_weight"));
      sums.add(sum(of + "_points").as(of + "_points"));
      sums.add(sum(of + "_weight").as(of + "_weight"));
      expected.put(
          of + "_" + ADDED,
          round(col(of + "_points").divide(nullif(col(of + "_weight"), lit(0L))), 1).cast(RATE));
    }
    Column[] weighted =
        Stream.concat(
                Stream.concat(WHOSE.stream().map(name -> col(name)), parts.stream()),
                Stream.of(inline(cells())))
            .toArray(Column[]::new);
    Dataset<Row> nationalRates =
        national
            .where(
                col("provider_type")
                    .equalTo(Breakdown.ALL_OF_IT)
                    .and(col("dimension").equalTo(pair.dimension())))
            .select(rates.toArray(Column[]::new));
    Dataset<Row> summed =
        counts
            .where(col("dimension").equalTo(pair.dimension()))
            .join(
                broadcast(nationalRates),
                Rates.seq(List.of("report_type", "measure", "year", "value")))
            .withColumnRenamed("value", "pair")
            .drop("dimension")
            .select(weighted)
            .groupBy(Rates.columns(PROVIDERS_CELL))
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .withColumns(expected);
    return summed.select(
        Stream.concat(PROVIDERS_CELL.stream(), expected.keySet().stream())
            .map(name -> col(name))
            .toArray(Column[]::new));
  }

  /** The cells that a cell of the pair is part of. */
  private Column cells() {
    Column values = split(col("pair"), Pattern.quote(Breakdown.BETWEEN));
    return array(
        cell(Breakdown.TOTAL.dimension(), lit(Breakdown.ALL_OF_IT)),
        cell(pair.columns().get(0), get(values, lit(0))),
        cell(pair.columns().get(1), get(values, lit(1))),
        cell(pair.dimension(), col("pair")));
  }

  private static Column cell(String dimension, Column value) {
    return struct(lit(dimension).as("dimension"), value.as("value"));
  }
}
