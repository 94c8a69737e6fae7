package org.openqar.ilr;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.openqar.privacy.PseudonymKey;

/**
 * One query's reading of returns. Scans of the same files for the same columns under the same key
 * are equal, so that Spark can share them.
 *
 * @param key makes pseudonyms of learners' numbers; null keeps the numbers
 */
record IlrScan(
    String name,
    StructType columns,
    List<IlrFile> files,
    Records records,
    Mode mode,
    IlrLimits limits,
    PseudonymKey key,
    long splitBytes,
    int tasks,
    SerializableConfiguration hadoop)
    implements Scan, Batch, SupportsReportStatistics {

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "%s, records=%s, mode=%s, files=%d, ReadSchema: %s"
        .formatted(
            key == null ? name : name + ", pseudonyms",
            records.name().toLowerCase(Locale.ROOT),
            mode.name().toLowerCase(Locale.ROOT),
            files.size(),
            columns.simpleString());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    // The query needs only the header, which is not worth sharing, or it hashes the bytes, which
    // needs their order.
    long size = new IlrPlan(columns, records, key).headerOnly() ? 0 : splitBytes;
    List<FilePart> parts =
        files.stream()
            .flatMap(file -> FileParts.of(file, size, limits, hadoop.value()).stream())
            .toList();
    return FileGroups.of(parts, tasks).stream()
        .map(IlrPartition::new)
        .toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new IlrReaderFactory(columns, records, mode, key, limits, hadoop);
  }

  @Override
  public Statistics estimateStatistics() {
    long work = files.stream().mapToLong(IlrFile::work).sum();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(work);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.empty();
      }
    };
  }
}
