package org.openqar.reports.export;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes Parquet in the form that Spark writes and reads. */
final class ParquetRecords implements RecordForm {
  private final StructType schema;
  private final RowBytes bytes;

  ParquetRecords(StructType schema) {
    this.schema = schema;
    this.bytes = new RowBytes(schema);
  }

  @Override
  public byte[] record(Row row) {
    return bytes.of(row);
  }

  @Override
  public Sink open(FileSystem files, Path file, Configuration hadoop) throws IOException {
    ParquetWriter<Row> writer =
        new Writer(HadoopOutputFile.fromPath(file, hadoop))
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build();
    return new Sink() {
      @Override
      public void add(byte[] record) throws IOException {
        writer.write(bytes.row(record));
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }

  private final class Writer extends ParquetWriter.Builder<Row, Writer> {
    private Writer(OutputFile file) {
      super(file);
    }

    @Override
    protected Writer self() {
      return this;
    }

    @Override
    @Deprecated
    protected WriteSupport<Row> getWriteSupport(Configuration hadoop) {
      return new RowWriting(schema);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriting(schema);
    }
  }
}
