package org.openqar.reports.export;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.openqar.csv.CsvText;

/** Writes rows as CSV. A list or a map becomes JSON, and an instant becomes ISO 8601. */
final class CsvLines extends Lines {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final StructField[] fields;
  private final CsvText csv = new CsvText();
  private final RowJson json = RowJson.withoutNulls();

  CsvLines(StructType schema) {
    this.fields = schema.fields();
  }

  @Override
  String header() {
    return csv.line(Arrays.stream(fields).map(StructField::name).toArray());
  }

  @Override
  String line(Row row) {
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = row.isNullAt(i) ? null : text(row.get(i), fields[i].dataType());
    }
    return csv.line(values);
  }

  private String text(Object value, DataType type) {
    if (type instanceof ArrayType || type instanceof MapType) {
      return json.text(value, type);
    }
    return value instanceof Timestamp instant
        ? INSTANT.format(instant.toInstant())
        : value.toString();
  }
}
