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
 * Reads the warehouse without a Spark session. It answers questions about a few rows, and questions
 * that the tables' logs can answer. It reads in one thread, row by row, on any Hadoop file system.
 * {@link TableStore} reads for the whole nation.
 *
 * <p>A reader sees each table as it was when the reader first read it, so all answers of one reader
 * are consistent.
 */
public final class TableReader {
  private final Engine engine;
  private final String warehouse;
  private final Map<String, Optional<Snapshot>> seen = new ConcurrentHashMap<>();

  /**
   * @param hadoop the settings that reach the file system of the warehouse
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
   * Returns the newest version of a table.
   *
   * @throws UserException if no run has written it yet
   */
  public long version(Table table) {
    return snapshot(table).getVersion();
  }

  /**
   * Refuses a table that exists with other columns than this version of the program writes.
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
   * Returns the number of rows of a table, from its log alone; empty if the log does not say.
   *
   * @param filter a filter on the columns of the partitions, or {@link Filter#all()}
   * @throws UserException if no run has written it yet
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
   * Returns some columns of some rows, in no particular order.
   *
   * @param columns the columns in the order of the rows' fields. A name such as {@code
   *     history.return_number} selects one field of a structure or of an array of structures, and
   *     the reader skips the other fields
   * @throws UserException if no run has written it yet
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

  /** Returns all columns of some rows. */
  public Rows read(Table table, Filter filter) {
    return read(table, table.columnNames(), filter);
  }

  /** Returns the same in a list, for an answer that is known to be small. */
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
