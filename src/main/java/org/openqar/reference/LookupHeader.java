package org.openqar.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataTypes;
import org.openqar.messages.UserException;
import org.openqar.tables.Field;
import org.openqar.tables.Table;

/**
 * The first record of a reference file. It links the file's columns to ours.
 *
 * @param columns the file's columns by name; no two have the same name
 * @param places the position of each of our columns
 */
record LookupHeader(List<String> columns, Map<String, Integer> places) {
  /** Our column for each official name of LARS extracts and of the ONS Postcode Directory. */
  private static final Map<String, String> OFFICIAL_NAMES =
      Map.ofEntries(
          Map.entry("learnaimref", "learn_aim_ref"),
          Map.entry("learnaimreftitle", "title"),
          Map.entry("notionalnvqlevelv2", "level"),
          Map.entry("sectorsubjectareatier1", "ssa_t1"),
          Map.entry("sectorsubjectareatier2", "ssa_t2"),
          Map.entry("learnaimreftype", "aim_type"),
          Map.entry("standardcode", "std_code"),
          Map.entry("notionalendlevel", "level"),
          Map.entry("fworkcode", "fwork_code"),
          Map.entry("progtype", "prog_type"),
          Map.entry("pwaycode", "pway_code"),
          Map.entry("pcds", "postcode"),
          Map.entry("rgn", "region"),
          Map.entry("oslaua", "local_authority_code"));

  /** Matches a column name to which newer postcode directories add the year and {@code cd}. */
  private static final Pattern OF_A_YEAR = Pattern.compile("(rgn|lad)[0-9]{2}cd");

  /**
   * Finds the columns of a table.
   *
   * @throws UserException if the header lacks a required column
   */
  static LookupHeader of(String path, Table table, List<String> columns) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(ours(columns.get(i)), i);
    }
    for (Field field : table.fields()) {
      if (mustBeGiven(field) && !places.containsKey(field.name())) {
        throw UserException.failed(
            "%s has no column %s: its header must name %s."
                .formatted(path, field.name(), String.join(", ", table.columnNames())));
      }
    }
    return new LookupHeader(columns, places);
  }

  Optional<Integer> place(Field field) {
    return Optional.ofNullable(places.get(field.name()));
  }

  /** Whether a column may never be empty. An empty flag counts as no. */
  static boolean mustBeGiven(Field field) {
    return !field.nullable() && !field.type().equals(DataTypes.BooleanType);
  }

  private static String ours(String column) {
    String plain = column.replace("\uFEFF", "").trim().toLowerCase(Locale.ROOT);
    return OFFICIAL_NAMES.getOrDefault(withoutYear(plain), plain);
  }

  private static String withoutYear(String column) {
    return OF_A_YEAR.matcher(column).matches()
        ? column.startsWith("rgn") ? "rgn" : "oslaua"
        : column;
  }
}
