package org.openqar.breakdowns;

import java.util.Map;

/**
 * A breakdown in published files (qar-rules 5.1). Names and items come from the Department's data
 * dictionary if it has them, and otherwise from its achievement rate tables.
 *
 * @param name the column
 * @param label the name for readers
 * @param hint tells readers how to filter by it
 * @param items the file's item for each of our values; a value without an item stays as it is
 */
public record FileColumn(String name, String label, String hint, Map<String, String> items) {
  /** Returns the file's item for a value. */
  public String item(String value) {
    return items.getOrDefault(value, value);
  }
}
