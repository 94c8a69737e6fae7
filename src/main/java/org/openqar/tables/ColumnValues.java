package org.openqar.tables;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import scala.collection.immutable.ArraySeq;
import scala.jdk.javaapi.CollectionConverters;

/** One column of a batch of rows, as values of the classes that Spark's rows have. */
final class ColumnValues {
  private final ColumnVector vector;
  private final IntFunction<Object> filled;

  private ColumnValues(ColumnVector vector) {
    this.vector = vector;
    this.filled = filled(vector);
  }

  static ColumnValues of(ColumnVector vector) {
    return new ColumnValues(vector);
  }

  DataType type() {
    return vector.getDataType();
  }

  /** Returns the value of a row; null if it has none. */
  Object at(int row) {
    return vector.isNullAt(row) ? null : filled.apply(row);
  }

  private static IntFunction<Object> filled(ColumnVector vector) {
    DataType type = vector.getDataType();
    if (type instanceof StringType) {
      return vector::getString;
    }
    if (type instanceof IntegerType) {
      return vector::getInt;
    }
    if (type instanceof LongType) {
      return vector::getLong;
    }
    if (type instanceof BooleanType) {
      return vector::getBoolean;
    }
    if (type instanceof DateType) {
      return row -> Date.valueOf(LocalDate.ofEpochDay(vector.getInt(row)));
    }
    if (type instanceof DecimalType) {
      return vector::getDecimal;
    }
    if (type instanceof DoubleType) {
      return vector::getDouble;
    }
    if (type instanceof TimestampType) {
      return row -> Timestamp.from(Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS));
    }
    if (type instanceof ArrayType) {
      return row -> sequence(vector.getArray(row));
    }
    if (type instanceof MapType) {
      return row -> map(vector.getMap(row));
    }
    if (type instanceof StructType struct) {
      return structure(vector, struct);
    }
    throw new IllegalStateException("No table of ours has a column of type " + type);
  }

  private static Object sequence(ArrayValue array) {
    return ArraySeq.unsafeWrapArray(all(array.getElements(), array.getSize()));
  }

  private static Object map(MapValue map) {
    Object[] keys = all(map.getKeys(), map.getSize());
    Object[] values = all(map.getValues(), map.getSize());
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      entries.put(keys[i], values[i]);
    }
    return CollectionConverters.asScala(entries);
  }

  private static Object[] all(ColumnVector vector, int size) {
    ColumnValues values = of(vector);
    Object[] all = new Object[size];
    for (int i = 0; i < size; i++) {
      all[i] = values.at(i);
    }
    return all;
  }

  private static IntFunction<Object> structure(ColumnVector vector, StructType type) {
    ColumnValues[] fields = new ColumnValues[type.length()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = of(vector.getChild(i));
    }
    var schema = CellTypes.spark(type);
    return row -> {
      Object[] values = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        values[i] = fields[i].at(row);
      }
      return new GenericRowWithSchema(values, schema);
    };
  }
}
