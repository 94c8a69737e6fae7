package org.openqar.reports.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Turns the key of a row into bytes whose order is Spark's order of the rows: no value first,
 * numbers by size, text by its bytes in UTF-8.
 */
final class KeyBytes {
  private static final int NONE = 0;
  private static final int SOME = 1;

  private final int[] columns;
  private byte[] bytes = new byte[256];
  private int length;

  KeyBytes(StructType schema, List<String> key) {
    this.columns = key.stream().mapToInt(schema::fieldIndex).toArray();
  }

  /**
   * @param row a row of the schema
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
    return Arrays.copyOf(bytes, length);
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

  /**
   * Adds a number with its sign bit flipped, so that unsigned bytes have the order of the numbers.
   */
  private void add(long number) {
    room(Long.BYTES);
    ByteBuffer.wrap(bytes, length, Long.BYTES).putLong(number ^ Long.MIN_VALUE);
    length += Long.BYTES;
  }

  /**
   * Adds a text and ends it with a zero byte. A zero byte within the text is followed by the
   * greatest byte, so no text is the beginning of another.
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
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }
}
