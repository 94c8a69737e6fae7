package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

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
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.messages.UserException;
import org.openqar.tables.Tenths;

/**
 * The rate that a provider's mix of learners would give at the national rates. It weights the
 * national rates of the cells of a pair of breakdowns by the provider's own denominators in them.
 * So a reader can tell a weak rate from a difficult mix.
 */
record ExpectedRates(Dimension pair) {
  /** The name of the value beside each rate. */
  static final String ADDED = "expected";

  private static final List<String> WHOSE = List.of("ukprn", "cell");

  private static final List<String> YEAR =
      List.of("edition", "report_year", "report_type", "measure", "year");

  /**
   * Chooses the pair by its name.
   *
   * @throws UserException if there is no such pair; the message names the pairs that there are
   */
  static ExpectedRates of(String dimension) {
    List<Dimension> pairs =
        Dimension.ALL.stream()
            .filter(one -> one.columns().size() == 2 && one.reach() == Reach.PUBLISHED)
            .toList();
    return pairs.stream()
        .filter(one -> one.name().equals(dimension))
        .findFirst()
        .map(ExpectedRates::new)
        .orElseThrow(
            () ->
                UserException.setting(
                    "benchmarks.mix",
                    "must be one of "
                        + String.join(", ", pairs.stream().map(Dimension::name).toList())));
  }

  /**
   * Adds {@code _expected} beside each rate: for the total, for both breakdowns of the pair and for
   * the pair itself. It is empty elsewhere.
   *
   * @param rows with {@code ukprn} and {@code cell}
   * @param counts the numbered counts, one row for each provider and cell
   * @param national rows of {@code qar_national}
   */
  Dataset<Row> addTo(
      Dataset<Row> rows, Dataset<Row> counts, Dataset<Row> national, CellNumbers cells) {
    return rows.join(
        broadcast(expected(counts, nationalRates(national, cells))), Rates.seq(WHOSE), "left");
  }

  private Dataset<Row> expected(Dataset<Row> counts, Dataset<Row> nationalRates) {
    List<Column> sums = new ArrayList<>();
    Map<String, Column> expected = new LinkedHashMap<>();
    for (Rate rate : Rates.ALL) {
      String of = rate.column();
      Column weight = col(rate.denominator());
      sums.add(sum(weight.multiply(Tenths.of(col("national_" + of)))).as(of + "_tenths"));
      sums.add(sum(weight).as(of + "_weight"));
      expected.put(of + "_" + ADDED, Tenths.average(of + "_tenths", of + "_weight"));
    }
    return counts
        .where(col("dimension").equalTo(pair.name()))
        .withColumnRenamed("cell", "part")
        .join(broadcast(nationalRates), "part")
        .groupBy(Rates.columns(WHOSE))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .withColumns(expected)
        .select(
            Stream.concat(WHOSE.stream(), expected.keySet().stream())
                .map(name -> col(name))
                .toArray(Column[]::new));
  }

  /**
   * Returns for each cell of the pair {@code part}, the national rates and each {@code cell} that
   * includes it.
   */
  private Dataset<Row> nationalRates(Dataset<Row> national, CellNumbers cells) {
    Column[] rates =
        Rates.ALL.stream()
            .map(rate -> col(rate.column()).as("national_" + rate.column()))
            .toArray(Column[]::new);
    Column[] ofPart =
        Stream.of(
                Stream.of(col("cell").as("part")),
                Stream.of(Rates.columns(YEAR)),
                Stream.of(rates),
                Stream.of(inline(cells())))
            .flatMap(all -> all)
            .toArray(Column[]::new);
    return cells
        .number(
            cells
                .number(
                    national.where(
                        col("provider_type")
                            .equalTo(Dimension.ALL_OF_IT)
                            .and(col("dimension").equalTo(pair.name()))))
                .select(ofPart))
        .drop("dimension", "value", "series", "timely")
        .drop(Rates.seq(YEAR));
  }

  /** Returns the cells that include a cell of the pair. */
  private Column cells() {
    Column values = split(col("value"), Pattern.quote(Dimension.BETWEEN));
    return array(
        cell(Dimension.TOTAL.name(), lit(Dimension.ALL_OF_IT)),
        cell(pair.columns().get(0), get(values, lit(0))),
        cell(pair.columns().get(1), get(values, lit(1))),
        cell(pair.name(), col("value")));
  }

  private static Column cell(String dimension, Column value) {
    return struct(lit(dimension).as("dimension"), value.as("value"));
  }
}
