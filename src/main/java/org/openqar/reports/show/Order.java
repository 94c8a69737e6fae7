package org.openqar.reports.show;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One column that rows are sorted by; rows without a value come last.
 *
 * @param descending whether the greatest value comes first
 */
record Order(String column, boolean descending) {
  private static final String DESCENDING = ":desc";

  /** Reads a column's name, followed by {@code :desc} if the greatest comes first. */
  static Order of(String text) {
    return text.endsWith(DESCENDING)
        ? new Order(text.substring(0, text.length() - DESCENDING.length()).trim(), true)
        : new Order(text.trim(), false);
  }

  static Comparator<Row> by(List<Order> columns) {
    return columns.stream()
        .map(Order::comparator)
        .reduce(Comparator::thenComparing)
        .orElse((one, other) -> 0);
  }

  private Comparator<Row> comparator() {
    Comparator<Comparable<Object>> values =
        descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return Comparator.comparing(row -> row.getAs(column), Comparator.nullsLast(values));
  }

  /** Whether values of a type have an order. */
  static boolean sorts(org.apache.spark.sql.types.DataType type) {
    return !List.of("array", "map", "struct").contains(type.typeName());
  }
}
