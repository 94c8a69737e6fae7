package org.openqar.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One column of a Parquet file and the path to its values in a row: a field, a field of the rows in
 * a list, or the elements of a list. Lists have the layout of Parquet's specification, which Spark
 * also writes: {@code optional group (LIST) { repeated group list { element } } }.
 */
final class ColumnLeaf {
  private static final Set<DataType> VALUES =
      Set.of(
          DataTypes.StringType,
          DataTypes.IntegerType,
          DataTypes.LongType,
          DataTypes.DateType,
          DataTypes.BooleanType);

  private final ColumnDescriptor column;
  private final PrimitiveTypeName type;

  /** Set in a column of decimals. */
  private final DecimalLogicalTypeAnnotation decimal;

  /** The field at each depth: first in the row, then in the rows of a list in it. */
  private final int[] fields;

  /**
   * The number of fields of the rows at each depth; none where a list holds values and not rows.
   */
  private final int[] widths;

  /** The definition level at each depth of a field that is null. */
  private final int[] nulls;

  /** The definition level at each depth of a list's element that is null, or of the value. */
  private final int[] reached;

  private ColumnLeaf(ColumnDescriptor column, MessageType schema, int[] places) {
    this.column = column;
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    this.decimal =
        column.getPrimitiveType().getLogicalTypeAnnotation()
                instanceof DecimalLogicalTypeAnnotation known
            ? known
            : null;
    int depths = column.getMaxRepetitionLevel() + 1;
    fields = new int[depths];
    widths = new int[depths];
    nulls = new int[depths];
    reached = new int[depths];
    GroupType group = schema;
    int level = 0;
    for (int depth = 0; depth < depths; depth++) {
      nulls[depth] = level;
      if (group != null) {
        Type field = group.getType(column.getPath()[3 * depth]);
        fields[depth] = group.getFieldIndex(field.getName());
        widths[depth] = group.getFieldCount();
        level += optional(field);
        if (depth + 1 < depths) {
          level++;
          Type element = field.asGroupType().getType(0).asGroupType().getType(0);
          reached[depth] = level;
          level += optional(element);
          group = element.isPrimitive() ? null : element.asGroupType();
          continue;
        }
      }
      reached[depth] = level;
    }
    fields[0] = places[fields[0]];
  }

  private static int optional(Type type) {
    return type.isRepetition(Repetition.OPTIONAL) ? 1 : 0;
  }

  /**
   * Whether this class can write rows with such fields. It writes no maps, lists of lists or binary
   * fractions.
   */
  static boolean canWrite(StructType rows) {
    return Arrays.stream(rows.fields())
        .map(StructField::dataType)
        .allMatch(
            type ->
                isValue(type)
                    || type instanceof ArrayType list
                        && (isValue(list.elementType())
                            || list.elementType() instanceof StructType row && canWrite(row)));
  }

  private static boolean isValue(DataType type) {
    return VALUES.contains(type)
        || type instanceof DecimalType decimal && decimal.precision() <= Decimal.MAX_LONG_DIGITS();
  }

  /** Returns the columns of a file whose rows have the same fields in the same order. */
  static List<ColumnLeaf> of(MessageType schema) {
    return of(schema, IntStream.range(0, schema.getFieldCount()).toArray());
  }

  /**
   * The columns of a file.
   *
   * @param places of each of its fields in a row
   */
  static List<ColumnLeaf> of(MessageType schema, int[] places) {
    List<ColumnLeaf> leaves = new ArrayList<>();
    for (ColumnDescriptor column : schema.getColumns()) {
      leaves.add(new ColumnLeaf(column, schema, places));
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
        field(rows[i], 0, 0, out);
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
      } else if (widths[inner] == 0) {
        value(list, i, level, reached[inner], out);
      } else if (inner + 1 < fields.length) {
        list(list.getStruct(i, widths[inner]), inner, level, out);
      } else {
        field(list.getStruct(i, widths[inner]), inner, level, out);
      }
    }
  }

  private void field(SpecializedGetters row, int depth, int repetition, ColumnWriter out) {
    int field = fields[depth];
    if (row.isNullAt(field)) {
      out.writeNull(repetition, nulls[depth]);
    } else {
      value(row, field, repetition, reached[depth], out);
    }
  }

  private void value(
      SpecializedGetters in, int place, int repetition, int level, ColumnWriter out) {
    switch (type) {
      case BINARY -> out.write(bytes(in.getUTF8String(place)), repetition, level);
      case INT32 ->
          out.write(
              decimal == null ? in.getInt(place) : (int) unscaled(in, place), repetition, level);
      case INT64 ->
          out.write(decimal == null ? in.getLong(place) : unscaled(in, place), repetition, level);
      case BOOLEAN -> out.write(in.getBoolean(place), repetition, level);
      default -> throw new IllegalArgumentException("Rows hold no " + type);
    }
  }

  /** Returns the offset of the text if an array holds it. */
  private static Binary bytes(UTF8String text) {
    return text.getBaseObject() instanceof byte[] array
        ? Binary.fromReusedByteArray(
            array, (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET), text.numBytes())
        : Binary.fromReusedByteArray(text.getBytes());
  }

  private long unscaled(SpecializedGetters in, int place) {
    return in.getDecimal(place, decimal.getPrecision(), decimal.getScale()).toUnscaledLong();
  }
}
