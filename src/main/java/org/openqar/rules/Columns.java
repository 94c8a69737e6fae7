package org.openqar.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Spark columns that rules and stages have in common. */
public final class Columns {
  private Columns() {}

  /** The academic year of a day: 1 August begins the next one. */
  public static Column academicYear(Column day) {
    return year(day).minus(when(month(day).lt(lit(8)), lit(1)).otherwise(lit(0)));
  }

  /**
   * Of some texts, all different, those that are there, in order. In generated code, which no
   * function with a lambda is.
   */
  public static Column present(List<Column> texts) {
    return array_except(
        array(texts.toArray(Column[]::new)), array(lit(null).cast(DataTypes.StringType)));
  }
}
