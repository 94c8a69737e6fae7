package org.openqar.tables;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
 * Writes rows of one table from within tasks: a Parquet file for each provider's year, or for
 * several that have few rows. Readers do not see the rows until {@link
 * TableStore#replace(TableStore.Write)} makes the files part of the table.
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

  /** Returns the columns of a row, in order. */
  public StructType schema() {
    return schema;
  }

  /**
   * Begins the rows of a provider's year in a file of their own. Writes nothing before the first
   * row.
   */
  public RowFile begin(int ukprn, int fundingYear) {
    return begin(ukprn, fundingYear, Optional.empty());
  }

  /**
   * The same in files that they may share with others, if they are few.
   *
   * @param shared those files; empty for a file of their own
   */
  public RowFile begin(int ukprn, int fundingYear, Optional<SharedFiles> shared) {
    return new RowFile(ukprn, fundingYear, shared);
  }

  /** Opens a file that has no rows yet. */
  OpenFile open() throws IOException {
    String name = "part-%s%s.parquet".formatted(UUID.randomUUID(), CODEC.getExtension());
    Path path = new Path(folder, name);
    MessageType columns = MessageTypeParser.parseMessageType(parquet);
    return new OpenFile(
        table,
        name,
        path,
        hadoop.value(),
        new RowFileWriter(
            HadoopOutputFile.fromPath(path, hadoop.value()),
            columns,
            ColumnLeaf.of(columns),
            CODEC,
            RowFileWriter.Repeating.HARDLY,
            hadoop.value()));
  }

  String table() {
    return table;
  }

  /** The rows of one provider's year being written. */
  public final class RowFile {
    /** The rows to hold until it is clear whether there are more. */
    private static final int FEW = 2_000;

    private final int ukprn;
    private final int fundingYear;
    private final Optional<SharedFiles> shared;
    private final List<InternalRow> few = new ArrayList<>();
    private OpenFile own;

    private RowFile(int ukprn, int fundingYear, Optional<SharedFiles> shared) {
      this.ukprn = ukprn;
      this.fundingYear = fundingYear;
      this.shared = shared;
    }

    /**
     * @param row a row in the order of {@link #schema()}, with no null in a required column. The
     *     caller must not change it afterwards
     */
    public void write(InternalRow row) throws IOException {
      if (own == null && shared.isPresent() && few.size() < FEW) {
        few.add(row);
        return;
      }
      if (own == null) {
        own = open();
        for (InternalRow kept : few) {
          own.write(kept);
        }
        few.clear();
      }
      own.write(row);
    }

    /**
     * Keeps the rows.
     *
     * @return the file, which for a shared file is known once it has ended; empty if there was no
     *     row
     */
    public Optional<Supplier<WrittenFile>> end() throws IOException {
      if (own != null) {
        WrittenFile file = own.end(fundingYear, ukprn, ukprn);
        return Optional.of(() -> file);
      }
      return few.isEmpty()
          ? Optional.empty()
          : Optional.of(shared.orElseThrow().add(RowFiles.this, fundingYear, ukprn, few));
    }

    /** Ends and discards the rows. */
    public void abandon() throws IOException {
      few.clear();
      if (own != null) {
        own.abandon();
      }
    }
  }
}
