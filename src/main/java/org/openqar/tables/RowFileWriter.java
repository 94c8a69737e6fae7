package org.openqar.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * Writes rows to one Parquet file: some rows at a time, column by column. The file has no
 * statistics of its own. Readers find rows by the smallest and largest values in the table's log.
 */
final class RowFileWriter implements Closeable {
  /** The bytes of rows to hold before writing them. */
  private static final long ROW_GROUP = 32L << 20;

  /** The number of rows to take together. */
  private static final int ROWS = 16;

  /** The number of rows between checks of the bytes held. */
  private static final int ROWS_BETWEEN_LOOKS = 64;

  /** How often values repeat within a file, which decides how to encode them. */
  enum Repeating {
    /** Returned texts of one provider's year: dictionaries cost more than they save. */
    HARDLY(false),
    /** Results of a calculation for many providers. */
    OFTEN(true);

    private final ParquetProperties properties;

    /** Has its own factory, because the default one uses the settings of its latest user. */
    Repeating(boolean dictionaries) {
      properties =
          ParquetProperties.builder()
              .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
              .withDictionaryEncoding(dictionaries)
              .withStatisticsEnabled(false)
              .withSizeStatisticsEnabled(false)
              .build();
    }
  }

  private final ParquetProperties properties;
  private final MessageType schema;
  private final ColumnLeaf[] columns;
  private final CodecFactory codecs;
  private final CompressionCodecFactory.BytesInputCompressor compressor;
  private final ParquetFileWriter file;
  private final InternalRow[] rows = new InternalRow[ROWS];
  private int held;
  private long inGroup;
  private final ColumnWriter[] writers;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore values;

  /**
   * @param columns the columns of the schema
   */
  RowFileWriter(
      OutputFile to,
      MessageType schema,
      List<ColumnLeaf> columns,
      CompressionCodecName codec,
      Repeating values,
      Configuration hadoop)
      throws IOException {
    this.properties = values.properties;
    this.schema = schema;
    this.columns = columns.toArray(ColumnLeaf[]::new);
    writers = new ColumnWriter[columns.size()];
    file =
        new ParquetFileWriter(
            to,
            schema,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            properties);
    file.start();
    codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
    compressor = codecs.getCompressor(codec);
  }

  /** Takes a row. The caller must not change it afterwards. */
  void write(InternalRow row) throws IOException {
    rows[held++] = row;
    flushFull();
  }

  /** Takes the current values of a row. A file takes all its rows in the same way. */
  void writeCopy(InternalRow row) throws IOException {
    if (row instanceof UnsafeRow values) {
      UnsafeRow kept =
          rows[held] instanceof UnsafeRow room
              ? room
              : UnsafeRow.createFromByteArray(values.getSizeInBytes(), values.numFields());
      kept.copyFrom(values);
      rows[held++] = kept;
    } else {
      rows[held++] = row.copy();
    }
    flushFull();
  }

  private void flushFull() throws IOException {
    if (held == ROWS) {
      flush();
      if (inGroup % ROWS_BETWEEN_LOOKS == 0 && values.getBufferedSize() > ROW_GROUP) {
        end();
      }
    }
  }

  private void begin() {
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    values = properties.newColumnWriteStore(schema, pages);
    for (int i = 0; i < columns.length; i++) {
      writers[i] = values.getColumnWriter(columns[i].column());
    }
  }

  private void flush() {
    if (inGroup == 0) {
      begin();
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i].write(rows, held, writers[i]);
    }
    for (int i = 0; i < held; i++) {
      values.endRecord();
    }
    inGroup += held;
    held = 0;
  }

  private void end() throws IOException {
    if (inGroup == 0) {
      return;
    }
    file.startBlock(inGroup);
    values.flush();
    pages.flushToFileWriter(file);
    file.endBlock();
    inGroup = 0;
    values.close();
    pages.close();
  }

  /** Writes the rows held and the footer of the file. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (held > 0) {
        flush();
      }
      end();
      file.end(Map.of());
    } finally {
      codecs.release();
    }
  }
}
