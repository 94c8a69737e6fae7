package org.openqar.tables;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;

/** A Parquet file of a table that a task is writing. */
final class OpenFile {
  private final String table;
  private final String name;
  private final Path path;
  private final Configuration hadoop;
  private RowFileWriter writer;
  private long rows;

  /**
   * @param name within the table's folder
   * @param path the whole of it
   */
  OpenFile(String table, String name, Path path, Configuration hadoop, RowFileWriter writer) {
    this.table = table;
    this.name = name;
    this.path = path;
    this.hadoop = hadoop;
    this.writer = writer;
  }

  /** Takes a row, which must stay as it is. */
  void write(InternalRow row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** How many rows it has taken. */
  long rows() {
    return rows;
  }

  /** Ends it, with what it is to say of its rows. */
  WrittenFile end(int fundingYear, int leastUkprn, int mostUkprn) throws IOException {
    close();
    FileStatus file = path.getFileSystem(hadoop).getFileStatus(path);
    return new WrittenFile(
        table,
        name,
        file.getLen(),
        file.getModificationTime(),
        rows,
        fundingYear,
        leastUkprn,
        mostUkprn);
  }

  /** Ends it without keeping it. */
  void abandon() throws IOException {
    if (writer != null) {
      try {
        close();
      } finally {
        delete();
      }
    }
  }

  /** Deletes it, ended or not. */
  void delete() throws IOException {
    path.getFileSystem(hadoop).delete(path, false);
  }

  private void close() throws IOException {
    RowFileWriter open = writer;
    writer = null;
    open.close();
  }
}
