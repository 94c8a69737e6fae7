package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.config.Settings.Method;
import org.openqar.tables.Table;

/**
 * Thresholds that divide providers into groups (qar-rules 5.3, 9.28). Take n rates in ascending
 * order, r[0] to r[n-1]. By {@code provider}, threshold k of g groups is r[ceil(k n / g)], the
 * lowest rate of the next group. By {@code cohort_weighted}, it is the lowest rate up to which at
 * least k / g of the leavers lie. There are no thresholds with fewer providers than groups, or with
 * fewer than four. The rates are those of providers with enough leavers, at one decimal.
 */
final class Thresholds {
  private Thresholds() {}

  static final String COMPUTED = "computed";
  static final String PUBLISHED = "published";

  /** The rates for which we give the share of providers below, as the Department does. */
  static final List<Integer> BANDS = List.of(50, 60, 70);

  /** The number of groups that are quartiles. The tables have columns for quartiles. */
  static final int QUARTERS = 4;

  /**
   * Returns one row for each set, method and number of groups.
   *
   * @param ladder as {@link Ladder#of} gives it
   */
  static Dataset<Row> of(Dataset<Row> ladder, Benchmarks settings) {
    List<Column> found = new ArrayList<>();
    List<Column> rows = new ArrayList<>();
    for (Method method : settings.methods()) {
      for (int groups : settings.groups()) {
        List<Column> thresholds = new ArrayList<>();
        for (int k = 1; k < groups; k++) {
          String name = "%s_%d_%d".formatted(method.label(), k, groups);
          found.add(min(when(reaches(method, k, groups), col("rate_value"))).as(name));
          thresholds.add(col(name));
        }
        rows.add(
            struct(
                lit(method.label()).as("method"),
                lit(groups).as("groups"),
                when(
                        col("providers").geq(Math.max(groups, Benchmarks.FEWEST_RANKED)),
                        array(thresholds.toArray(Column[]::new)))
                    .as("thresholds")));
      }
    }
    for (int band : BANDS) {
      found.add(
          coalesce(max(when(col("rate_value").lt(lit(band)), col("providers_to_here"))), lit(0L))
              .as(below(band)));
    }
    Column[] shown =
        Stream.of(
                Stream.of(col("set"), col("providers")),
                BANDS.stream().map(Thresholds::shareBelow),
                Stream.of(inline(array(rows.toArray(Column[]::new)))))
            .flatMap(each -> each)
            .toArray(Column[]::new);
    return ladder
        .groupBy("set")
        .agg(max(col("providers")).as("providers"), found.toArray(Column[]::new))
        .select(shown)
        .withColumns(
            Map.of(
                "q1", quarter(1),
                "q2", quarter(2),
                "q3", quarter(3),
                "source", lit(COMPUTED),
                "published_year", lit(null).cast("int"),
                "minimum_leavers", lit(settings.minimumLeavers())));
  }

  /** Whether a rate reaches threshold k. */
  private static Column reaches(Method method, int k, int groups) {
    Column share =
        switch (method) {
          case PROVIDER ->
              col("providers_to_here")
                  .minus(lit(1L))
                  .multiply(lit(groups))
                  .geq(col("providers").multiply(lit(k)));
          case COHORT_WEIGHTED ->
              col("leavers_to_here").multiply(lit(groups)).geq(col("all_leavers").multiply(lit(k)));
        };
    return col("rate_value").isNotNull().and(share);
  }

  /** Returns the column for the share of providers with a rate below one. */
  static String below(int band) {
    return "below_" + band;
  }

  /**
   * Returns the share of providers below a rate. Like quarters, it needs at least four providers.
   */
  private static Column shareBelow(int band) {
    return when(
            col("providers").geq(Benchmarks.FEWEST_RANKED),
            Table.percentage(below(band), "providers"))
        .as(below(band));
  }

  private static Column quarter(int k) {
    return when(col("groups").equalTo(QUARTERS), get(col("thresholds"), lit(k - 1)));
  }
}
