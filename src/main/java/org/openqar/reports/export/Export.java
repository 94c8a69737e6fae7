package org.openqar.reports.export;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.tables.Filter;
import org.openqar.tables.Rows;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;

/** Writes one table as one file, in the order of its key. */
public final class Export {
  private final TableReader reader;
  private final Configuration hadoop;

  public Export(TableReader reader, Configuration hadoop) {
    this.reader = reader;
    this.hadoop = hadoop;
  }

  /**
   * Writes a table. The new file replaces an existing one when it is complete.
   *
   * @param path the path of a file on any Hadoop file system
   * @return the number of rows
   * @throws org.openqar.messages.UserException if no run has written the table
   */
  public long write(Table table, Format format, String path) {
    try (Rows rows = reader.read(table, Filter.all());
        SortedRecords sorted = new SortedRecords(SortedRecords.BYTES_IN_MEMORY)) {
      RecordForm form = form(format, table);
      KeyBytes key = new KeyBytes(table.schema(), table.key());
      while (rows.hasNext()) {
        Row row = rows.next();
        sorted.add(key.of(row), form.record(row));
      }
      return NewFile.at(path, hadoop)
          .write(
              (files, file) -> {
                long written = 0;
                try (RecordForm.Sink sink = form.open(files, file, hadoop)) {
                  for (var records = sorted.inOrder(); records.hasNext(); written++) {
                    sink.add(records.next());
                  }
                }
                return written;
              });
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be sorted".formatted(table),
          e,
          "make room for temporary files, or name another folder for them with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
    }
  }

  private static RecordForm form(Format format, Table table) {
    return switch (format) {
      case CSV -> new CsvLines(table.schema());
      case JSON -> new JsonLines(table.schema());
      case PARQUET -> new ParquetRecords(table.schema());
    };
  }
}
