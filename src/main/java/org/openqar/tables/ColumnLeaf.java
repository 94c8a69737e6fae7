package org.openqar.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * One column of a Parquet file and the way to its values in a row: a field, or through lists of
 * rows to a field of theirs. Lists have the layout that Parquet's specification lays down and Spark
 * writes: {@code optional group (LIST) { repeated group list { group element } } }.
 */
final class ColumnLeaf {
  private final ColumnDescriptor column;
  private final PrimitiveTypeName type;

  /** The field at each depth: of the row, then of the rows of a list in it. */
  private final int[] fields;

  /** How many fields the rows at each depth have. */
  private final int[] widths;

  /** The definition level at each depth of a field that is null. */
  private final int[] nulls;

  /** The definition level at each depth of a list's row that is null, or of the value. */
  private final int[] reached;

  private ColumnLeaf(ColumnDescriptor column, MessageType schema) {
    this.column = column;
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    int depths = column.getMaxRepetitionLevel() + 1;
    fields = new int[depths];
    widths = new int[depths];
    nulls = new int[depths];
    reached = new int[depths];
    GroupType group = schema;
    int level = 0;
    for (int depth = 0; depth < depths; depth++) {
      Type field = group.getType(column.getPath()[3 * depth]);
      fields[depth] = group.getFieldIndex(field.getName());
      widths[depth] = group.getFieldCount();
      nulls[depth] = level;
      level += optional(field);
      reached[depth] = level;
      if (depth + 1 < depths) {
        GroupType list = field.asGroupType().getType(0).asGroupType();
        level++;
        reached[depth] = level;
        group = list.getType(0).asGroupType();
        level += optional(group);
      }
    }
  }

  private static int optional(Type type) {
    return type.isRepetition(Repetition.OPTIONAL) ? 1 : 0;
  }

  /**
   * The columns of a file.
   *
   * @param schema of texts, ints, longs and lists of rows of these
   */
  static List<ColumnLeaf> of(MessageType schema) {
    List<ColumnLeaf> leaves = new ArrayList<>();
    for (ColumnDescriptor column : schema.getColumns()) {
      leaves.add(new ColumnLeaf(column, schema));
    }
    return leaves;
  }

  ColumnDescriptor column() {
    return column;
  }

  /** Writes the values of some rows. */
  void write(InternalRow[] rows, int count, ColumnWriter out) {
    if (fields.length > 1) {
      for (int i = 0; i < count; i++) {
        list(rows[i], 0, 0, out);
      }
    } else {
      for (int i = 0; i < count; i++) {
        value(rows[i], 0, 0, out);
      }
    }
  }

  private void list(SpecializedGetters row, int depth, int repetition, ColumnWriter out) {
    int field = fields[depth];
    if (row.isNullAt(field)) {
      out.writeNull(repetition, nulls[depth]);
      return;
    }
    ArrayData list = row.getArray(field);
    int length = list.numElements();
    if (length == 0) {
      out.writeNull(repetition, reached[depth] - 1);
    }
    int inner = depth + 1;
    for (int i = 0; i < length; i++) {
      int level = i == 0 ? repetition : inner;
      if (list.isNullAt(i)) {
        out.writeNull(level, reached[depth]);
      } else if (inner + 1 < fields.length) {
        list(list.getStruct(i, widths[inner]), inner, level, out);
      } else {
        value(list.getStruct(i, widths[inner]), inner, level, out);
      }
    }
  }

  private void value(SpecializedGetters row, int depth, int repetition, ColumnWriter out) {
    int field = fields[depth];
    if (row.isNullAt(field)) {
      out.writeNull(repetition, nulls[depth]);
      return;
    }
    int level = reached[depth];
    switch (type) {
      case BINARY ->
          out.write(
              Binary.fromReusedByteArray(row.getUTF8String(field).getBytes()), repetition, level);
      case INT32 -> out.write(row.getInt(field), repetition, level);
      case INT64 -> out.write(row.getLong(field), repetition, level);
      default -> throw new IllegalArgumentException("Rows hold no " + type);
    }
  }
}
