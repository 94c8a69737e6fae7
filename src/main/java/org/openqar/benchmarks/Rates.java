package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts and rates turned so that each rate has its own row. */
final class Rates {
  private Rates() {}

  /**
   * A rate of the tables of counts.
   *
   * @param column of the tables of counts; what more is known of the rate starts with its name
   */
  record Rate(String name, String column, String numerator, String denominator) {}

  static final List<Rate> ALL =
      List.of(
          new Rate("achievement", "achievement_rate", "achievers", "leavers"),
          new Rate("retention", "retention_rate", "completers", "leavers"),
          new Rate("pass", "pass_rate", "achievers", "completers"));

  /**
   * One row a rate: {@code set}, {@code rate_value}, {@code numerator}, {@code denominator}. The
   * timely measure has one rate only.
   *
   * @param counts as {@link Cells#number} gives them
   * @param kept columns beside the set
   * @param more what stands beside each rate: of {@code trend}, {@code achievement_rate_trend}
   */
  static Dataset<Row> of(Dataset<Row> counts, List<String> kept, List<String> more) {
    List<Column> rates = new ArrayList<>();
    for (Rate rate : ALL) {
      List<Column> fields = new ArrayList<>();
      fields.add(lit(rate == ALL.get(0)).as("also_timely"));
      fields.add(Cells.set(rate).as("set"));
      fields.add(col(rate.column()).as("rate_value"));
      fields.add(col(rate.numerator()).as("numerator"));
      fields.add(col(rate.denominator()).as("denominator"));
      more.forEach(name -> fields.add(col(rate.column() + "_" + name).as(name)));
      rates.add(struct(fields.toArray(Column[]::new)));
    }
    return counts
        .select(
            Stream.concat(
                    Stream.concat(kept.stream(), Stream.of("timely")).map(name -> col(name)),
                    Stream.of(inline(array(rates.toArray(Column[]::new)))))
                .toArray(Column[]::new))
        .where(col("also_timely").or(not(col("timely"))))
        .drop("also_timely", "timely");
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toList();
  }
}
