package org.openqar.reports.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;

/** Sorts any number of rows by some columns, in Spark's order with no value first. */
public final class SortedRows implements AutoCloseable {
  private final StructType schema;
  private final KeyBytes key;
  private final RowBytes bytes;
  private final SortedRecords records = new SortedRecords(SortedRecords.BYTES_IN_MEMORY);

  public SortedRows(StructType schema, List<String> key) {
    this.schema = schema;
    this.key = new KeyBytes(schema, key);
    this.bytes = new RowBytes(schema);
  }

  public StructType schema() {
    return schema;
  }

  /**
   * @param row a row of the schema
   */
  public void add(Row row) {
    try {
      records.add(key.of(row), bytes.of(row));
    } catch (IOException e) {
      throw unsorted(e);
    }
  }

  /** Returns all rows, for one reader at a time. Nothing can be added afterwards. */
  public Iterator<Row> inOrder() {
    try {
      Iterator<byte[]> sorted = records.inOrder();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return sorted.hasNext();
        }

        @Override
        public Row next() {
          return bytes.row(sorted.next());
        }
      };
    } catch (IOException e) {
      throw unsorted(e);
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw unsorted(e);
    }
  }

  private static UserException unsorted(IOException e) {
    return UserException.io(
        "Rows cannot be sorted",
        e,
        "make room for temporary files, or name another folder for them with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
  }
}
