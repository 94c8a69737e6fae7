package org.openqar.reports.export;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * CSV as RFC 4180 has it: a value stands in quotes only where it must, space around it goes, no
 * value and an empty text are both nothing, a list or a map is JSON.
 */
final class CsvLines extends Lines {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final StructField[] fields;
  private final RowJson json = RowJson.withoutNulls();

  CsvLines(StructType schema) {
    this.fields = schema.fields();
  }

  @Override
  String header() {
    return Arrays.stream(fields).map(StructField::name).collect(Collectors.joining(",", "", "\n"));
  }

  @Override
  String line(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      if (!row.isNullAt(i)) {
        append(line, text(row.get(i), fields[i].dataType()));
      }
    }
    return line.append('\n').toString();
  }

  private String text(Object value, DataType type) {
    if (type instanceof ArrayType || type instanceof MapType) {
      return json.text(value, type);
    }
    return value instanceof Timestamp instant
        ? INSTANT.format(instant.toInstant())
        : value.toString();
  }

  /** The space before it goes first; what then needs quotes gets them, though it be at the end. */
  private static void append(StringBuilder line, String value) {
    String rest = value.substring(blanks(value));
    String plain = rest.trim();
    if (!isTakenForComment(line, value)
        && rest.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')) {
      line.append(plain);
    } else {
      line.append('"').append(plain.replace("\"", "\"\"")).append('"');
    }
  }

  /** Many readers pass over a line that begins so. */
  private static boolean isTakenForComment(StringBuilder line, String value) {
    return line.isEmpty() && value.startsWith("#");
  }

  private static int blanks(String value) {
    int blanks = 0;
    while (blanks < value.length() && value.charAt(blanks) <= ' ') {
      blanks++;
    }
    return blanks;
  }
}
