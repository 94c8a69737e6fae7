package org.openqar.reports.export;

import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes the rows of a report as a CSV file, in their order. */
public final class ReportCsv {
  private ReportCsv() {}

  /**
   * Writes a file. The new file replaces an existing one when it is complete.
   *
   * @param rows rows of the schema
   * @param path the path of a file on any Hadoop file system
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(
      StructType schema, Iterator<Row> rows, String path, Configuration hadoop) {
    CsvLines lines = new CsvLines(schema);
    NewFile.at(path, hadoop)
        .write(
            (files, file) -> {
              try (RecordForm.Sink sink = lines.open(files, file, hadoop)) {
                while (rows.hasNext()) {
                  sink.add(lines.record(rows.next()));
                }
              }
              return path;
            });
  }
}
