package org.openqar.returns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Maps the columns of a row that the reader gives to the columns of a table, by name. */
final class RowShape implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] from;
  private final int[] to;
  private final DataType[] types;

  RowShape(StructType read, StructType table) {
    List<Integer> sources = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (String name : table.fieldNames()) {
      if (!ReturnedColumns.OURS.contains(name) && read.getFieldIndex(name).isDefined()) {
        sources.add(read.fieldIndex(name));
        targets.add(table.fieldIndex(name));
      }
    }
    from = sources.stream().mapToInt(Integer::intValue).toArray();
    to = targets.stream().mapToInt(Integer::intValue).toArray();
    types = sources.stream().map(i -> read.apply(i).dataType()).toArray(DataType[]::new);
  }

  void copy(InternalRow read, Object[] row) {
    for (int i = 0; i < from.length; i++) {
      row[to[i]] = read.get(from[i], types[i]);
    }
  }
}
