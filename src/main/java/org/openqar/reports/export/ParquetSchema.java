package org.openqar.reports.export;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.Arrays;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** Turns our columns into a Parquet schema, in the form that Spark writes. */
final class ParquetSchema {
  /** The most digits of a decimal number that fits into 32 bits. All of ours fit into 64. */
  private static final int DIGITS_OF_INT = 9;

  private ParquetSchema() {}

  static boolean fitsInt(DecimalType type) {
    return type.precision() <= DIGITS_OF_INT;
  }

  static MessageType of(StructType schema) {
    return new MessageType("spark_schema", fields(schema));
  }

  private static Type[] fields(StructType struct) {
    return Arrays.stream(struct.fields()).map(ParquetSchema::field).toArray(Type[]::new);
  }

  private static Type field(StructField field) {
    return type(field.name(), field.dataType(), repetition(field.nullable()));
  }

  private static Repetition repetition(boolean nullable) {
    return nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
  }

  private static Type type(String name, DataType type, Repetition repetition) {
    if (type instanceof StructType struct) {
      return Types.buildGroup(repetition).addFields(fields(struct)).named(name);
    }
    if (type instanceof ArrayType array) {
      return Types.list(repetition)
          .element(type("element", array.elementType(), repetition(array.containsNull())))
          .named(name);
    }
    if (type instanceof MapType map) {
      return Types.map(repetition)
          .key(type("key", map.keyType(), Repetition.REQUIRED))
          .value(type("value", map.valueType(), repetition(map.valueContainsNull())))
          .named(name);
    }
    if (type instanceof DecimalType decimal) {
      return Types.primitive(fitsInt(decimal) ? INT32 : INT64, repetition)
          .as(LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision()))
          .named(name);
    }
    return Types.primitive(stored(type), repetition).as(meaning(type)).named(name);
  }

  private static PrimitiveTypeName stored(DataType type) {
    if (type instanceof IntegerType || type instanceof DateType) {
      return INT32;
    }
    if (type instanceof LongType || type instanceof TimestampType) {
      return INT64;
    }
    if (type instanceof BooleanType) {
      return BOOLEAN;
    }
    return type instanceof DoubleType ? DOUBLE : BINARY;
  }

  private static LogicalTypeAnnotation meaning(DataType type) {
    if (type instanceof DateType) {
      return LogicalTypeAnnotation.dateType();
    }
    if (type instanceof TimestampType) {
      return LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
    }
    return stored(type) == BINARY ? LogicalTypeAnnotation.stringType() : null;
  }
}
