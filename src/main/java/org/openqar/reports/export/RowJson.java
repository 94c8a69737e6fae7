package org.openqar.reports.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Map;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes values of rows as JSON: a day and an instant in ISO form, a decimal number with its
 * places.
 */
final class RowJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

  private final boolean nulls;

  private RowJson(boolean nulls) {
    this.nulls = nulls;
  }

  /** Writes an object with every field. */
  static RowJson withNulls() {
    return new RowJson(true);
  }

  /** Writes an object with only the fields that have a value. */
  static RowJson withoutNulls() {
    return new RowJson(false);
  }

  String text(Object value, DataType type) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json, Object value, DataType type) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Row row) {
      structure(json, row, (StructType) type);
    } else if (value instanceof Seq<?> list) {
      json.writeStartArray();
      for (Object one : CollectionConverters.asJava(list)) {
        write(json, one, ((ArrayType) type).elementType());
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (var entry : CollectionConverters.asJava(map).entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(json, entry.getValue(), ((MapType) type).valueType());
      }
      json.writeEndObject();
    } else {
      single(json, value);
    }
  }

  private void structure(JsonGenerator json, Row row, StructType type) throws IOException {
    json.writeStartObject();
    StructField[] fields = type.fields();
    for (int i = 0; i < fields.length; i++) {
      if (nulls || !row.isNullAt(i)) {
        json.writeFieldName(fields[i].name());
        write(json, row.get(i), fields[i].dataType());
      }
    }
    json.writeEndObject();
  }

  private static void single(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Timestamp instant) {
      json.writeString(INSTANT.format(instant.toInstant()));
    } else {
      json.writeString(value.toString());
    }
  }
}
