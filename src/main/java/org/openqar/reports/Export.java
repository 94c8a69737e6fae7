package org.openqar.reports;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;

/** One table as one file, in the order of its key. */
public final class Export {
  /** What a table can be written as. */
  public enum Format {
    CSV,
    JSON,
    PARQUET
  }

  private final TableStore store;

  public Export(TableStore store) {
    this.store = store;
  }

  /**
   * Writes a table; a file that is there is replaced once the new one is complete.
   *
   * @return how many rows
   * @throws org.openqar.tables.TableMissingException if no run has written the table
   */
  public long write(Table table, Format format, String path) {
    Dataset<Row> rows = store.read(table).select(table.columns());
    write(rows.repartition(1).sortWithinPartitions(TableStore.order(table)), format, path);
    return rows.count();
  }

  /**
   * Writes a frame of one partition in its order; a file that is there is replaced once the new one
   * is complete.
   */
  public static void write(Dataset<Row> inOrder, Format format, String path) {
    Path target = new Path(path);
    Path parts = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    try {
      FileSystem files =
          target.getFileSystem(inOrder.sparkSession().sparkContext().hadoopConfiguration());
      if (files.exists(target) && files.getFileStatus(target).isDirectory()) {
        throw new IOException("it is a folder; give the name of a file");
      }
      try {
        writeInto(parts.toString(), inOrder, format);
        Path written = onlyPart(files, parts);
        files.delete(target, false);
        if (!files.rename(written, target)) {
          throw new IOException("the new file could not be put in its place");
        }
      } finally {
        files.delete(parts, true);
      }
      files.delete(new Path(target.getParent(), "." + target.getName() + ".crc"), false);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be written: %s.".formatted(path, e.getMessage()), e);
    }
  }

  private static void writeInto(String folder, Dataset<Row> rows, Format format) {
    switch (format) {
      case CSV ->
          rows.select(
                  Arrays.stream(rows.schema().fields()).map(Export::asText).toArray(Column[]::new))
              .write()
              .option("header", true)
              .option("nullValue", "")
              .option("emptyValue", "")
              .option("escape", "\"")
              .option("encoding", "UTF-8")
              .csv(folder);
      case JSON -> rows.write().option("ignoreNullFields", false).json(folder);
      case PARQUET -> rows.write().parquet(folder);
    }
  }

  /**
   * A list or a map is written as JSON, a time in ISO form; everything else CSV writes as it
   * should.
   */
  private static Column asText(StructField field) {
    Column value = col(field.name());
    if (field.dataType() instanceof ArrayType || field.dataType() instanceof MapType) {
      return to_json(value).as(field.name());
    }
    return field.dataType().equals(DataTypes.TimestampType)
        ? date_format(value, "yyyy-MM-dd'T'HH:mm:ss'Z'").as(field.name())
        : value;
  }

  private static Path onlyPart(FileSystem files, Path folder) throws IOException {
    for (FileStatus file : files.listStatus(folder)) {
      if (file.getPath().getName().startsWith("part-")) {
        return file.getPath();
      }
    }
    throw new IOException("Spark wrote no file");
  }
}
