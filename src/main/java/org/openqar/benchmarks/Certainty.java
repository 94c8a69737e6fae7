package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;
import static org.openqar.tables.Table.RATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * How sure a rate is. The interval is Wilson's, at 95 %: all x for which |p - x| is at most 1.96
 * times the root of x (1 - x) / n. The same relation, read at every level, is the distribution by
 * which groups are given probabilities.
 */
final class Certainty {
  private Certainty() {}

  private static final double Z = 1.959963984540054;

  /** Half of a rate's last digit: a rate that is rounded up to a threshold reaches it. */
  private static final double ROUNDING = 0.05;

  private static final int PERCENT = 100;

  /** {@code rate_low} and {@code rate_high}, of {@code numerator} and {@code denominator}. */
  static Map<String, Column> interval() {
    return Map.of("rate_low", end(-1), "rate_high", end(1));
  }

  private static Column end(int side) {
    Column n = denominator();
    Column p = share();
    Column spread =
        sqrt(p.multiply(lit(1.0).minus(p)).divide(n).plus(lit(Z * Z / 4).divide(n).divide(n)));
    Column x =
        p.plus(lit(Z * Z / 2).divide(n))
            .plus(spread.multiply(lit(side * Z)))
            .divide(lit(1.0).plus(lit(Z * Z).divide(n)));
    return when(hasRate(), round(x.multiply(lit(PERCENT)), 1).cast(RATE));
  }

  /**
   * Of each group between {@code thresholds}, from the bottom, the probability of lying there.
   *
   * @param groups the numbers of groups that there are
   */
  static Column probabilities(List<Integer> groups) {
    Column all = lit(null).cast("array<decimal(4,3)>");
    for (int number : groups) {
      List<Column> each = new ArrayList<>();
      Column below = lit(0.0);
      for (int k = 0; k < number; k++) {
        Column upTo = k == number - 1 ? lit(1.0) : below(get(col("thresholds"), lit(k)));
        each.add(round(upTo.minus(below), 3).cast("decimal(4,3)"));
        below = upTo;
      }
      all =
          when(
                  col("groups").equalTo(number).and(hasRate()).and(col("thresholds").isNotNull()),
                  array(each.toArray(Column[]::new)))
              .otherwise(all);
    }
    return all;
  }

  /** How probable it is to lie below a threshold. */
  private static Column below(Column threshold) {
    Column x = threshold.cast("double").minus(lit(ROUNDING)).divide(lit(PERCENT));
    Column error = sqrt(x.multiply(lit(1.0).minus(x)).divide(denominator()));
    return when(x.leq(0.0), 0.0).otherwise(normal(x.minus(share()).divide(error)));
  }

  /**
   * The normal distribution's share below z, by the polynomial 26.2.17 of Abramowitz and Stegun,
   * whose error is below 0.0000001.
   */
  private static Column normal(Column z) {
    double[] factors = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};
    Column t = lit(1.0).divide(abs(z).multiply(lit(0.2316419)).plus(lit(1.0)));
    Column sum = lit(0.0);
    for (int i = factors.length - 1; i >= 0; i--) {
      sum = sum.plus(lit(factors[i])).multiply(t);
    }
    Column density = exp(z.multiply(z).divide(lit(-2.0))).multiply(lit(1 / Math.sqrt(2 * Math.PI)));
    Column tail = density.multiply(sum);
    return when(z.geq(0.0), lit(1.0).minus(tail)).otherwise(tail);
  }

  private static Column hasRate() {
    return col("denominator").gt(lit(0L)).and(col("numerator").leq(col("denominator")));
  }

  private static Column share() {
    return col("numerator").cast("double").divide(denominator());
  }

  private static Column denominator() {
    return when(hasRate(), col("denominator").cast("double"));
  }
}
