package org.openqar.tables;

import static io.delta.kernel.internal.util.Utils.singletonCloseableIterator;

import io.delta.kernel.Scan;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.openqar.messages.UserException;

/** The rows of a scan, file by file, one batch of a file at a time. */
final class ScanRows implements Rows {
  private final Engine engine;
  private final Scan scan;
  private final ReadSchema schema;
  private final Filter filter;
  private final String path;
  private final io.delta.kernel.data.Row state;
  private final StructType stored;

  private final CloseableIterator<FilteredColumnarBatch> fileBatches;
  private CloseableIterator<io.delta.kernel.data.Row> files;
  private CloseableIterator<FilteredColumnarBatch> batches;
  private Batch batch;

  ScanRows(Engine engine, Scan scan, ReadSchema schema, Filter filter, String path) {
    this.engine = engine;
    this.scan = scan;
    this.schema = schema;
    this.filter = filter;
    this.path = path;
    this.state = scan.getScanState(engine);
    this.stored = ScanStateRow.getPhysicalDataReadSchema(state);
    this.fileBatches = scan.getScanFiles(engine);
  }

  @Override
  public boolean hasNext() {
    try {
      while (batch == null || !batch.advance()) {
        if (batches != null && batches.hasNext()) {
          batch = new Batch(batches.next());
        } else if (files != null && files.hasNext()) {
          close(batches);
          batches = read(files.next());
        } else if (fileBatches.hasNext()) {
          close(files);
          files = fileBatches.next().getRows();
        } else {
          batch = null;
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(path),
          e,
          "check that it is there and that you may read it");
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.take();
  }

  @Override
  public void close() {
    try {
      close(batches);
      close(files);
      close(fileBatches);
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(path),
          e,
          "check that it is there and that you may read it");
    }
  }

  private static void close(Closeable one) throws IOException {
    if (one != null) {
      one.close();
    }
  }

  private CloseableIterator<FilteredColumnarBatch> read(io.delta.kernel.data.Row file)
      throws IOException {
    CloseableIterator<ColumnarBatch> data =
        engine
            .getParquetHandler()
            .readParquetFiles(
                singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                stored,
                scan.getRemainingFilter())
            .map(FileReadResult::getData);
    return Scan.transformPhysicalData(engine, state, file, data);
  }

  /** Some rows of one file. */
  private final class Batch {
    private final int size;
    private final ColumnValues[] columns;
    private final Optional<ColumnVector> selected;
    private final IntPredicate passes;
    private int position = -1;
    private boolean waits;

    private Batch(FilteredColumnarBatch batch) {
      ColumnarBatch data = batch.getData();
      size = data.getSize();
      selected = batch.getSelectionVector();
      columns = new ColumnValues[data.getSchema().length()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = ColumnValues.of(data.getColumnVector(i));
      }
      passes = filter.rows(name -> columns[data.getSchema().indexOf(name)]);
    }

    /** Goes to the next row that passes the filter, unless a row is already waiting. */
    private boolean advance() {
      while (!waits && ++position < size) {
        waits = isSelected() && passes.test(position);
      }
      return waits;
    }

    private boolean isSelected() {
      return selected.isEmpty()
          || !selected.get().isNullAt(position) && selected.get().getBoolean(position);
    }

    private Row take() {
      waits = false;
      Object[] values = new Object[schema.rows().length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = columns[i].at(position);
      }
      return new GenericRowWithSchema(values, schema.rows());
    }
  }
}
