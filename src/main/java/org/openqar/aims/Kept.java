package org.openqar.aims;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Small frames that several steps look things up in: computed once, in one partition, and let go
 * together. Without it every step would carry the plans of all the steps before it.
 */
final class Kept implements AutoCloseable {
  private final List<Dataset<Row>> frames = new ArrayList<>();

  Dataset<Row> keep(Dataset<Row> lookup) {
    Dataset<Row> kept = lookup.coalesce(1).persist(StorageLevel.MEMORY_AND_DISK());
    frames.add(kept);
    return kept;
  }

  @Override
  public void close() {
    frames.forEach(Dataset::unpersist);
  }
}
