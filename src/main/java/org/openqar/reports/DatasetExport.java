package org.openqar.reports;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
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
import org.openqar.messages.UserException;

/** Writes rows that a session computed as one CSV file. */
public final class DatasetExport {
  private DatasetExport() {}

  /**
   * Writes a frame of one partition in its order. The new file replaces an existing one when it is
   * complete.
   */
  public static void write(Dataset<Row> inOrder, String path) {
    Path target = new Path(path);
    Path parts = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    try {
      FileSystem files =
          target.getFileSystem(inOrder.sparkSession().sparkContext().hadoopConfiguration());
      if (files.exists(target) && files.getFileStatus(target).isDirectory()) {
        throw new IOException("it is a folder; give the name of a file");
      }
      try {
        writeInto(parts.toString(), inOrder);
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
      throw UserException.io(
          "%s cannot be written".formatted(path),
          e,
          "check that the disk has room and that you may write there");
    }
  }

  private static void writeInto(String folder, Dataset<Row> rows) {
    rows.select(
            Arrays.stream(rows.schema().fields()).map(DatasetExport::asText).toArray(Column[]::new))
        .write()
        .option("header", true)
        .option("nullValue", "")
        .option("emptyValue", "")
        .option("escape", "\"")
        .option("encoding", "UTF-8")
        .csv(folder);
  }

  /**
   * Turns a list or a map into JSON, and a time into ISO form. CSV can write everything else
   * directly.
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
