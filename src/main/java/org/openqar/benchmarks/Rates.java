package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Turns counts and rates so that each rate has its own row. */
final class Rates {
  private Rates() {}

  /**
   * A rate of the tables of counts.
   *
   * @param column its column in the tables of counts; the names of related columns start with it
   */
  record Rate(String name, String column, String numerator, String denominator) {}

  /** The place of a row's rate among all rates. */
  private static final String NUMBER = "rate_number";

  static final List<Rate> ALL =
      List.of(
          new Rate("achievement", "achievement_rate", "achievers", "leavers"),
          new Rate("retention", "retention_rate", "completers", "leavers"),
          new Rate("pass", "pass_rate", "achievers", "completers"));

  /**
   * Returns one row for each rate: {@code set}, {@code rate_value}, {@code numerator}, {@code
   * denominator}. The timely measure has only one rate.
   *
   * @param counts as {@link CellNumbers#number} gives them
   * @param kept columns beside the set
   * @param more names of the values beside each rate; for {@code trend}, each row takes that of its
   *     own rate, such as {@code achievement_rate_trend}
   */
  static Dataset<Row> of(Dataset<Row> counts, List<String> kept, List<String> more) {
    List<Column> columns = new ArrayList<>(kept.stream().map(name -> col(name)).toList());
    columns.add(CellNumbers.set(col(NUMBER)).as("set"));
    columns.add(each(Rate::column).as("rate_value"));
    columns.add(each(Rate::numerator).as("numerator"));
    columns.add(each(Rate::denominator).as("denominator"));
    more.forEach(name -> columns.add(each(rate -> rate.column() + "_" + name).as(name)));
    return counts
        .withColumn(NUMBER, explode(when(col("timely"), array(lit(0))).otherwise(array(numbers()))))
        .select(columns.toArray(Column[]::new));
  }

  /** Returns one of the columns of the row's rate. */
  private static Column each(Function<Rate, String> column) {
    Column which = col(column.apply(ALL.get(ALL.size() - 1)));
    for (int i = ALL.size() - 2; i >= 0; i--) {
      which = when(col(NUMBER).equalTo(i), col(column.apply(ALL.get(i)))).otherwise(which);
    }
    return which;
  }

  private static Column[] numbers() {
    return IntStream.range(0, ALL.size()).mapToObj(functions::lit).toArray(Column[]::new);
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toList();
  }
}
