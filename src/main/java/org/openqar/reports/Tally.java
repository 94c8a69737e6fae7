package org.openqar.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;

/** Counts how often some values occur together in the rows of a table. */
final class Tally {
  private final Map<List<Object>, Long> times = new LinkedHashMap<>();

  private Tally() {}

  static Tally of(TableReader reader, Table table, Filter filter, String... columns) {
    Tally tally = new Tally();
    try (Rows rows = reader.read(table, List.of(columns), filter)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        tally.add(IntStream.range(0, row.length()).mapToObj(row::get).toArray());
      }
    }
    return tally;
  }

  static Tally none() {
    return new Tally();
  }

  void add(Object... values) {
    times.merge(new ArrayList<>(java.util.Arrays.asList(values)), 1L, Long::sum);
  }

  long of(Object... values) {
    return times.getOrDefault(java.util.Arrays.asList(values), 0L);
  }

  /**
   * Some values that occur together.
   *
   * @param times the number of rows
   */
  record Kind(List<Object> values, long times) {
    String text(int position) {
      return (String) values.get(position);
    }

    int number(int position) {
      return (Integer) values.get(position);
    }
  }

  List<Kind> kinds() {
    return times.entrySet().stream()
        .map(entry -> new Kind(entry.getKey(), entry.getValue()))
        .toList();
  }
}
