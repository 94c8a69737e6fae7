package org.openqar.reports.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Row;
import org.openqar.tables.Table;

/**
 * The key of a row as bytes that are ordered as Spark orders the rows: no value first, numbers by
 * size, text by its bytes in UTF-8.
 */
final class KeyBytes {
  private static final int NONE = 0;
  private static final int SOME = 1;

  private final int[] columns;
  private byte[] bytes = new byte[256];
  private int length;

  KeyBytes(Table table) {
    this.columns = table.key().stream().mapToInt(table.columnNames()::indexOf).toArray();
  }

  /**
   * @param row all columns of the table, in its order
   */
  byte[] of(Row row) {
    length = 0;
    for (int column : columns) {
      Object value = row.get(column);
      add(value == null ? NONE : SOME);
      if (value instanceof String text) {
        add(text);
      } else if (value != null) {
        add(number(value));
      }
    }
    return java.util.Arrays.copyOf(bytes, length);
  }

  private static long number(Object value) {
    if (value instanceof Date day) {
      return day.toLocalDate().toEpochDay();
    }
    if (value instanceof Timestamp instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant());
    }
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
  }

  /** So that bytes without a sign are ordered as the numbers are. */
  private void add(long number) {
    room(Long.BYTES);
    ByteBuffer.wrap(bytes, length, Long.BYTES).putLong(number ^ Long.MIN_VALUE);
    length += Long.BYTES;
  }

  /**
   * Ends with a nought, which within is followed by the greatest byte: no text is another's begin.
   */
  private void add(String text) {
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      add(one);
      if (one == 0) {
        add(0xFF);
      }
    }
    add(0);
  }

  private void add(int one) {
    room(1);
    bytes[length++] = (byte) one;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }
}
