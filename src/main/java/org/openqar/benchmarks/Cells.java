package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.openqar.benchmarks.Rates.Rate;

/**
 * The cells of a sector, with numbers: by them, and not by the cells' names, the many rows of its
 * providers are ordered, grouped and joined. A cell and a rate together are a set.
 *
 * @param numbered a row a cell: its names, {@code cell}, and {@code series}, which all years share
 */
record Cells(Dataset<Row> numbered) {
  private static final List<String> SERIES =
      List.of("edition", "report_year", "report_type", "measure", "dimension", "value");

  private static final List<String> NAMES =
      Stream.concat(SERIES.stream(), Stream.of("year")).toList();

  /** The cells that there are rows of. */
  static Cells of(Dataset<Row> rows) {
    return new Cells(
        rows.select(Rates.columns(NAMES))
            .distinct()
            .withColumns(
                Map.of(
                    "cell", row_number().over(Window.orderBy(Rates.columns(NAMES))),
                    "series", dense_rank().over(Window.orderBy(Rates.columns(SERIES))))));
  }

  /**
   * Adds {@code cell}, {@code series}, and {@code timely}, whether the measure is.
   *
   * @param rows with the names of a cell
   */
  Dataset<Row> number(Dataset<Row> rows) {
    return rows.join(broadcast(numbered), Rates.seq(NAMES))
        .withColumn("timely", col("measure").equalTo("timely"));
  }

  /** The set of a row with {@code cell} and a rate. */
  static Column set(Rate rate) {
    return col("cell").multiply(lit(Rates.ALL.size())).plus(lit(Rates.ALL.indexOf(rate)));
  }

  /**
   * Adds {@code set}.
   *
   * @param rows with the names of a cell, and {@code rate}
   */
  Dataset<Row> numberSets(Dataset<Row> rows) {
    return rows.join(
        broadcast(sets()), Rates.seq(Stream.concat(NAMES.stream(), Stream.of("rate")).toList()));
  }

  /**
   * Puts the names of a cell and {@code rate} in the place of {@code set}.
   *
   * @param rows with {@code set}
   */
  Dataset<Row> nameSets(Dataset<Row> rows) {
    return rows.join(broadcast(sets()), "set").drop("set");
  }

  /**
   * Puts the names of a cell in the place of {@code cell}.
   *
   * @param rows with {@code cell}
   */
  Dataset<Row> name(Dataset<Row> rows) {
    return rows.join(broadcast(numbered.drop("series")), "cell").drop("cell");
  }

  private Dataset<Row> sets() {
    Column[] sets =
        Rates.ALL.stream()
            .map(rate -> struct(lit(rate.name()).as("rate"), set(rate).as("set")))
            .toArray(Column[]::new);
    Column[] names = Rates.columns(NAMES);
    return numbered.select(
        Stream.concat(Stream.of(names), Stream.of(inline(array(sets)))).toArray(Column[]::new));
  }
}
