package org.openqar.tables;

import org.openqar.messages.UserException;

/** Refuses a table of a warehouse that this version of the program cannot read. */
public final class MissingTable {
  private MissingTable() {}

  /** Refuses a table that no run has written yet. */
  public static UserException in(Table table, String warehouse) {
    return UserException.failed(
        "Table %s is not in the warehouse %s: run './qar run' first, or give the right --warehouse."
            .formatted(table.name(), warehouse.replaceAll("(?<=.)/$", "")));
  }

  /** Refuses a table that another version of the program wrote with other columns. */
  static UserException outdated(Table table, String warehouse) {
    return UserException.failed(
        "Table %s in %s has other columns than this version of OpenQAR writes: give another --warehouse, or remove that folder and run again."
            .formatted(table, warehouse.replaceAll("(?<=.)/$", "")));
  }
}
