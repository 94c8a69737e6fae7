package org.openqar.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Spark columns that rules and stages share. */
public final class Columns {
  private Columns() {}

  /** Returns the academic year of a day. 1 August begins the next one. */
  public static Column academicYear(Column day) {
    return year(day).minus(when(month(day).lt(lit(8)), lit(1)).otherwise(lit(0)));
  }

  /** Returns a value of rules or breakdowns over the columns of its row. */
  public static Column of(Value value) {
    return value.by(new SparkColumns());
  }

  /**
   * Returns the full years between two days. A person born on 29 February is a year older on the
   * 28th.
   */
  public static Column wholeYears(Column birth, Column day) {
    Column bothEndTheMonth =
        month(day)
            .equalTo(month(birth))
            .and(day.equalTo(last_day(day)))
            .and(birth.equalTo(last_day(birth)));
    Column birthdayToCome = dayOfYear(day).lt(dayOfYear(birth)).and(not(bothEndTheMonth));
    return year(day).minus(year(birth)).minus(when(birthdayToCome, 1).otherwise(0));
  }

  /** Ranks a day among the days of any year. */
  private static Column dayOfYear(Column day) {
    return month(day).multiply(lit(32)).plus(dayofmonth(day));
  }

  /**
   * Returns those of some different texts that are present, in order. Spark generates code for
   * this. It does not for a function with a lambda.
   */
  public static Column present(List<Column> texts) {
    return array_except(
        array(texts.toArray(Column[]::new)), array(lit(null).cast(DataTypes.StringType)));
  }
}
