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
 * The first record of a reference file: which of its columns is which of ours.
 *
 * @param columns the file's columns by name, no two of the same
 * @param places where each of our columns stands
 */
record Header(List<String> columns, Map<String, Integer> places) {
  /** Official column names of LARS extracts and of the ONS Postcode Directory, and ours. */
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

  /** The year and {@code cd} that newer postcode directories add to a column's name. */
  private static final Pattern OF_A_YEAR = Pattern.compile("(rgn|lad)[0-9]{2}cd");

  /**
   * Finds a table's columns.
   *
   * @throws UserException if one that must be given is missing
   */
  static Header of(String path, Table table, List<String> columns) {
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
    return new Header(columns, places);
  }

  Optional<Integer> place(Field field) {
    return Optional.ofNullable(places.get(field.name()));
  }

  /** A column that is never empty; a yes or no that is not given is a no. */
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
