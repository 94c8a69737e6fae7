package org.openqar.aims;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Small frames that the records are looked up in: computed once, in one partition. Their plans end
 * there; carried on, each step would hold the plans of all the steps before it, and Spark would
 * spend longer on reading the plan than on the data.
 */
final class Small {
  private Small() {}

  static Dataset<Row> of(Dataset<Row> lookup) {
    return lookup.coalesce(1).localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }
}
