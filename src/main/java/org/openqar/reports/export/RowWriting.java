package org.openqar.reports.export;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Passes rows to Parquet value by value. */
final class RowWriting extends WriteSupport<Row> {
  /** The key under which Spark looks for its own types and the columns' comments. */
  private static final String SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private final StructType schema;
  private RecordConsumer record;

  RowWriting(StructType schema) {
    this.schema = schema;
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration hadoop) {
    return init((ParquetConfiguration) null);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(schema), Map.of(SCHEMA, schema.json()));
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    record = consumer;
  }

  @Override
  public void write(Row row) {
    record.startMessage();
    fields(row, schema);
    record.endMessage();
  }

  private void fields(Row row, StructType struct) {
    StructField[] fields = struct.fields();
    for (int i = 0; i < fields.length; i++) {
      field(fields[i].name(), i, row.get(i), fields[i].dataType());
    }
  }

  private void field(String name, int position, Object value, DataType type) {
    if (value != null) {
      record.startField(name, position);
      value(value, type);
      record.endField(name, position);
    }
  }

  private void value(Object value, DataType type) {
    if (type instanceof StructType struct) {
      record.startGroup();
      fields((Row) value, struct);
      record.endGroup();
    } else if (type instanceof ArrayType array) {
      list((Seq<?>) value, array);
    } else if (type instanceof MapType map) {
      map(CollectionConverters.asJava((scala.collection.Map<?, ?>) value), map);
    } else if (value instanceof Integer number) {
      record.addInteger(number);
    } else if (value instanceof Long number) {
      record.addLong(number);
    } else if (value instanceof Boolean flag) {
      record.addBoolean(flag);
    } else if (value instanceof Double number) {
      record.addDouble(number);
    } else if (value instanceof Date day) {
      record.addInteger((int) day.toLocalDate().toEpochDay());
    } else if (value instanceof Timestamp instant) {
      record.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant()));
    } else if (value instanceof BigDecimal number) {
      decimal(number, (DecimalType) type);
    } else {
      record.addBinary(Binary.fromString((String) value));
    }
  }

  private void decimal(BigDecimal number, DecimalType type) {
    long unscaled = number.setScale(type.scale()).unscaledValue().longValueExact();
    if (ParquetSchema.fitsInt(type)) {
      record.addInteger((int) unscaled);
    } else {
      record.addLong(unscaled);
    }
  }

  private void list(Seq<?> list, ArrayType type) {
    record.startGroup();
    if (!list.isEmpty()) {
      record.startField("list", 0);
      for (Object one : CollectionConverters.asJava(list)) {
        record.startGroup();
        field("element", 0, one, type.elementType());
        record.endGroup();
      }
      record.endField("list", 0);
    }
    record.endGroup();
  }

  private void map(Map<?, ?> map, MapType type) {
    record.startGroup();
    if (!map.isEmpty()) {
      record.startField("key_value", 0);
      map.forEach(
          (key, value) -> {
            record.startGroup();
            field("key", 0, key, type.keyType());
            field("value", 1, value, type.valueType());
            record.endGroup();
          });
      record.endField("key_value", 0);
    }
    record.endGroup();
  }
}
