package org.openqar.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.messages.UserException;
import org.openqar.rules.ReportTypes;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/**
 * One form in which achievement rates are published (ilr-format 7), from a file of {@code
 * conf/layouts}. Comparing headers ignores case, and treats blanks, hyphens and underscores as the
 * same. Comparing symbols and words for the total ignores case.
 *
 * @param source who published it, and in which file
 * @param rates how the file writes rates
 * @param years how the file writes academic years
 * @param columns the accepted headers of each column of ours
 * @param otherFilters the accepted headers of filters that we do not break down by
 * @param optional columns and filters that the file may lack; a missing filter counts as its total
 * @param totals the words for the total of each filter; those under {@code any} apply to all
 *     filters
 * @param values filters with a closed list of values: our value for each published one
 * @param within filters whose every cell is within one cell of other filters, which then add
 *     nothing
 * @param constants columns that add nothing, with the values that they may hold
 * @param ignored columns that the import skips
 * @param symbols the symbols that replace a number
 */
public record Layout(
    String name,
    String title,
    String source,
    String reportType,
    String measure,
    Scope scope,
    Rates rates,
    Years years,
    Map<String, List<String>> columns,
    Map<String, List<String>> otherFilters,
    List<String> optional,
    Map<String, List<String>> totals,
    Map<String, Map<String, String>> values,
    Map<String, List<String>> within,
    Map<String, List<String>> constants,
    List<String> ignored,
    Map<String, PublishedState> symbols) {

  /** The scope of the rows: the nation or one provider. */
  public enum Scope {
    NATIONAL,
    PROVIDER;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the file writes rates. */
  public enum Rates {
    PERCENT,
    FRACTION
  }

  /** How the file writes academic years. In full, 2021 is 2021/22; in short, it is 2020/21. */
  public enum Years {
    FULL,
    SHORT
  }

  static final String YEAR = "year";
  static final String GEOGRAPHIC_LEVEL = "geographic_level";
  static final String UKPRN = "ukprn";
  static final String PROVIDER_NAME = "provider_name";
  static final String PROVIDER_TYPE = "provider_type";

  /** In {@code totals}: the words that mean the total of every filter. */
  static final String ANY = "any";

  private static final List<String> MEASURES = List.of("overall", "timely");

  private static final List<String> COLUMNS =
      Stream.of(
              List.of(YEAR, GEOGRAPHIC_LEVEL, UKPRN, PROVIDER_NAME, PROVIDER_TYPE),
              Dimension.columns(Reach.PUBLISHED),
              Figure.columns())
          .flatMap(List::stream)
          .distinct()
          .toList();

  /**
   * Checks what the types of the values do not.
   *
   * @throws UserException which names the wrong key and its allowed values
   */
  public Layout {
    one("report-type", reportType, ReportTypes.names());
    one("measure", measure, MEASURES);
    keys("columns", columns, COLUMNS);
    for (String filter : otherFilters.keySet()) {
      if (COLUMNS.contains(filter) || !filter.matches("[a-z][a-z0-9_]*")) {
        throw UserException.setting(
            "other-filters." + filter,
            "must be a name in snake case that is none of ours: " + String.join(", ", COLUMNS));
      }
    }
    List<String> filters = filters(columns, otherFilters);
    List<String> totalled = new ArrayList<>(filters);
    totalled.addAll(List.of(ANY, UKPRN));
    keys("totals", totals, totalled);
    keys("values", values, filters);
    keys("within", within, filters);
    within.forEach((filter, wider) -> all("within." + filter, wider, filters));
    List<String> known = new ArrayList<>(columns.keySet());
    known.addAll(otherFilters.keySet());
    all("optional", optional, known);
    if (Figure.columns().stream().noneMatch(columns::containsKey)) {
      throw UserException.setting(
          "columns", "must have at least one of " + String.join(", ", Figure.columns()));
    }
    if (!columns.containsKey(UKPRN) && scope == Scope.PROVIDER) {
      throw UserException.setting("columns", "must have ukprn where scope is PROVIDER");
    }
    symbols.forEach(
        (symbol, state) -> {
          if (state == PublishedState.VALUE || state == PublishedState.ABSENT) {
            throw UserException.setting(
                "symbols." + symbol, "cannot be %s, which no symbol stands for".formatted(state));
          }
        });
    refuseSharedHeaders(columns, otherFilters, constants, ignored);
  }

  /**
   * Returns the filters of a row: those that we break down by, the type of provider, and the
   * others.
   */
  List<String> filters() {
    return filters(columns, otherFilters);
  }

  private static List<String> filters(
      Map<String, List<String>> columns, Map<String, List<String>> otherFilters) {
    return Stream.concat(
            Dimension.columns(Reach.PUBLISHED).stream().filter(columns::containsKey),
            otherFilters.keySet().stream())
        .toList();
  }

  /** Returns the headers that a column or filter may have. */
  List<String> headers(String column) {
    return columns.containsKey(column) ? columns.get(column) : otherFilters.get(column);
  }

  /** Whether a word means the total of a filter. */
  boolean isTotal(String filter, String word) {
    return Stream.of(ANY, filter)
        .flatMap(key -> totals.getOrDefault(key, List.of()).stream())
        .anyMatch(word::equalsIgnoreCase);
  }

  /** Returns the words for the total of a filter, for people. */
  String totalWords(String filter) {
    return Stream.of(ANY, filter)
        .flatMap(key -> totals.getOrDefault(key, List.of()).stream())
        .map(word -> word.isEmpty() ? "nothing" : word)
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .orElse("none");
  }

  /** Returns a header in the form used to compare it. */
  static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
  }

  private static void refuseSharedHeaders(
      Map<String, List<String>> columns,
      Map<String, List<String>> otherFilters,
      Map<String, List<String>> constants,
      List<String> ignored) {
    Map<String, String> taken = new HashMap<>();
    BiConsumer<String, List<String>> take =
        (key, headers) ->
            headers.forEach(
                header -> {
                  String other = taken.putIfAbsent(plain(header), key);
                  if (other != null && !other.equals(key)) {
                    throw UserException.setting(
                        key, "takes the column '%s', which %s takes too".formatted(header, other));
                  }
                });
    columns.forEach((column, headers) -> take.accept("columns." + column, headers));
    otherFilters.forEach((filter, headers) -> take.accept("other-filters." + filter, headers));
    constants.keySet().forEach(header -> take.accept("constants." + header, List.of(header)));
    take.accept("ignored", ignored);
  }

  private static void one(String key, String found, List<String> allowed) {
    if (!allowed.contains(found)) {
      throw UserException.setting(
          key, "is %s but must be one of %s".formatted(found, String.join(", ", allowed)));
    }
  }

  private static void keys(String section, Map<String, ?> found, Collection<String> allowed) {
    for (String key : found.keySet()) {
      if (!allowed.contains(key)) {
        throw UserException.setting(
            section + "." + key,
            "is unknown; known there are " + String.join(", ", new TreeSet<>(allowed)));
      }
    }
  }

  private static void all(String key, List<String> found, Collection<String> allowed) {
    found.forEach(one -> one(key, one, new ArrayList<>(new TreeSet<>(allowed))));
  }
}
