package org.openqar.tables;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
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

  /** Whether a table lacks a declared column, or has one of another type. */
  static boolean isOutdated(Table table, StructType stored) {
    List<String> names = List.of(stored.fieldNames());
    return Arrays.stream(table.schema().fields())
        .anyMatch(
            declared ->
                !names.contains(declared.name())
                    || !stored
                        .apply(declared.name())
                        .dataType()
                        .catalogString()
                        .equals(declared.dataType().catalogString()));
  }

  /** Refuses a table that another version of the program wrote with other columns. */
  static UserException outdated(Table table, String warehouse) {
    return UserException.failed(
        "Table %s in %s has other columns than this version of OpenQAR writes: give another --warehouse, or remove that folder and run again."
            .formatted(table, warehouse.replaceAll("(?<=.)/$", "")));
  }
}
