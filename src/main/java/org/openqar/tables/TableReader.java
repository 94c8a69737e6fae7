package org.openqar.tables;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;

/**
 * Reads the warehouse without a Spark session: for questions about a few rows, and for answers that
 * the tables' logs have. Where {@link TableStore} reads for the nation, this reads in one thread,
 * row after row, on any Hadoop file system.
 *
 * <p>A reader sees each table as it stood when it was first asked for it, so all answers of one
 * reader fit together.
 */
public final class TableReader {
  private final Engine engine;
  private final String warehouse;
  private final Map<String, Optional<Snapshot>> seen = new ConcurrentHashMap<>();

  /**
   * @param hadoop how the file system of the warehouse is reached
   * @param warehouse the folder of the tables
   */
  public TableReader(Configuration hadoop, String warehouse) {
    this.engine = new QuietEngine(hadoop);
    this.warehouse = warehouse.endsWith("/") ? warehouse : warehouse + "/";
  }

  public boolean exists(Table table) {
    return found(table).isPresent();
  }

  /**
   * The newest version of a table.
   *
   * @throws UserException if nothing was written yet
   */
  public long version(Table table) {
    return snapshot(table).getVersion();
  }

  /**
   * Refuses a table that is there and that this version of the program would not have written so.
   *
   * @throws UserException if another version of the program wrote it
   */
  public void refuseOutdated(Table table) {
    found(table).ifPresent(snapshot -> refuseOutdated(table, snapshot));
  }

  private void refuseOutdated(Table table, Snapshot snapshot) {
    if (MissingTable.isOutdated(table, CellTypes.spark(snapshot.getSchema()))) {
      throw MissingTable.outdated(table, warehouse);
    }
  }

  /**
   * How many rows a table has, told by its log alone; empty if the log does not tell.
   *
   * @param filter over columns that the table is partitioned by, or {@link Filter#all()}
   * @throws UserException if nothing was written yet
   */
  public OptionalLong rows(Table table, Filter filter) {
    if (!table.partitioning().containsAll(filter.columns())) {
      throw new IllegalArgumentException(
          "The log of %s tells rows by %s only".formatted(table, table.partitioning()));
    }
    StructType schema = snapshot(table).getSchema();
    ScanImpl scan =
        (ScanImpl) snapshot(table).getScanBuilder().withFilter(filter.predicate(schema)).build();
    long rows = 0;
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine, true)) {
      while (files.hasNext()) {
        try (var each = files.next().getRows()) {
          while (each.hasNext()) {
            AddFile file =
                new AddFile(each.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
            Optional<Long> records = file.getNumRecords();
            if (records.isEmpty()) {
              return OptionalLong.empty();
            }
            rows += records.get();
          }
        }
      }
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(path(table)),
          e,
          "check that it is there and that you may read it");
    }
    return OptionalLong.of(rows);
  }

  /**
   * Some columns of some rows, in no certain order.
   *
   * @param columns in the order in which the rows have them; of an array of structures or a
   *     structure single fields can be named, as in {@code history.return_number}, and the others
   *     are not read
   * @throws UserException if nothing was written yet
   * @throws UserException if another version of the program wrote it
   */
  public Rows read(Table table, List<String> columns, Filter filter) {
    Snapshot snapshot = snapshot(table);
    refuseOutdated(table, snapshot);
    ReadSchema schema = ReadSchema.of(snapshot.getSchema(), columns, filter.columns());
    Scan scan =
        snapshot
            .getScanBuilder()
            .withReadSchema(schema.read())
            .withFilter(filter.predicate(snapshot.getSchema()))
            .build();
    return new ScanRows(engine, scan, schema, filter, path(table));
  }

  /** All columns of some rows. */
  public Rows read(Table table, Filter filter) {
    return read(table, table.columnNames(), filter);
  }

  /** The same in a list, for an answer that is known to be small. */
  public List<Row> list(Table table, List<String> columns, Filter filter) {
    List<Row> all = new ArrayList<>();
    try (Rows rows = read(table, columns, filter)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private String path(Table table) {
    return warehouse + table.name();
  }

  private Snapshot snapshot(Table table) {
    return found(table).orElseThrow(() -> MissingTable.in(table, warehouse));
  }

  private Optional<Snapshot> found(Table table) {
    return seen.computeIfAbsent(
        table.name(),
        name -> {
          try {
            return Optional.of(
                io.delta.kernel.Table.forPath(engine, path(table)).getLatestSnapshot(engine));
          } catch (TableNotFoundException e) {
            return Optional.empty();
          }
        });
  }
}
