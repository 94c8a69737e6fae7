package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Numbers the cells of a sector. A sector has many rows of providers. Ordering, grouping and
 * joining them by numbers is cheaper than by the names of cells. A cell and a rate together are a
 * set.
 *
 * @param all one row for each cell: its names, {@code cell}, and {@code series}, which all years
 *     share
 * @param numbered the same rows as a frame
 */
record CellNumbers(List<Row> all, Dataset<Row> numbered) {
  private static final List<String> SERIES =
      List.of("edition", "report_year", "report_type", "measure", "dimension", "value");

  private static final List<String> NAMES =
      Stream.concat(SERIES.stream(), Stream.of("year")).toList();

  /**
   * Numbers the cells of some rows. It looks the cells up at once, because many rows share few
   * cells.
   */
  static CellNumbers of(Dataset<Row> rows) {
    Dataset<Row> named = names(rows).distinct();
    Map<List<Object>, Integer> series = new HashMap<>();
    List<Row> numbered = new ArrayList<>();
    for (Row names : named.collectAsList()) {
      List<Object> values = new ArrayList<>(CollectionConverters.asJava(names.toSeq()));
      List<Object> ofAllYears = List.copyOf(values.subList(0, SERIES.size()));
      values.add(numbered.size() + 1);
      values.add(series.computeIfAbsent(ofAllYears, any -> series.size() + 1));
      numbered.add(RowFactory.create(values.toArray()));
    }
    StructType schema =
        named
            .schema()
            .add("cell", DataTypes.IntegerType, false)
            .add("series", DataTypes.IntegerType, false);
    return new CellNumbers(numbered, rows.sparkSession().createDataFrame(numbered, schema));
  }

  /** Returns the names of the cells of some rows. */
  static Dataset<Row> names(Dataset<Row> rows) {
    return rows.select(Rates.columns(NAMES));
  }

  /** Returns the values of a dimension in a year of the overall measure, in order. */
  List<String> values(String dimension, int year) {
    return all.stream()
        .filter(cell -> at(cell, "measure").equals("overall") && at(cell, "year").equals(year))
        .filter(cell -> at(cell, "dimension").equals(dimension))
        .map(cell -> (String) at(cell, "value"))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns a name from a row of {@link #all}. */
  static Object at(Row cell, String name) {
    return cell.get(NAMES.indexOf(name));
  }

  /**
   * Adds {@code cell}, {@code series}, and {@code timely}, which says whether the measure is
   * timely.
   *
   * @param rows with the names of a cell
   */
  Dataset<Row> number(Dataset<Row> rows) {
    return rows.join(broadcast(numbered), Rates.seq(NAMES))
        .withColumn("timely", col("measure").equalTo("timely"));
  }

  /** Returns the set of a row from {@code cell} and the number of a rate. */
  static Column set(Column rate) {
    return col("cell").multiply(lit(Rates.ALL.size())).plus(rate);
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
   * Replaces {@code set} with the names of a cell and {@code rate}.
   *
   * @param rows with {@code set}
   */
  Dataset<Row> nameSets(Dataset<Row> rows) {
    return rows.join(broadcast(sets()), "set").drop("set");
  }

  /**
   * Replaces {@code cell} with the names of a cell.
   *
   * @param rows with {@code cell}
   */
  Dataset<Row> name(Dataset<Row> rows) {
    return rows.join(broadcast(numbered.drop("series")), "cell").drop("cell");
  }

  private Dataset<Row> sets() {
    Column[] sets =
        Rates.ALL.stream()
            .map(
                rate ->
                    struct(
                        lit(rate.name()).as("rate"), set(lit(Rates.ALL.indexOf(rate))).as("set")))
            .toArray(Column[]::new);
    Column[] names = Rates.columns(NAMES);
    return numbered.select(
        Stream.concat(Stream.of(names), Stream.of(inline(array(sets)))).toArray(Column[]::new));
  }
}
