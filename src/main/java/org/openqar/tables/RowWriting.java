package org.openqar.tables;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Puts rows of texts, whole numbers and lists of such rows into Parquet, lists in the layout that
 * Parquet's specification lays down and Spark writes.
 */
final class RowWriting extends WriteSupport<InternalRow> {
  private final MessageType parquet;
  private final Fields fields;
  private RecordConsumer out;

  /**
   * @param schema of texts, ints, longs and arrays of structs of these
   * @param parquet the same in Parquet's terms
   */
  RowWriting(StructType schema, MessageType parquet) {
    this.parquet = parquet;
    this.fields = new Fields(schema);
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration hadoop) {
    return new WriteContext(parquet, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(InternalRow row) {
    out.startMessage();
    write(fields, row);
    out.endMessage();
  }

  private void write(Fields of, InternalRow row) {
    for (int i = 0; i < of.names.length; i++) {
      if (!row.isNullAt(i)) {
        out.startField(of.names[i], i);
        write(of, row, i);
        out.endField(of.names[i], i);
      }
    }
  }

  private void write(Fields of, SpecializedGetters row, int i) {
    switch (of.kinds[i]) {
      case TEXT -> out.addBinary(Binary.fromReusedByteArray(row.getUTF8String(i).getBytes()));
      case INT -> out.addInteger(row.getInt(i));
      case LONG -> out.addLong(row.getLong(i));
      case LIST -> list(of.elements[i], row.getArray(i));
    }
  }

  private void list(Fields of, ArrayData list) {
    out.startGroup();
    int length = list.numElements();
    if (length > 0) {
      out.startField("list", 0);
      for (int i = 0; i < length; i++) {
        out.startGroup();
        if (!list.isNullAt(i)) {
          out.startField("element", 0);
          out.startGroup();
          write(of, list.getStruct(i, of.names.length));
          out.endGroup();
          out.endField("element", 0);
        }
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private enum Kind {
    TEXT,
    INT,
    LONG,
    LIST
  }

  /** The fields of a row, or of the rows of a list. */
  private static final class Fields {
    private final String[] names;
    private final Kind[] kinds;
    private final Fields[] elements;

    private Fields(StructType schema) {
      names = schema.fieldNames();
      kinds = new Kind[names.length];
      elements = new Fields[names.length];
      for (int i = 0; i < names.length; i++) {
        DataType type = schema.apply(i).dataType();
        kinds[i] = kind(type);
        if (kinds[i] == Kind.LIST) {
          elements[i] = new Fields((StructType) ((ArrayType) type).elementType());
        }
      }
    }

    private static Kind kind(DataType type) {
      if (type.equals(DataTypes.StringType)) {
        return Kind.TEXT;
      }
      if (type.equals(DataTypes.IntegerType)) {
        return Kind.INT;
      }
      if (type.equals(DataTypes.LongType)) {
        return Kind.LONG;
      }
      if (type instanceof ArrayType list && list.elementType() instanceof StructType) {
        return Kind.LIST;
      }
      throw new IllegalArgumentException(
          "Rows are of texts, whole numbers and lists of rows, not of " + type.catalogString());
    }
  }
}
