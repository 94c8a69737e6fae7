package org.openqar.tables;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a table that one write replaces. Delta refuses rows outside it, so a write can be
 * repeated and never touches its neighbours.
 */
public record KeyRange(Map<String, Object> equalTo) {

  /** Every row. */
  public static final KeyRange ALL = new KeyRange(Map.of());

  /** The rows of one edition and report year. */
  public static KeyRange of(String edition, int reportYear) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("edition", edition);
    range.put("report_year", reportYear);
    return new KeyRange(range);
  }

  String condition() {
    return equalTo.isEmpty()
        ? "true"
        : equalTo.entrySet().stream()
            .map(e -> "`%s` = %s".formatted(e.getKey(), literal(e.getValue())))
            .collect(joining(" AND "));
  }

  private static String literal(Object value) {
    return value instanceof Number
        ? value.toString()
        : "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
