package org.openqar.reference;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/** Names the regions of England, which files give by name or by code. */
final class Regions {
  private static final String CODE = "^[A-Z][0-9]{8}$";
  private static final Pattern IS_CODE = Pattern.compile(CODE);

  /** The region names by the codes of the Office for National Statistics. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("E12000001", "North East"),
          Map.entry("E12000002", "North West"),
          Map.entry("E12000003", "Yorkshire and The Humber"),
          Map.entry("E12000004", "East Midlands"),
          Map.entry("E12000005", "West Midlands"),
          Map.entry("E12000006", "East of England"),
          Map.entry("E12000007", "London"),
          Map.entry("E12000008", "South East"),
          Map.entry("E12000009", "South West"));

  private Regions() {}

  /** Returns the region for a name or a code, and null for the code of a place outside England. */
  static String named(String text) {
    return text == null || !IS_CODE.matcher(text).find() ? text : REGIONS.get(text);
  }

  /** Does the same for a column. */
  static Column named(Column text) {
    Column name = when(text.rlike(CODE), lit(null).cast("string")).otherwise(text);
    for (Map.Entry<String, String> region : new TreeMap<>(REGIONS).entrySet()) {
      name = when(text.equalTo(region.getKey()), region.getValue()).otherwise(name);
    }
    return name;
  }
}
