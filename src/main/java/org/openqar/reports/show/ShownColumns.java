package org.openqar.reports.show;

import java.util.ArrayList;
import java.util.List;
import org.openqar.messages.Nearest;
import org.openqar.messages.UserException;
import org.openqar.tables.Table;

/** The columns that can be shown of a table. */
final class ShownColumns {
  /** The provider's name, which every table with a UKPRN has. It comes from the reference data. */
  static final String PROVIDER_NAME = "provider_name";

  static final String UKPRN = "ukprn";

  private ShownColumns() {}

  static List<String> of(Table table) {
    List<String> names = new ArrayList<>(table.columnNames());
    if (names.contains(UKPRN)) {
      names.add(PROVIDER_NAME);
    }
    return names;
  }

  /**
   * Checks the name of a column and returns it.
   *
   * @throws UserException if a table has no such column
   */
  static String known(Table table, String name) {
    return known(table, name, of(table));
  }

  /**
   * Checks the name of a column to find or sort rows by, and returns it.
   *
   * @throws UserException if a table has no such column
   */
  static String stored(Table table, String name) {
    return known(table, name, table.columnNames());
  }

  private static String known(Table table, String name, List<String> names) {
    if (names.contains(name)) {
      return name;
    }
    throw UserException.usage(
        "%s has no column %s.%s Its columns are %s."
            .formatted(table, name, Nearest.to(name, names), String.join(", ", names)));
  }
}
