package org.openqar.tables;

/** A table that another version of the program wrote, with other columns. */
public final class TableOutdatedException extends RuntimeException {
  TableOutdatedException(Table table, String warehouse) {
    super(
        "Table %s in %s has other columns than this version of OpenQAR writes: give another --warehouse, or remove that folder and run again."
            .formatted(table, warehouse));
  }
}
