package org.openqar.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;
import org.openqar.messages.UserException;
import org.openqar.tables.Field;
import org.openqar.tables.Table;
import scala.Option;

/**
 * Reads the records of a reference file without a Spark job, and gives the values that Spark would.
 */
final class LookupFile {
  /** The texts that mean yes, in lower case. */
  static final Set<String> YES = Set.of("true", "1", "yes", "y");

  /** The texts that mean no, in lower case. */
  static final Set<String> NO = Set.of("false", "0", "no", "n");

  private final String path;
  private final Table table;
  private final LookupHeader header;

  LookupFile(String path, Table table, LookupHeader header) {
    this.path = path;
    this.table = table;
    this.header = header;
  }

  /**
   * Returns the rows of the file, which must fit into memory.
   *
   * @param records the records after the header
   * @throws UserException if a value does not fit or a key appears twice
   */
  List<Row> rows(Iterator<String[]> records) {
    List<Row> rows = new ArrayList<>();
    read(records, rows::add);
    Set<Key> seen = new HashSet<>();
    rows.stream()
        .map(row -> Key.of(row, table))
        .filter(key -> !seen.add(key))
        .min(Comparator.naturalOrder())
        .ifPresent(this::refuse);
    return rows;
  }

  /**
   * Reads the file to its end. It keeps eight bytes for each record.
   *
   * @param records after the header
   * @return the hashes that several keys share, in order; empty if every key appears once
   * @throws UserException if a value does not fit
   */
  long[] repeatedHashes(Iterator<String[]> records) {
    LongStream.Builder builder = LongStream.builder();
    read(records, row -> builder.add(Key.of(row, table).hash()));
    long[] hashes = builder.build().toArray();
    Arrays.sort(hashes);
    return IntStream.range(1, hashes.length)
        .filter(place -> hashes[place] == hashes[place - 1])
        .filter(place -> place == 1 || hashes[place] != hashes[place - 2])
        .mapToLong(place -> hashes[place])
        .toArray();
  }

  /**
   * Reads the file again and refuses the first key, in the order of keys, that appears twice.
   *
   * @param records after the header
   * @param hashes the hashes of the keys that may appear twice, in order
   */
  void refuseDuplicate(Iterator<String[]> records, long[] hashes) {
    Smallest smallest = new Smallest();
    read(
        records,
        row -> {
          Key key = Key.of(row, table);
          if (Arrays.binarySearch(hashes, key.hash()) >= 0) {
            smallest.add(key);
          }
        });
    if (smallest.times > 1) {
      refuse(smallest.key);
    }
  }

  /** The smallest of some keys, and how often it appears among them. */
  private static final class Smallest {
    private Key key;
    private long times;

    void add(Key other) {
      int order = key == null ? -1 : other.compareTo(key);
      if (order < 0) {
        key = other;
        times = 0;
      }
      times += order <= 0 ? 1 : 0;
    }
  }

  private void refuse(Key key) {
    throw Unusable.duplicate(path, table, key.toString());
  }

  private void read(Iterator<String[]> records, Consumer<Row> each) {
    StructType schema = table.schema();
    for (long number = 1; records.hasNext(); number++) {
      each.accept(new GenericRowWithSchema(row(records.next(), number), schema));
    }
  }

  private Object[] row(String[] record, long number) {
    List<Field> fields = table.fields();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      String text = text(record, field);
      values[i] = value(field, text);
      boolean misfit =
          text == null
              ? LookupHeader.mustBeGiven(field)
              : values[i] == null && LookupKind.of(field) != LookupKind.REGION;
      if (misfit) {
        throw Unusable.misfit(path, number, field.name());
      }
    }
    return values;
  }

  private String text(String[] record, Field field) {
    int place = header.place(field).orElse(record.length);
    if (place >= record.length || record[place] == null) {
      return null;
    }
    String text = UTF8String.fromString(record[place]).trim().toString();
    return text.isEmpty() ? null : text;
  }

  private static Object value(Field field, String text) {
    return switch (LookupKind.of(field)) {
      case REGION -> Regions.named(text);
      case SUBJECT -> Subjects.named(text);
      case YES_OR_NO -> yes(text);
      case TEXT -> text;
      case NUMBER -> text == null ? null : cast(text, field.type());
    };
  }

  private static Boolean yes(String text) {
    String lower = text == null ? null : UTF8String.fromString(text).toLowerCase().toString();
    return lower == null || NO.contains(lower)
        ? Boolean.FALSE
        : YES.contains(lower) ? Boolean.TRUE : null;
  }

  /** Reads a whole number as Spark's {@code try_cast} does. */
  private static Object cast(String text, DataType type) {
    if (!type.equals(DataTypes.IntegerType)) {
      throw new IllegalStateException("Reference files hold no " + type.sql());
    }
    return new Cast(
            new BoundReference(0, DataTypes.StringType, true),
            type,
            Option.apply("UTC"),
            EvalMode$.MODULE$.TRY())
        .eval(new GenericInternalRow(new Object[] {UTF8String.fromString(text)}));
  }

  /** The values that identify a row: numbers and texts, none of them empty. */
  private record Key(List<Object> parts) implements Comparable<Key> {
    static Key of(Row row, Table table) {
      return new Key(
          table.key().stream().map(name -> row.get(table.columnNames().indexOf(name))).toList());
    }

    /** A hash of 64 bits: two of some millions of keys hardly ever share one. */
    long hash() {
      byte[] text = toString().getBytes(StandardCharsets.UTF_8);
      return XXH64.hashUnsafeBytes(text, Platform.BYTE_ARRAY_OFFSET, text.length, 0);
    }

    @Override
    public int compareTo(Key other) {
      for (int i = 0; i < parts.size(); i++) {
        int order =
            parts.get(i) instanceof Integer number
                ? number.compareTo((Integer) other.parts.get(i))
                : UTF8String.fromString((String) parts.get(i))
                    .compareTo(UTF8String.fromString((String) other.parts.get(i)));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
  }
}
