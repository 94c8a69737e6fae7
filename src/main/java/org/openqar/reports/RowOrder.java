package org.openqar.reports;

import java.util.Comparator;
import org.apache.spark.sql.Row;

/** Orders rows as Spark does: no value first, text by its code points. */
final class RowOrder {
  private static final Comparator<Object> VALUES = RowOrder::compareValues;

  private RowOrder() {}

  /** Orders by some columns, one after another. */
  static Comparator<Row> by(String... columns) {
    return by(Comparator.nullsFirst(VALUES), columns);
  }

  /** Orders by some columns, with the greatest first and no value last. */
  static Comparator<Row> descendingBy(String... columns) {
    return by(Comparator.nullsLast(VALUES.reversed()), columns);
  }

  /** Orders by some columns, with the smallest first and no value last. */
  static Comparator<Row> nullsLastBy(String... columns) {
    return by(Comparator.nullsLast(VALUES), columns);
  }

  private static Comparator<Row> by(Comparator<Object> values, String... columns) {
    Comparator<Row> all = (one, other) -> 0;
    for (String column : columns) {
      all = all.thenComparing(row -> row.<Object>getAs(column), values);
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static int compareValues(Object one, Object other) {
    return one instanceof String text
        ? compareTexts(text, (String) other)
        : ((Comparable<Object>) one).compareTo(other);
  }

  /** Compares texts by code points. A surrogate is part of a code point above all others. */
  static int compareTexts(String one, String other) {
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      char left = one.charAt(i);
      char right = other.charAt(i);
      if (left != right) {
        boolean above = Character.isSurrogate(left);
        return above == Character.isSurrogate(right) ? left - right : above ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }
}
