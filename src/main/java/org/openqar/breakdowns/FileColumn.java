package org.openqar.breakdowns;

import java.util.Map;

/**
 * A breakdown in published files, with the names and items of the Department's data dictionary
 * where it has them, else of its achievement rate tables (qar-rules 5.1).
 *
 * @param name the column
 * @param label what readers are told that it is
 * @param hint what readers are told to do with it
 * @param items what stands in the files for a value of ours; any other value stands for itself
 */
public record FileColumn(String name, String label, String hint, Map<String, String> items) {
  /** What stands in the files for a value. */
  public String item(String value) {
    return items.getOrDefault(value, value);
  }
}
