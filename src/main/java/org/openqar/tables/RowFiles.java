package org.openqar.tables;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes rows of one table from within tasks, one Parquet file for each provider's year. Nobody
 * sees the rows until {@link TableStore#replace(TableStore.Write)} makes the files part of the table.
 */
public final class RowFiles implements Serializable {
  private static final long serialVersionUID = 1;

  private static final CompressionCodecName CODEC = CompressionCodecName.SNAPPY;

  private final String table;
  private final StructType schema;

  /** The schema in Parquet's terms. */
  private final String parquet;

  private final String folder;
  private final SerializableConfiguration hadoop;

  private RowFiles(
      String table,
      StructType schema,
      String parquet,
      String folder,
      SerializableConfiguration hadoop) {
    this.table = table;
    this.schema = schema;
    this.parquet = parquet;
    this.folder = folder;
    this.hadoop = hadoop;
  }

  static RowFiles in(SparkSession spark, Table table, StructType columns, String folder) {
    var settings = ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().conf();
    return new RowFiles(
        table.name(),
        columns,
        new SparkToParquetSchemaConverter(settings).convert(columns).toString(),
        folder,
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
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
    private String name;
    private RowFileWriter writer;
    private long rows;

    private RowFile(int ukprn, int fundingYear) {
      this.ukprn = ukprn;
      this.fundingYear = fundingYear;
    }

    /**
     * @param row in the order of {@link #schema()}, no column null that the table requires
     */
    public void write(InternalRow row) throws IOException {
      if (writer == null) {
        name = "part-%s%s.parquet".formatted(UUID.randomUUID(), CODEC.getExtension());
        writer = open();
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
        try {
          close();
        } finally {
          path().getFileSystem(configuration()).delete(path(), false);
        }
      }
    }

    private RowFileWriter open() throws IOException {
      MessageType columns = MessageTypeParser.parseMessageType(parquet);
      return new RowFileWriter(
          HadoopOutputFile.fromPath(path(), configuration()),
          columns,
          ColumnLeaf.of(columns),
          CODEC,
          configuration());
    }

    private void close() throws IOException {
      RowFileWriter open = writer;
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
