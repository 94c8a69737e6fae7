package org.openqar.reports.export;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * The form of a file: how a row becomes a record for the sort, and how the records become the file.
 */
interface RecordForm {
  byte[] record(Row row);

  /** Begins a file. */
  Sink open(FileSystem files, Path file, Configuration hadoop) throws IOException;

  /** A file in progress. */
  interface Sink extends Closeable {
    void add(byte[] record) throws IOException;
  }
}
