package org.openqar.tables;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of a table that one write replaces. Delta refuses rows outside it, so a write can be
 * repeated and never touches its neighbours.
 *
 * @param condition over the table's key columns, in SQL
 * @param fixed the columns that have one value in the whole range, with it
 */
public record KeyRange(String condition, Map<String, Object> fixed) {

  /** Every row. */
  public static final KeyRange ALL = new KeyRange("true");

  private KeyRange(String condition) {
    this(condition, Map.of());
  }

  /** The rows of one edition and report year. */
  public static KeyRange of(String edition, int reportYear) {
    return new KeyRange(
        "`edition` = %s AND `report_year` = %d".formatted(literal(edition), reportYear),
        Map.of("edition", edition, "report_year", reportYear));
  }

  /** The rows of one publication. */
  public static KeyRange ofPublication(String name) {
    return new KeyRange("`publication` = " + literal(name), Map.of("publication", name));
  }

  /**
   * The rows of some providers' years.
   *
   * @param providersByYear the providers of each funding year; at least one
   */
  public static KeyRange ofProviderYears(Map<Integer, ? extends Set<Integer>> providersByYear) {
    return new KeyRange(
        new TreeMap<>(providersByYear)
            .entrySet().stream()
                .map(
                    year ->
                        "(`funding_year` = %d AND %s)"
                            .formatted(year.getKey(), among("ukprn", year.getValue())))
                .collect(joining(" OR ")));
  }

  /**
   * Of these rows those of some providers.
   *
   * @param ukprns at least one
   */
  public KeyRange ofProviders(Collection<Integer> ukprns) {
    return new KeyRange("(%s) AND %s".formatted(condition, among("ukprn", ukprns)), fixed);
  }

  /** The rows without a value in a column. */
  public static KeyRange without(String column) {
    return new KeyRange("`%s` IS NULL".formatted(column));
  }

  private static String among(String column, Collection<Integer> values) {
    return new TreeSet<>(values)
        .stream().map(String::valueOf).collect(joining(", ", "`" + column + "` IN (", ")"));
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
