package org.openqar.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openqar.breakdowns.EnglishRegion;
import org.openqar.csv.CsvReader;
import org.openqar.csv.CsvReader.Line;

/**
 * The rules of explore-education-statistics for a data file and its metadata file, as its screener
 * checks them (ilr-format 8). A publication does not keep files that break a rule.
 *
 * <p>It is long because it holds every check of the screener, one after the other.
 */
final class EesRules {
  /** The checks. */
  enum Check {
    FILE_NAME,
    FILE_NAMES_MATCH,
    MANDATORY_COLUMNS,
    COLUMN_NAME,
    COLUMN_TWICE,
    COLUMN_NOT_IN_METADATA,
    METADATA_NOT_IN_DATA,
    ROW_LENGTH,
    TIME_PERIOD,
    TIME_IDENTIFIER,
    GEOGRAPHIC_LEVEL,
    PROVIDERS_ALONE,
    GEOGRAPHY_MISSING,
    GEOGRAPHY_STRAY,
    GEOGRAPHY_CODE,
    GEOGRAPHY_TWO_NAMES,
    FILTER_ONE_ITEM,
    FILTER_NO_TOTAL,
    FILTER_BLANK,
    FILTER_PADDED,
    FILTER_ITEMS,
    INDICATOR_BLANK,
    INDICATOR_SYMBOL,
    INDICATOR_UNIT,
    INDICATOR_DP,
    METADATA_COLUMNS,
    METADATA_TYPE,
    METADATA_LABEL,
    METADATA_FILTER,
    METADATA_INDICATOR,
    ROW_TWICE,
    NULL_TEXT,
    NO_ROWS,
    API_LENGTH
  }

  /** One broken rule, in words. */
  record Broken(Check check, String sentence) {
    @Override
    public String toString() {
      return check + ": " + sentence;
    }
  }

  private static final List<String> MANDATORY =
      List.of("time_period", "time_identifier", "geographic_level", "country_code", "country_name");

  private static final List<String> METADATA_COLUMNS =
      List.of(
          "col_name",
          "col_type",
          "label",
          "indicator_grouping",
          "indicator_unit",
          "indicator_dp",
          "filter_hint",
          "filter_grouping_column");

  /** The six digits of an academic year. */
  private static final Set<String> YEARS_OF_TWO =
      Set.of("Academic year", "Financial year", "Tax year");

  private static final Set<String> YEARS_OF_ONE = Set.of("Calendar year", "Reporting year");

