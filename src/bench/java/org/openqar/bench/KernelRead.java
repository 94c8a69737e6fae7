package org.openqar.bench;

import static io.delta.kernel.internal.util.Utils.singletonCloseableIterator;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The baseline of a question: the least that reading a whole Delta table costs without Spark. Counts
 * the rows of the table in the folder given by Delta Kernel.
 */
final class KernelRead {
  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Row state;
  private final StructType physical;
  private final Scan scan;

  private KernelRead(String table) {
    Snapshot snapshot = Table.forPath(engine, table).getLatestSnapshot(engine);
    scan = snapshot.getScanBuilder().build();
    state = scan.getScanState(engine);
    physical = ScanStateRow.getPhysicalDataReadSchema(state);
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(new KernelRead(arguments[0]).rows() + " rows");
  }

  private long rows() throws IOException {
    long rows = 0;
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
      while (files.hasNext()) {
        try (CloseableIterator<Row> each = files.next().getRows()) {
          while (each.hasNext()) {
            rows += rows(each.next());
          }
        }
      }
    }
    return rows;
  }

  private long rows(Row file) throws IOException {
    long rows = 0;
    try (CloseableIterator<FilteredColumnarBatch> data =
        Scan.transformPhysicalData(
            engine,
            state,
            file,
            engine
                .getParquetHandler()
                .readParquetFiles(
                    singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                    physical,
                    Optional.empty())
                .map(batch -> batch.getData()))) {
      while (data.hasNext()) {
        try (CloseableIterator<Row> each = data.next().getRows()) {
          while (each.hasNext()) {
            each.next();
            rows++;
          }
        }
      }
    }
    return rows;
  }
}
