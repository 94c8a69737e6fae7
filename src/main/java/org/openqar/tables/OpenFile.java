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
   * @param name the name within the table's folder
   * @param path the full path
   */
  OpenFile(String table, String name, Path path, Configuration hadoop, RowFileWriter writer) {
    this.table = table;
    this.name = name;
    this.path = path;
    this.hadoop = hadoop;
    this.writer = writer;
  }

  /** Takes a row. The caller must not change it afterwards. */
  void write(InternalRow row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Returns how many rows the file has taken. */
  long rows() {
    return rows;
  }

  /** Ends the file, and returns it with the statistics of its rows. */
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

  /** Ends the file and discards it. */
  void abandon() throws IOException {
    if (writer != null) {
      try {
        close();
      } finally {
        delete();
      }
    }
  }

  /** Deletes the file, whether it has ended or not. */
  void delete() throws IOException {
    path.getFileSystem(hadoop).delete(path, false);
  }

  private void close() throws IOException {
    RowFileWriter open = writer;
    writer = null;
    open.close();
  }
}
