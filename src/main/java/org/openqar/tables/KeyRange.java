package org.openqar.tables;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of a table that one write replaces. A write refuses rows outside it, so it can be
 * repeated and never touches its neighbours.
 *
 * @param alternatives a row is in the range if it meets one of these. In each, every named column
 *     has one of the values given; a lone null means no value
 * @param fixed the columns that have one value in the whole range, with that value
 */
public record KeyRange(List<Map<String, Set<Object>>> alternatives, Map<String, Object> fixed) {

  /** Every row. */
  public static final KeyRange ALL = new KeyRange(List.of(Map.of()), Map.of());

  /** How many of a file's rows are in a range. */
  enum Share {
    NONE,
    SOME,
    ALL
  }

  /** What the log says about the values of one column in a file. */
  @FunctionalInterface
  interface Values {
    /** How many of the file's rows have one of some values in a column. */
    Share among(String column, Set<Object> wanted);
  }

  /** The rows of one edition and report year. */
  public static KeyRange of(String edition, int reportYear) {
    Map<String, Object> fixed = new LinkedHashMap<>();
    fixed.put("edition", edition);
    fixed.put("report_year", reportYear);
    return ofOne(fixed);
  }

  /** The rows of one publication. */
  public static KeyRange ofPublication(String name) {
    return ofOne(Map.of("publication", name));
  }

  private static KeyRange ofOne(Map<String, Object> fixed) {
    Map<String, Set<Object>> columns = new LinkedHashMap<>();
    fixed.forEach((column, value) -> columns.put(column, Set.of(value)));
    return new KeyRange(List.of(columns), fixed);
  }

  /**
   * The rows of some providers' years.
   *
   * @param providersByYear the providers of each funding year; at least one
   */
  public static KeyRange ofProviderYears(Map<Integer, ? extends Set<Integer>> providersByYear) {
    List<Map<String, Set<Object>>> years = new ArrayList<>();
    new TreeMap<>(providersByYear)
        .forEach(
            (year, ukprns) -> {
              Map<String, Set<Object>> columns = new LinkedHashMap<>();
              columns.put("funding_year", Set.of(year));
              columns.put("ukprn", new TreeSet<>(ukprns));
              years.add(columns);
            });
    return new KeyRange(years, Map.of());
  }

  /**
   * Narrows the range to the rows of some providers.
   *
   * @param ukprns at least one
   */
  public KeyRange ofProviders(Collection<Integer> ukprns) {
    return new KeyRange(
        alternatives.stream()
            .map(
                columns -> {
                  Map<String, Set<Object>> narrower = new LinkedHashMap<>(columns);
                  narrower.merge("ukprn", new TreeSet<>(ukprns), KeyRange::common);
                  return narrower;
                })
            .toList(),
        fixed);
  }

  /** The rows without a value in a column. */
  public static KeyRange without(String column) {
    return new KeyRange(List.of(Map.of(column, Collections.singleton(null))), Map.of());
  }

  /** The rows that are in one of two ranges or in both. */
  public KeyRange or(KeyRange other) {
    if (equals(ALL) || other.equals(ALL)) {
      return ALL;
    }
    List<Map<String, Set<Object>>> both = new ArrayList<>(alternatives);
    both.addAll(other.alternatives);
    return new KeyRange(both, Map.of());
  }

  /** Returns the range as a condition in SQL. */
  public String condition() {
    List<String> conditions = alternatives.stream().map(KeyRange::condition).toList();
    return conditions.size() == 1
        ? conditions.get(0)
        : conditions.stream().collect(joining(") OR (", "(", ")"));
  }

  private static String condition(Map<String, Set<Object>> columns) {
    return columns.isEmpty()
        ? "true"
        : columns.entrySet().stream()
            .map(column -> among(column.getKey(), column.getValue()))
            .collect(joining(" AND "));
  }

  /** Returns how many of a file's rows are in the range, as far as its values are known. */
  Share shareOf(Values values) {
    Share share = Share.NONE;
    for (Map<String, Set<Object>> columns : alternatives) {
      Share part = Share.ALL;
      for (Map.Entry<String, Set<Object>> column : columns.entrySet()) {
        Share ofColumn = values.among(column.getKey(), column.getValue());
        part = part.compareTo(ofColumn) < 0 ? part : ofColumn;
      }
      share = share.compareTo(part) > 0 ? share : part;
    }
    return share;
  }

  private static Set<Object> common(Set<Object> some, Set<Object> others) {
    Set<Object> common = new TreeSet<>(some);
    common.retainAll(others);
    return common;
  }

  private static String among(String column, Set<Object> values) {
    if (values.isEmpty()) {
      return "false";
    }
    List<String> literals = values.stream().map(KeyRange::literal).toList();
    if (literals.size() > 1) {
      return "`%s` IN (%s)".formatted(column, String.join(", ", literals));
    }
    return values.iterator().next() == null
        ? "`%s` IS NULL".formatted(column)
        : "`%s` = %s".formatted(column, literals.get(0));
  }

  private static String literal(Object value) {
    return value instanceof String text
        ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        : String.valueOf(value);
  }
}
