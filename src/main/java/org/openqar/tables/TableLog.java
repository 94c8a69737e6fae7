package org.openqar.tables;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.openqar.messages.UserException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the logs of tables with Delta Kernel. It needs no Spark query, however many commits there
 * are.
 */
final class TableLog {
  private final Engine engine;

  TableLog(Configuration hadoop) {
    engine = new QuietEngine(hadoop);
  }

  /**
   * A table after a commit.
   *
   * @param plain whether its files hold only its rows, so that any reader of Parquet can read them
   */
  record State(
      long version,
      StructType schema,
      List<String> partitioning,
      boolean plain,
      List<LoggedFile> files) {

    /** Returns the number of rows; -1 if the log does not say. */
    long rows() {
      return files.stream().anyMatch(file -> file.rows() < 0)
          ? -1
          : files.stream().mapToLong(LoggedFile::rows).sum();
    }
  }

  /** Returns the newest state of the table in a folder; empty if there is no table. */
  Optional<State> newest(String path) {
    try {
      return Optional.of(
          state(io.delta.kernel.Table.forPath(engine, path).getLatestSnapshot(engine)));
    } catch (TableNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw UserException.io(
          "The log of %s cannot be read".formatted(path),
          e,
          "check that it is there and that you may read it");
    }
  }

  /**
   * Returns a table as Delta sees it in a transaction. Only Delta can read a table to which
   * somebody added features, such as deletion vectors.
   */
  State at(String path, org.apache.spark.sql.delta.Snapshot snapshot) {
    return newest(path)
        .filter(state -> state.plain() && state.version() == snapshot.version())
        .orElseGet(
            () ->
                new State(
                    snapshot.version(),
                    snapshot.schema(),
                    CollectionConverters.asJava(snapshot.metadata().partitionColumns()),
                    false,
                    snapshot.allFiles().collectAsList().stream().map(LoggedFile::of).toList()));
  }

  private State state(Snapshot snapshot) throws IOException {
    List<LoggedFile> files = new ArrayList<>();
    ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (var rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            files.add(LoggedFile.of(file(rows.next())));
          }
        }
      }
    }
    return new State(
        snapshot.getVersion(),
        (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString()),
        snapshot.getPartitionColumnNames(),
        snapshot.getProtocol().getMinReaderVersion() == 1,
        files);
  }

  private static AddFile file(io.delta.kernel.data.Row scanned) {
    var file = new io.delta.kernel.internal.actions.AddFile(scanned.getStruct(0));
    Map<String, Object> add = new HashMap<>();
    add.put("path", file.getPath());
    add.put("partitionValues", VectorUtils.toJavaMap(file.getPartitionValues()));
    add.put("size", file.getSize());
    add.put("modificationTime", file.getModificationTime());
    add.put("dataChange", file.getDataChange());
    file.getStatsJson().ifPresent(it -> add.put("stats", it));
    return (AddFile) Action.fromJson(Json.of(Map.of("add", add)));
  }
}
