package org.openqar.reports.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
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
import scala.collection.Seq;
import scala.collection.immutable.ArraySeq;
import scala.jdk.javaapi.CollectionConverters;

/** Turns rows of one schema into bytes and back, for a sort on disk. */
final class RowBytes {
  private final StructType schema;

  RowBytes(StructType schema) {
    this.schema = schema;
  }

  byte[] of(Row row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes), row, schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Row row(byte[] bytes) {
    try {
      return (Row) read(new DataInputStream(new ByteArrayInputStream(bytes)), schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Object value, DataType type) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    if (type instanceof StructType struct) {
      StructField[] fields = struct.fields();
      for (int i = 0; i < fields.length; i++) {
        write(out, ((Row) value).get(i), fields[i].dataType());
      }
    } else if (type instanceof ArrayType array) {
      Seq<?> list = (Seq<?>) value;
      out.writeInt(list.length());
      for (Object one : CollectionConverters.asJava(list)) {
        write(out, one, array.elementType());
      }
    } else if (type instanceof MapType map) {
      Map<?, ?> entries = CollectionConverters.asJava((scala.collection.Map<?, ?>) value);
      out.writeInt(entries.size());
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        write(out, entry.getKey(), map.keyType());
        write(out, entry.getValue(), map.valueType());
      }
    } else if (type instanceof IntegerType) {
      out.writeInt((Integer) value);
    } else if (type instanceof LongType) {
      out.writeLong((Long) value);
    } else if (type instanceof BooleanType) {
      out.writeBoolean((Boolean) value);
    } else if (type instanceof DoubleType) {
      out.writeDouble((Double) value);
    } else if (type instanceof DateType) {
      out.writeLong(((Date) value).toLocalDate().toEpochDay());
    } else if (type instanceof TimestampType) {
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, ((Timestamp) value).toInstant()));
    } else if (type instanceof DecimalType) {
      write(out, ((BigDecimal) value).unscaledValue().toByteArray());
    } else {
      write(out, ((String) value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Object read(DataInputStream in, DataType type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    if (type instanceof StructType struct) {
      StructField[] fields = struct.fields();
      Object[] values = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        values[i] = read(in, fields[i].dataType());
      }
      return new GenericRowWithSchema(values, struct);
    }
    if (type instanceof ArrayType array) {
      Object[] list = new Object[in.readInt()];
      for (int i = 0; i < list.length; i++) {
        list[i] = read(in, array.elementType());
      }
      return ArraySeq.unsafeWrapArray(list);
    }
    if (type instanceof MapType map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        entries.put(read(in, map.keyType()), read(in, map.valueType()));
      }
      return CollectionConverters.asScala(entries);
    }
    if (type instanceof IntegerType) {
      return in.readInt();
    }
    if (type instanceof LongType) {
      return in.readLong();
    }
    if (type instanceof BooleanType) {
      return in.readBoolean();
    }
    if (type instanceof DoubleType) {
      return in.readDouble();
    }
    if (type instanceof DateType) {
      return Date.valueOf(LocalDate.ofEpochDay(in.readLong()));
    }
    if (type instanceof TimestampType) {
      return Timestamp.from(Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS));
    }
    byte[] bytes = in.readNBytes(in.readInt());
    return type instanceof DecimalType decimal
        ? new BigDecimal(new BigInteger(bytes), decimal.scale())
        : new String(bytes, StandardCharsets.UTF_8);
  }
}
