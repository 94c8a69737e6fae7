package org.openqar.tables;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes rows of one table from within tasks, one Parquet file for each provider's year, with
 * Spark's own Parquet writer. Nobody sees the rows until {@link TableStore#adopt} makes the files
 * part of the table.
 */
public final class RowFiles implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * Texts as returned hardly repeat within one provider's year, and nobody looks rows up by the
   * smallest and largest of them: dictionaries and statistics cost more than they save.
   */
  private static final Map<String, String> PARQUET =
      Map.of(
          "parquet.enable.dictionary", "false",
          "parquet.column.statistics.enabled", "false",
          "parquet.size.statistics.enabled", "false");

  private final String table;
  private final StructType schema;
  private final String folder;
  private final OutputWriterFactory writers;
  private final SerializableConfiguration hadoop;

  private RowFiles(
      String table,
      StructType schema,
      String folder,
      OutputWriterFactory writers,
      SerializableConfiguration hadoop) {
    this.table = table;
    this.schema = schema;
    this.folder = folder;
    this.writers = writers;
    this.hadoop = hadoop;
  }

  static RowFiles in(SparkSession spark, Table table, String folder) {
    try {
      Job job = Job.getInstance(spark.sparkContext().hadoopConfiguration());
      PARQUET.forEach(job.getConfiguration()::set);
      OutputWriterFactory writers =
          new ParquetFileFormat()
              .prepareWrite(
                  (org.apache.spark.sql.classic.SparkSession) spark,
                  job,
                  scala.collection.immutable.Map$.MODULE$.empty(),
                  table.schema());
      return new RowFiles(
          table.name(),
          table.schema(),
          folder,
          writers,
          new SerializableConfiguration(job.getConfiguration()));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
    }
  }

  /** The columns of a row, in order. */
  public StructType schema() {
    return schema;
  }

  /** Begins the file of a provider's year; nothing is written before the first row. */
  public RowFile begin(int ukprn, int fundingYear) {
    return new RowFile(ukprn, fundingYear);
  }

  /** One file being written. */
  public final class RowFile {
    private final int ukprn;
    private final int fundingYear;
    private final TaskAttemptContext context =
        new TaskAttemptContextImpl(hadoop.value(), new TaskAttemptID());
    private String name;
    private OutputWriter writer;
    private long rows;

    private RowFile(int ukprn, int fundingYear) {
      this.ukprn = ukprn;
      this.fundingYear = fundingYear;
    }

    /**
     * @param row in the order of {@link #schema()}, no column null that the table requires
     */
    public void write(InternalRow row) {
      if (writer == null) {
        name = "part-" + UUID.randomUUID() + writers.getFileExtension(context);
        writer = writers.newInstance(path().toString(), schema, context);
      }
      writer.write(row);
      rows++;
    }

    /** The file, or empty if no row was written. */
    public Optional<WrittenFile> end() throws IOException {
      if (writer == null) {
        return Optional.empty();
      }
      close();
      FileStatus file = path().getFileSystem(configuration()).getFileStatus(path());
      return Optional.of(
          new WrittenFile(
              table, name, file.getLen(), file.getModificationTime(), rows, ukprn, fundingYear));
    }

    /** Ends it without keeping it. */
    public void abandon() throws IOException {
      if (writer != null) {
        close();
        path().getFileSystem(configuration()).delete(path(), false);
      }
    }

    private void close() {
      OutputWriter open = writer;
      writer = null;
      open.close();
    }

    private Path path() {
      return new Path(folder, name);
    }

    private Configuration configuration() {
      return hadoop.value();
    }
  }
}
