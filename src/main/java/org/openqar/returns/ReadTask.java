package org.openqar.returns;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.openqar.tables.SharedFiles;

/**
 * Reads some files and writes the returned values at once. Each learner goes straight from the
 * parser into the files of the tables.
 */
final class ReadTask implements Function<InputPartition, List<ReadPart>> {
  private static final long serialVersionUID = 1;

  private final PartitionReaderFactory readers;
  private final ReturnForms forms;
  private final Broadcast<Map<String, Placement>> placements;
  private final boolean sharing;

  /**
   * @param readers give the rows of {@link ReturnedColumns#read}; the file's own row is the last of
   *     each part
   * @param placements the placement of every file, by path
   * @param sharing whether returns with few rows share files
   */
  ReadTask(
      PartitionReaderFactory readers,
      ReturnForms forms,
      Broadcast<Map<String, Placement>> placements,
      boolean sharing) {
    this.readers = readers;
    this.forms = forms;
    this.placements = placements;
    this.sharing = sharing;
  }

  @Override
  public List<ReadPart> call(InputPartition partition) throws IOException {
    Optional<SharedFiles> shared = sharing ? Optional.of(new SharedFiles()) : Optional.empty();
    boolean ended = false;
    try {
      List<Supplier<ReadPart>> read = read(partition, shared);
      if (shared.isPresent()) {
        shared.get().end();
      }
      ended = true;
      return read.stream().map(Supplier::get).collect(toCollection(ArrayList::new));
    } finally {
      if (shared.isPresent() && !ended) {
        shared.get().abandon();
      }
    }
  }

  private List<Supplier<ReadPart>> read(InputPartition partition, Optional<SharedFiles> shared)
      throws IOException {
    List<Supplier<ReadPart>> read = new ArrayList<>();
    PartWriter part = null;
    try (PartitionReader<InternalRow> rows = readers.createReader(partition)) {
      while (rows.next()) {
        TaskContext.get().killTaskIfInterrupted();
        InternalRow row = rows.get();
        if (part == null) {
          part = new PartWriter(forms, row, placements.value(), shared);
        }
        if (!part.write(row)) {
          read.add(part.end(row));
          part = null;
        }
      }
      return read;
    } finally {
      if (part != null) {
        part.abandon();
      }
    }
  }
}
