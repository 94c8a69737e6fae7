package org.openqar.reports.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** Writes text files with one line for each row. */
abstract class Lines implements RecordForm {
  private static final int BUFFER = 1 << 16;

  /** Returns the text before the first row. */
  abstract String header();

  /** Returns a row with the end of its line. */
  abstract String line(Row row);

  @Override
  public byte[] record(Row row) {
    return line(row).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Sink open(FileSystem files, Path file, Configuration hadoop) throws IOException {
    OutputStream out = new BufferedOutputStream(files.create(file), BUFFER);
    out.write(header().getBytes(StandardCharsets.UTF_8));
    return new Sink() {
      @Override
      public void add(byte[] line) throws IOException {
        out.write(line);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