  /** The columns of a place, by geographic level. Every row has those of the country. */
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "National", List.of(),
          "Regional", List.of("region_code", "region_name"),
          "Provider", List.of("provider_ukprn", "provider_name"));

  private static final Set<String> UNITS = Set.of("", "%", "pp", "£", "£m", "numberstring");
  private static final Set<String> SYMBOLS = Set.of("z", "x", "c", "low", "k", "u");
  private static final Set<String> NULLS = Set.of("NULL", "NA", "N/A", "NaN", "null", "None");
  private static final int MOST_ITEMS = 25_000;
  private static final int LONGEST_FILE_NAME = 50;
  private static final int LONGEST_CODE = 30;
  private static final int LONGEST_COLUMN = 50;
  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_ITEM = 120;

  /** The most breaches of one rule to report. More breaches of the same rule add nothing. */
  private static final int TOLD = 3;

  private final Map<Check, List<Broken>> broken = new TreeMap<>();
  private final Map<String, Map<String, String>> metadata = new LinkedHashMap<>();
  private final Map<String, Set<String>> items = new HashMap<>();
  private final Map<String, String> nameOfCode = new HashMap<>();
  private final Map<String, String> codeOfName = new HashMap<>();
  private final Set<String> identifiers = new TreeSet<>();
  private final Set<String> levels = new TreeSet<>();
  private final Set<Long> rows = new HashSet<>();
  private List<String> columns = List.of();
  private long count;
  private long hidden;

  private EesRules() {}

  /**
   * The findings in a pair of files.
   *
   * @param broken the rules that the pair breaks
   * @param rows the number of rows of data
   * @param hidden the number of rows with a confidential figure
   */
  record Found(List<Broken> broken, long rows, long hidden) {}

  /**
   * Reads a pair of files.
   *
   * @param dataName the name of the data file, with {@code .csv}
   * @param metadataName the name of the metadata file, with {@code .meta.csv}
   */
  static Found of(String dataName, CsvReader data, String metadataName, CsvReader metadata)
      throws IOException {
    EesRules rules = new EesRules();
    rules.names(dataName, metadataName);
    rules.readMetadata(metadata);
    rules.readData(data);
    return new Found(
        rules.broken.values().stream().flatMap(List::stream).toList(), rules.count, rules.hidden);
  }

  private void names(String data, String meta) {
    String name = data.replaceFirst("\\.csv$", "");
    require(Check.FILE_NAME, name.matches("[a-z0-9_-]+"), "%s has other characters", data);
    require(Check.FILE_NAME, name.length() <= LONGEST_FILE_NAME, "%s is too long", data);
    require(Check.FILE_NAMES_MATCH, meta.equals(name + ".meta.csv"), "%s is not of %s", meta, data);
  }

  private void readMetadata(CsvReader file) throws IOException {
    List<String> header = cells(file.next());
    require(
        Check.METADATA_COLUMNS,
        header != null && header.containsAll(METADATA_COLUMNS),
        "the metadata has the columns %s",
        header);
    if (header == null || !header.containsAll(METADATA_COLUMNS)) {
      return;
    }
    Set<String> labels = new HashSet<>();
    for (Line next = file.next(); next != null; next = file.next()) {
      List<String> line = cells(next);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < line.size() ? line.get(i) : "");
      }
      String column = row.get("col_name");
      require(Check.COLUMN_TWICE, metadata.put(column, row) == null, "%s in the metadata", column);
      String label = row.get("label");
      require(Check.METADATA_LABEL, !label.isBlank() && labels.add(label), "%s", column);
      require(Check.API_LENGTH, label.length() <= LONGEST_LABEL, "label of %s", column);
      if (row.get("col_type").equals("Filter")) {
        require(
            Check.METADATA_FILTER,
            (row.get("indicator_unit") + row.get("indicator_dp") + row.get("indicator_grouping"))
                .isEmpty(),
            "%s is a filter and has values of an indicator",
            column);
      } else if (row.get("col_type").equals("Indicator")) {
        indicator(column, row);
      } else {
        require(Check.METADATA_TYPE, false, "%s is a %s", column, row.get("col_type"));
      }
    }
  }

  private static List<String> cells(Line line) {
    return line == null ? null : List.of(line.cells());
  }

  private void indicator(String column, Map<String, String> row) {
    require(
        Check.METADATA_INDICATOR,
        (row.get("filter_hint") + row.get("filter_grouping_column")).isEmpty(),
        "%s is an indicator and has values of a filter",
        column);
    String unit = row.get("indicator_unit");
    require(Check.INDICATOR_UNIT, UNITS.contains(unit), "%s has the unit %s", column, unit);
    String places = row.get("indicator_dp");
    require(Check.INDICATOR_DP, places.matches("[0-9]*"), "%s has %s", column, places);
  }

  private void readData(CsvReader file) throws IOException {
    columns = cells(file.next());
    columns = columns == null ? List.of() : columns;
    header();
    boolean whole = columns.containsAll(MANDATORY);
    for (Line next = file.next(); next != null; next = file.next()) {
      List<String> line = cells(next);
      count++;
      require(Check.ROW_LENGTH, line.size() == columns.size(), "row %d has %d", count, line.size());
      if (whole && line.size() == columns.size()) {
        row(line);
      }
    }
    require(Check.NO_ROWS, count > 0, "there is only a header");
    end();
  }

  private void header() {
    Set<String> seen = new LinkedHashSet<>();
    for (String column : columns) {
      require(Check.COLUMN_TWICE, seen.add(column), "%s", column);
      require(Check.COLUMN_NAME, column.matches("[a-z][a-z0-9_]*"), "'%s'", column);
      require(Check.API_LENGTH, column.length() <= LONGEST_COLUMN, "%s", column);
      require(
          Check.COLUMN_NOT_IN_METADATA,
          metadata.containsKey(column) || isOfPlace(column),
          "%s",
          column);
    }
    require(Check.MANDATORY_COLUMNS, seen.containsAll(MANDATORY), "found %s", columns);
    metadata
        .keySet()
        .forEach(
            column -> require(Check.METADATA_NOT_IN_DATA, seen.contains(column), "%s", column));
  }

  private static boolean isOfPlace(String column) {
    return MANDATORY.contains(column)
        || PLACES.values().stream().anyMatch(places -> places.contains(column));
  }

  private void row(List<String> line) {
    Map<String, String> row = new LinkedHashMap<>();
    StringBuilder key = new StringBuilder();
    boolean confidential = false;
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      String value = line.get(i);
      row.put(column, value);
      require(Check.NULL_TEXT, !NULLS.contains(value), "%s in %s", value, column);
      if (isIndicator(column)) {
        confidential |= value.equals(Figures.CONFIDENTIAL);
        require(Check.INDICATOR_BLANK, !value.isBlank(), "%s", column);
        require(
            Check.INDICATOR_SYMBOL,
            value.isBlank() || SYMBOLS.contains(value) || value.matches("-?[0-9]+([.][0-9]+)?"),
            "'%s' in %s",
            value,
            column);
      } else {
        key.append(value).append('\n');
        if (metadata.containsKey(column)) {
          item(column, value);
        }
      }
    }
    hidden += confidential ? 1 : 0;
    require(
        Check.ROW_TWICE, rows.add(hash(key)), "%s", String.join(" ", key.toString().split("\n")));
    time(row.get("time_period"), row.get("time_identifier"));
    place(row);
  }

  private boolean isIndicator(String column) {
    return metadata.containsKey(column) && metadata.get(column).get("col_type").equals("Indicator");
  }

  private void item(String column, String value) {
    require(Check.FILTER_BLANK, !value.isBlank(), "%s", column);
    require(Check.FILTER_PADDED, value.equals(value.strip()), "'%s' in %s", value, column);
    require(Check.API_LENGTH, value.length() <= LONGEST_ITEM, "'%s' in %s", value, column);
    items.computeIfAbsent(column, any -> new HashSet<>()).add(value);
  }

  private void time(String period, String identifier) {
    identifiers.add(identifier);
    boolean consecutive =
        period.matches("[0-9]{6}")
            && (Integer.parseInt(period.substring(0, 4)) + 1) % 100
                == Integer.parseInt(period.substring(4));
    require(
        Check.TIME_PERIOD,
        YEARS_OF_TWO.contains(identifier) ? consecutive : period.matches("[0-9]{4}"),
        "%s is no %s",
        period,
        identifier);
    require(
        Check.TIME_IDENTIFIER,
        YEARS_OF_TWO.contains(identifier) || YEARS_OF_ONE.contains(identifier),
        "%s",
        identifier);
  }

  private void place(Map<String, String> row) {
    String level = row.get("geographic_level");
    levels.add(level);
    require(Check.GEOGRAPHIC_LEVEL, PLACES.containsKey(level), "%s", level);
    require(
        Check.GEOGRAPHY_CODE,
        row.get("country_code").equals(Geography.ENGLAND_CODE)
            && row.get("country_name").equals(Geography.ENGLAND),
        "%s is not %s",
        row.get("country_code"),
        row.get("country_name"));
    PLACES.forEach(
        (of, places) -> {
          for (String column : places) {
            String value = row.getOrDefault(column, "");
            if (of.equals(level)) {
              require(Check.GEOGRAPHY_MISSING, !value.isBlank(), "%s of a %s row", column, level);
            } else {
              require(Check.GEOGRAPHY_STRAY, value.isEmpty(), "%s of a %s row", column, level);
            }
          }
          if (of.equals(level) && !places.isEmpty()) {
            named(of, row.getOrDefault(places.get(0), ""), row.getOrDefault(places.get(1), ""));
          }
        });
  }

  /**
   * Checks that each code has one name, that each name has one code, and that regions are those of
   * the ONS.
   */
  private void named(String level, String code, String name) {
    require(Check.API_LENGTH, code.length() <= LONGEST_CODE, "%s", code);
    String known = nameOfCode.putIfAbsent(level + code, name);
    String knownCode = codeOfName.putIfAbsent(level + name, code);
    require(Check.GEOGRAPHY_TWO_NAMES, known == null || known.equals(name), "%s", code);
    require(Check.GEOGRAPHY_TWO_NAMES, knownCode == null || knownCode.equals(code), "%s", name);
    if (level.equals("Regional")) {
      require(
          Check.GEOGRAPHY_CODE,
          EnglishRegion.of(code).filter(region -> region.title().equals(name)).isPresent()
              || code.equals(Geography.NOT_AVAILABLE_CODE) && name.equals(Geography.NOT_AVAILABLE),
          "%s is not %s",
          code,
          name);
    }
  }

  private void end() {
    require(Check.TIME_IDENTIFIER, identifiers.size() <= 1, "several: %s", identifiers);
    require(
        Check.PROVIDERS_ALONE,
        !levels.contains("Provider") || levels.size() == 1,
        "providers stand beside %s",
        levels);
    items.forEach(
        (column, values) -> {
          require(Check.FILTER_ONE_ITEM, values.size() > 1, "%s has only %s", column, values);
          require(Check.FILTER_NO_TOTAL, values.contains("Total"), "%s", column);
          require(Check.FILTER_ITEMS, values.size() <= MOST_ITEMS, "%s", column);
        });
  }

  /** FNV-1a: among so few rows, no two have the same hash by chance. */
  private static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private void require(Check check, boolean met, String sentence, Object... what) {
    if (!met) {
      List<Broken> told = broken.computeIfAbsent(check, any -> new ArrayList<>());
      if (told.size() < TOLD) {
        told.add(new Broken(check, sentence.formatted(what)));
      }
    }
  }
}
