package org.openqar.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.openqar.tables.Tenths;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * The uncertainty of a rate. The interval is Wilson's, at 95 %: all x for which |p - x| is at most
 * 1.96 times the root of x (1 - x) / n. The same relation at every level gives the distribution for
 * the probabilities of groups.
 *
 * <p>These are functions in Java, not in SQL. In SQL the formulas repeat their terms until Spark
 * stops compiling them.
 */
final class ConfidenceIntervals {
  private ConfidenceIntervals() {}

  private static final double CONFIDENCE = 0.95;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double Z = NORMAL.inverseCumulativeProbability((1 + CONFIDENCE) / 2);

  /** Half of a rate's last digit. A rate that rounds up to a threshold reaches it. */
  private static final double ROUNDING = 0.05;

  private static final int PERCENT = 100;
  private static final int PROBABILITY_DECIMALS = 3;

  private static final UserDefinedFunction LOW =
      udf((UDF2<Long, Long, Long>) (part, whole) -> end(part, whole, -1), DataTypes.LongType);
  private static final UserDefinedFunction HIGH =
      udf((UDF2<Long, Long, Long>) (part, whole) -> end(part, whole, 1), DataTypes.LongType);
  private static final UserDefinedFunction PROBABILITIES =
      udf(
          (UDF3<Long, Long, Seq<BigDecimal>, List<BigDecimal>>) ConfidenceIntervals::probabilities,
          DataTypes.createArrayType(DataTypes.createDecimalType(4, PROBABILITY_DECIMALS)));

  /**
   * Returns {@code rate_low} and {@code rate_high}, from {@code numerator} and {@code denominator}.
   */
  static Map<String, Column> interval() {
    return Map.of(
        "rate_low",
        Tenths.rate(LOW.apply(col("numerator"), col("denominator"))),
        "rate_high",
        Tenths.rate(HIGH.apply(col("numerator"), col("denominator"))));
  }

  /**
   * Returns the probability that the rate lies in each group between {@code thresholds}, from the
   * bottom.
   */
  static Column probabilities() {
    return PROBABILITIES.apply(col("numerator"), col("denominator"), col("thresholds"));
  }

  /** Returns one end of the interval, in tenths of a point. */
  private static Long end(Long part, Long whole, int side) {
    if (!hasRate(part, whole)) {
      return null;
    }
    double n = whole;
    double p = part / n;
    double spread = Math.sqrt(p * (1 - p) / n + Z * Z / 4 / n / n);
    double x = (p + Z * Z / 2 / n + side * Z * spread) / (1 + Z * Z / n);
    return Math.round(x * PERCENT * 10);
  }

  private static List<BigDecimal> probabilities(Long part, Long whole, Seq<BigDecimal> thresholds) {
    if (!hasRate(part, whole) || thresholds == null) {
      return null;
    }
    List<BigDecimal> each = new ArrayList<>();
    double below = 0;
    for (Iterator<BigDecimal> rest = thresholds.iterator(); rest.hasNext(); ) {
      double upTo = below(rest.next().doubleValue(), (double) part / whole, whole);
      each.add(rounded(upTo - below, PROBABILITY_DECIMALS));
      below = upTo;
    }
    each.add(rounded(1 - below, PROBABILITY_DECIMALS));
    return each;
  }

  private static boolean hasRate(Long part, Long whole) {
    return part != null && whole != null && whole > 0 && part <= whole;
  }

  /** Returns the probability that a share of some leavers lies below a threshold. */
  private static double below(double threshold, double share, double of) {
    double x = (threshold - ROUNDING) / PERCENT;
    return x <= 0 ? 0 : NORMAL.cumulativeProbability((x - share) / Math.sqrt(x * (1 - x) / of));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(Math.round(value * Math.pow(10, decimals)), decimals);
  }
}
