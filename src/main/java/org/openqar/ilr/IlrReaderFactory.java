package org.openqar.ilr;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.openqar.privacy.PseudonymKey;

/** Travels to the executors and makes the reader of each task there. */
record IlrReaderFactory(
    StructType columns,
    Records records,
    Mode mode,
    PseudonymKey key,
    IlrLimits limits,
    SerializableConfiguration hadoop)
    implements PartitionReaderFactory {

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    IlrPlan plan = new IlrPlan(columns, records, key);
    return new IlrPartitionReader(
        ((IlrPartition) partition).parts(),
        part -> new IlrFileReader(part, hadoop.value(), plan, mode, limits));
  }
}
