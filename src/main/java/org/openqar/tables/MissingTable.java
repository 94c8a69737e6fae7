package org.openqar.tables;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
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

  /** Another version of the program wrote it, with other columns. */
  static UserException outdated(Table table, String warehouse) {
    return UserException.failed(
        "Table %s in %s has other columns than this version of OpenQAR writes: give another --warehouse, or remove that folder and run again."
            .formatted(table, warehouse.replaceAll("(?<=.)/$", "")));
  }
}
