package org.openqar.tables;

/** A table was asked for that no run has written yet. */
public final class TableMissingException extends RuntimeException {
  public TableMissingException(Table table, String warehouse) {
    super(
        "Table %s is not in the warehouse %s: run './qar run' first, or give the right --warehouse."
            .formatted(table.name(), warehouse));
  }
}
