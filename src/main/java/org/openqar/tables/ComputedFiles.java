package org.openqar.tables;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the rows of one partition of a table from within tasks: a Parquet file for each task that
 * has rows. Spark's own writer would look for each row's partition and copy the row for it first.
 */
final class ComputedFiles implements FlatMapFunction<Iterator<InternalRow>, ComputedFiles.Written> {
  private static final long serialVersionUID = 1;

  private static final CompressionCodecName CODEC = CompressionCodecName.SNAPPY;

  private final String folder;
  private final String partition;

  /** The columns of the files in Parquet's terms, with the place of each in a row. */
  private final String parquet;

  private final int[] places;

  /** The columns whose smallest and largest values go into the table's log, with their places. */
  private final TreeMap<String, Integer> told = new TreeMap<>();

  private final SerializableConfiguration hadoop;

  /** A file with rows, and the statistics of its rows for the table's log. */
  record Written(String path, long bytes, long modified, HashMap<String, Object> statistics)
      implements Serializable {}

  /**
   * @param rows the columns of a row, including those of the partition
   * @param partition the partition's columns with their value
   * @param told the whole numbers whose statistics go into the log
   */
  ComputedFiles(
      Path table,
      StructType rows,
      Map<String, Object> partition,
      List<String> told,
      SQLConf settings,
      SerializableConfiguration hadoop) {
    this.folder = table.toString();
    this.partition = path(partition);
    this.hadoop = hadoop;
    List<StructField> written = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.length(); i++) {
      StructField field = rows.apply(i);
      if (!partition.containsKey(field.name())) {
        written.add(new StructField(field.name(), field.dataType(), true, field.metadata()));
        places.add(i);
      }
    }
    this.places = places.stream().mapToInt(i -> i).toArray();
    this.parquet =
        new SparkToParquetSchemaConverter(settings)
            .convert(new StructType(written.toArray(StructField[]::new)))
            .toString();
    told.forEach(name -> this.told.put(name, rows.fieldIndex(name)));
  }

  /** Names the folder of a partition as Delta and Spark do. */
  private static String path(Map<String, Object> partition) {
    StringBuilder path = new StringBuilder();
    partition.forEach(
        (column, value) ->
            path.append(ExternalCatalogUtils.getPartitionPathString(column, String.valueOf(value)))
                .append('/'));
    return path.toString();
  }

  @Override
  public Iterator<Written> call(Iterator<InternalRow> rows) throws IOException {
    if (!rows.hasNext()) {
      return Collections.emptyIterator();
    }
    String name =
        "%spart-%s%s.parquet".formatted(partition, UUID.randomUUID(), CODEC.getExtension());
    Path path = new Path(folder, name);
    FileSystem files = path.getFileSystem(hadoop.value());
    Told told = new Told();
    MessageType columns = MessageTypeParser.parseMessageType(parquet);
    try (RowFileWriter writer =
        new RowFileWriter(
            HadoopOutputFile.fromPath(path, hadoop.value()),
            columns,
            ColumnLeaf.of(columns, places),
            CODEC,
            RowFileWriter.Repeating.OFTEN,
            hadoop.value())) {
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        told.add(row);
        writer.writeCopy(row);
      }
    } catch (IOException | RuntimeException e) {
      files.delete(path, false);
      throw e;
    }
    FileStatus file = files.getFileStatus(path);
    return Collections.singletonList(
            new Written(
                new Path(name).toUri().toString(),
                file.getLen(),
                file.getModificationTime(),
                told.statistics()))
        .iterator();
  }

  /** Returns the statistics of a file's rows for the log. */
  private final class Told {
    private final String[] names = told.keySet().toArray(String[]::new);
    private final int[] at = told.values().stream().mapToInt(i -> i).toArray();
    private final int[] least = new int[at.length];
    private final int[] most = new int[at.length];
    private final long[] empty = new long[at.length];
    private long rows;

    void add(InternalRow row) {
      for (int i = 0; i < at.length; i++) {
        if (row.isNullAt(at[i])) {
          empty[i]++;
        } else {
          int value = row.getInt(at[i]);
          boolean first = rows == empty[i];
          least[i] = first ? value : Math.min(least[i], value);
          most[i] = first ? value : Math.max(most[i], value);
        }
      }
      rows++;
    }

    HashMap<String, Object> statistics() {
      HashMap<String, Integer> smallest = new HashMap<>();
      HashMap<String, Integer> largest = new HashMap<>();
      HashMap<String, Long> nulls = new HashMap<>();
      for (int i = 0; i < at.length; i++) {
        nulls.put(names[i], empty[i]);
        if (empty[i] < rows) {
          smallest.put(names[i], least[i]);
          largest.put(names[i], most[i]);
        }
      }
      HashMap<String, Object> all = new HashMap<>();
      all.put("numRecords", rows);
      all.put("minValues", smallest);
      all.put("maxValues", largest);
      all.put("nullCount", nulls);
      return all;
    }
  }
}
