package org.openqar.tables;

import java.util.Iterator;
import org.apache.spark.sql.Row;

/**
 * Rows of a table, one after another. Only a few rows are in memory at a time. The caller that
 * asked for the rows closes them.
 *
 * <p>A row is a plain row of Spark with its schema: text is a {@link String}, a number its boxed
 * class or a {@link java.math.BigDecimal}, a day a {@link java.sql.Date}, an instant a {@link
 * java.sql.Timestamp}, an array a Scala sequence (see {@link Row#getList}), a map a Scala map (see
 * {@link Row#getJavaMap}), a structure another row.
 */
public interface Rows extends Iterator<Row>, AutoCloseable {
  /**
   * @throws java.io.UncheckedIOException if the table's files cannot be read
   */
  @Override
  boolean hasNext();

  @Override
  void close();
}
