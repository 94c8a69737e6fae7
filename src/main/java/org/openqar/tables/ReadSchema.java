package org.openqar.tables;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that a reader reads from a table, and those that it hands out.
 *
 * @param read the columns handed out, followed by those that only the filter reads
 * @param rows the columns handed out
 */
record ReadSchema(StructType read, org.apache.spark.sql.types.StructType rows) {

  /**
   * @param columns the columns; a dot names a single field of a structure
   * @throws IllegalArgumentException if the table has no such column
   */
  static ReadSchema of(StructType stored, List<String> columns, Collection<String> filtered) {
    StructType out = pruned(stored, columns);
    List<String> all = new ArrayList<>(columns);
    filtered.stream().filter(column -> out.indexOf(column) < 0).forEach(all::add);
    return new ReadSchema(pruned(stored, all), CellTypes.spark(out));
  }

  private static StructType pruned(StructType stored, List<String> columns) {
    Map<String, List<String>> within = new LinkedHashMap<>();
    for (String column : columns) {
      String[] parts = column.split("\\.", 2);
      List<String> fields = within.computeIfAbsent(parts[0], any -> new ArrayList<>());
      if (parts.length > 1) {
        fields.add(parts[1]);
      }
    }
    StructType pruned = new StructType();
    for (Map.Entry<String, List<String>> column : within.entrySet()) {
      if (stored.indexOf(column.getKey()) < 0) {
        throw new IllegalArgumentException("There is no column " + column.getKey());
      }
      StructField field = stored.get(column.getKey());
      pruned =
          pruned.add(
              field.getName(),
              column.getValue().isEmpty()
                  ? field.getDataType()
                  : pruned(field.getDataType(), column.getValue()),
              field.isNullable());
    }
    return pruned;
  }

  private static DataType pruned(DataType type, List<String> fields) {
    return type instanceof ArrayType array
        ? new ArrayType(pruned(array.getElementType(), fields), array.containsNull())
        : pruned((StructType) type, fields);
  }
}
