package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.openqar.benchmarks.Rates.Rate;
import org.openqar.tables.Tenths;

/**
 * Follows each rate through the reported years. One row holds the years of a provider's series
 * beside each other, and each year reads the earlier ones there, so the job sorts nothing. Slopes
 * come from whole numbers, the rates in tenths, so that no binary fraction decides their rounding.
 */
final class Trends {
  static final List<String> ADDED = List.of("year_before", "trend");

  private static final int FEWEST_YEARS = 3;

  /** The place of a row's year among the reported ones. */
  private static final String PLACE = "place";

  private static final List<String> COUNTS = List.of("leavers", "completers", "achievers");

  private final int firstYear;
  private final int years;

  Trends(int firstYear, int lastYear) {
    this.firstYear = firstYear;
    this.years = lastYear - firstYear + 1;
  }

  /**
   * Returns the counts and rates of each cell of a provider, with {@code timely}. Beside each rate
   * it adds {@code _year_before}, and {@code _trend}: the slope of the straight line nearest to the
   * rates up to this year, in points a year.
   *
   * @param counts numbered counts, one row for each provider, cell and reported year
   */
  Dataset<Row> addTo(Dataset<Row> counts) {
    List<Column> placed = columns("ukprn", "timely");
    Stream.concat(Stream.of("cell"), COUNTS.stream())
        .forEach(name -> placed.add(atPlace(i -> col(name + "_" + i)).as(name)));
    List<Column> told = columns("ukprn", "timely", "cell", "leavers", "completers", "achievers");
    for (Rate rate : Rates.ALL) {
      String of = rate.column();
      placed.add(atPlace(i -> tenths(rate, i)).as(of));
      placed.add(atPlace(i -> i == 0 ? lit(null) : tenths(rate, i - 1)).as(of + "_year_before"));
      placed.add(sum(rate, i -> lit(1L)).as(of + "_n"));
      placed.add(sum(rate, i -> lit((long) i)).as(of + "_x"));
      placed.add(sum(rate, i -> lit((long) i * i)).as(of + "_xx"));
      placed.add(sum(rate, i -> tenths(rate, i)).as(of + "_y"));
      placed.add(sum(rate, i -> tenths(rate, i).multiply(lit((long) i))).as(of + "_xy"));
      told.add(Tenths.rate(col(of)).as(of));
      told.add(Tenths.rate(col(of + "_year_before")).as(of + "_year_before"));
      told.add(Tenths.rate(slope(of)).as(of + "_trend"));
    }
    return besideEachOther(counts)
        .withColumn(PLACE, explode(array(places().toArray(Column[]::new))))
        .select(placed.toArray(Column[]::new))
        .where(col("cell").isNotNull())
        .select(told.toArray(Column[]::new));
  }

  /**
   * Returns one row for each series of a provider. It has each column of the series once for each
   * reported year.
   */
  private Dataset<Row> besideEachOther(Dataset<Row> counts) {
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < years; i++) {
      Column here = col("year").equalTo(firstYear + i);
      all.add(max(when(here, col("cell"))).as("cell_" + i));
      for (String name : COUNTS) {
        all.add(max(when(here, col(name))).as(name + "_" + i));
      }
      for (Rate rate : Rates.ALL) {
        String name = rate.column();
        all.add(max(when(here, Tenths.of(col(name)))).as(name + "_" + i));
      }
    }
    return counts
        .groupBy("ukprn", "series")
        .agg(max("timely").as("timely"), all.toArray(Column[]::new));
  }

  private static Column tenths(Rate rate, int place) {
    return col(rate.column() + "_" + place);
  }

  /** Adds up the years, up to the row's, that have such a rate. */
  private Column sum(Rate rate, IntFunction<Column> part) {
    return IntStream.range(0, years)
        .mapToObj(
            i ->
                when(col(PLACE).geq(i).and(tenths(rate, i).isNotNull()), part.apply(i))
                    .otherwise(lit(0L)))
        .reduce(Column::plus)
        .orElseThrow();
  }

  private Column atPlace(IntFunction<Column> of) {
    return coalesce(
        IntStream.range(0, years)
            .mapToObj(i -> when(col(PLACE).equalTo(i), of.apply(i)))
            .toArray(Column[]::new));
  }

  private Stream<Column> places() {
    return IntStream.range(0, years).mapToObj(functions::lit);
  }

  private static Column slope(String of) {
    Column n = col(of + "_n");
    Column sumX = col(of + "_x");
    Column rise = n.multiply(col(of + "_xy")).minus(sumX.multiply(col(of + "_y")));
    Column run = n.multiply(col(of + "_xx")).minus(sumX.multiply(sumX));
    return when(n.geq(FEWEST_YEARS), quotient(rise, run));
  }

  /** Divides to the nearest whole number, with halves away from zero. */
  private static Column quotient(Column part, Column whole) {
    Column nearest =
        call_function("div", abs(part).multiply(lit(2L)).plus(whole), whole.multiply(lit(2L)));
    return when(part.lt(lit(0L)), negate(nearest)).otherwise(nearest);
  }

  private static List<Column> columns(String... names) {
    return new ArrayList<>(Stream.of(names).map(name -> col(name)).toList());
  }
}
