package org.openqar.tables;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.MakeDecimal;
import org.apache.spark.sql.catalyst.expressions.UnscaledValue;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DecimalType;

/**
 * Rates as whole numbers of tenths of a point and back. Nothing is calculated: a rate is such a
 * number, which casts and products of decimals would reach by way of numbers of any length.
 */
public final class Tenths {
  private Tenths() {}

  /**
   * How many tenths a rate has.
   *
   * @param rate of type {@link Table#RATE}
   */
  public static Column of(Column rate) {
    return ExpressionUtils.column(new UnscaledValue(ExpressionUtils.expression(rate)));
  }

  /**
   * The rate of so many tenths.
   *
   * @param tenths of type BIGINT; a number too long for a rate ends the query
   */
  public static Column rate(Column tenths) {
    DecimalType rate = (DecimalType) Table.RATE;
    return ExpressionUtils.column(
        new MakeDecimal(ExpressionUtils.expression(tenths), rate.precision(), rate.scale(), false));
  }

  /**
   * A rate that is so many tenths over so many, rounded half up; null where there are none.
   *
   * @param tenths not below nought
   */
  public static Column average(String tenths, String over) {
    return rate(
        functions.expr(
            "CASE WHEN %2$s > 0 THEN (2 * %1$s + %2$s) DIV (2 * %2$s) END"
                .formatted(tenths, over)));
  }
}
