package org.openqar.tables;

import org.openqar.messages.UserException;

/** A table of a warehouse that cannot be read as this version of the program declares it. */
public final class MissingTable {
  private MissingTable() {}

  /** No run has written it yet. */
  public static UserException in(Table table, String warehouse) {
    return UserException.failed(
        "Table %s is not in the warehouse %s: run './qar run' first, or give the right --warehouse."
            .formatted(table.name(), warehouse.replaceAll("(?<=.)/$", "")));
  }

  /** Another version of the program wrote it, with other columns. */
  static UserException outdated(Table table, String warehouse) {
    return UserException.failed(
        "Table %s in %s has other columns than this version of OpenQAR writes: give another --warehouse, or remove that folder and run again."
            .formatted(table, warehouse.replaceAll("(?<=.)/$", "")));
  }
}
