package org.openqar.tables;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.MakeDecimal;
import org.apache.spark.sql.catalyst.expressions.UnscaledValue;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DecimalType;

/**
 * Converts rates to whole numbers of tenths of a point and back. A rate already is such a number
 * internally, so no arithmetic is needed. Casts and products of decimals would go through numbers
 * of any length.
 */
public final class Tenths {
  private Tenths() {}

  /**
   * Returns the tenths of a rate.
   *
   * @param rate a column of type {@link Table#RATE}
   */
  public static Column of(Column rate) {
    return ExpressionUtils.column(new UnscaledValue(ExpressionUtils.expression(rate)));
  }

  /**
   * Returns the rate of a number of tenths.
   *
   * @param tenths a column of type BIGINT; a number too long for a rate ends the query
   */
  public static Column rate(Column tenths) {
    DecimalType rate = (DecimalType) Table.RATE;
    return ExpressionUtils.column(
        new MakeDecimal(ExpressionUtils.expression(tenths), rate.precision(), rate.scale(), false));
  }

  /**
   * Returns a sum of tenths divided by a number as a rate, rounded half up; null if the number is
   * zero.
   *
   * @param tenths the sum, not below zero
   */
  public static Column average(String tenths, String over) {
    return rate(
        functions.expr(
            "CASE WHEN %2$s > 0 THEN (2 * %1$s + %2$s) DIV (2 * %2$s) END"
                .formatted(tenths, over)));
  }
}
