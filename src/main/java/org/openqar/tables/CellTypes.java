package org.openqar.tables;

import io.delta.kernel.expressions.Literal;
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
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.types.DataTypes;

/** The types of our tables' columns in Kernel, Spark and Java. */
final class CellTypes {
  private CellTypes() {}

  /** Converts a type of Kernel to Spark's. */
  static org.apache.spark.sql.types.DataType spark(DataType type) {
    if (type instanceof StructType struct) {
      return spark(struct);
    }
    if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(spark(array.getElementType()), array.containsNull());
    }
    if (type instanceof MapType map) {
      return DataTypes.createMapType(
          spark(map.getKeyType()), spark(map.getValueType()), map.isValueContainsNull());
    }
    if (type instanceof DecimalType decimal) {
      return DataTypes.createDecimalType(decimal.getPrecision(), decimal.getScale());
    }
    if (type instanceof StringType) {
      return DataTypes.StringType;
    }
    if (type instanceof IntegerType) {
      return DataTypes.IntegerType;
    }
    if (type instanceof LongType) {
      return DataTypes.LongType;
    }
    if (type instanceof BooleanType) {
      return DataTypes.BooleanType;
    }
    if (type instanceof DateType) {
      return DataTypes.DateType;
    }
    if (type instanceof DoubleType) {
      return DataTypes.DoubleType;
    }
    if (type instanceof TimestampType) {
      return DataTypes.TimestampType;
    }
    throw new IllegalStateException("No table of ours has a column of type " + type);
  }

  static org.apache.spark.sql.types.StructType spark(StructType struct) {
    return new org.apache.spark.sql.types.StructType(
        struct.fields().stream().map(CellTypes::field).toArray(size -> fields(size)));
  }

  private static org.apache.spark.sql.types.StructField field(StructField field) {
    return DataTypes.createStructField(
        field.getName(), spark(field.getDataType()), field.isNullable());
  }

  private static org.apache.spark.sql.types.StructField[] fields(int size) {
    return new org.apache.spark.sql.types.StructField[size];
  }

  /**
   * Converts a value to the Java class that cells of a type have.
   *
   * @throws IllegalArgumentException if the value cannot be converted
   */
  static Comparable<?> typed(Object value, DataType type) {
    if (type instanceof StringType && value instanceof String text) {
      return text;
    }
    if (type instanceof IntegerType && value instanceof Number number) {
      return Math.toIntExact(number.longValue());
    }
    if (type instanceof LongType && value instanceof Number number) {
      return number.longValue();
    }
    if (type instanceof BooleanType && value instanceof Boolean flag) {
      return flag;
    }
    if (type instanceof DateType && value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    if (type instanceof DateType && value instanceof Date day) {
      return day;
    }
    if (type instanceof DecimalType decimal && value instanceof BigDecimal number) {
      return number.setScale(decimal.getScale());
    }
    if (type instanceof DoubleType && value instanceof Number number) {
      return number.doubleValue();
    }
    if (type instanceof TimestampType && value instanceof Timestamp instant) {
      return instant;
    }
    throw new IllegalArgumentException("A column of type %s has no %s".formatted(type, value));
  }

  /** Converts a value to a literal of Kernel's. */
  static Literal literal(Object value, DataType type) {
    Comparable<?> typed = typed(value, type);
    if (typed instanceof String text) {
      return Literal.ofString(text);
    }
    if (typed instanceof Integer number) {
      return Literal.ofInt(number);
    }
    if (typed instanceof Long number) {
      return Literal.ofLong(number);
    }
    if (typed instanceof Boolean flag) {
      return Literal.ofBoolean(flag);
    }
    if (typed instanceof Date day) {
      return Literal.ofDate((int) day.toLocalDate().toEpochDay());
    }
    if (typed instanceof BigDecimal number && type instanceof DecimalType decimal) {
      return Literal.ofDecimal(number, decimal.getPrecision(), decimal.getScale());
    }
    if (typed instanceof Double number) {
      return Literal.ofDouble(number);
    }
    return Literal.ofTimestamp(micros((Timestamp) typed));
  }

  private static long micros(Timestamp instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant());
  }
}
