package org.openqar.reports.show;

import java.sql.Timestamp;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import scala.collection.Map;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Turns a value into text. */
final class ShownCell {
  private static final int BRIEF = 40;

  private ShownCell() {}

  /** Returns the beginning of a long value; null if there is none. */
  static String brief(Object value) {
    String text = text(value);
    return text == null || text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
  }

  /** Returns the full text; null if there is none. */
  static String text(Object value) {
    if (value instanceof Seq<?> list) {
      return joined(CollectionConverters.asJava(list));
    }
    if (value instanceof Map<?, ?> map) {
      return CollectionConverters.asJava(map).entrySet().stream()
          .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Row row) {
      return joined(CollectionConverters.asJava(row.toSeq()));
    }
    if (value instanceof Timestamp instant) {
      return instant.toInstant().toString();
    }
    return value == null ? null : value.toString();
  }

  private static String joined(Iterable<?> values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(one -> one == null ? "-" : text(one))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
