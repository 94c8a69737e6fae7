package org.openqar.reference;

import org.apache.spark.sql.SparkSession;
import org.openqar.messages.UserException;
import org.openqar.tables.KeyRange;
import org.openqar.tables.TableLayer;
import org.openqar.tables.TableStore;
import org.openqar.tables.TableStore.Write;
import org.openqar.tables.Tables;

/** Reads reference data from CSV files into tables. A missing file gives an empty table. */
public final class ReferenceStage {
  private final SparkSession spark;
  private final TableStore store;
  private final ReferenceFiles files;

  public ReferenceStage(SparkSession spark, TableStore store, ReferenceFiles files) {
    this.spark = spark;
    this.store = store;
    this.files = files;
  }

  /**
   * Replaces every lookup table.
   *
   * @throws UserException if a file cannot be used; the sentence names it and says what is wrong
   */
  public void run() {
    store.replaceAll(
        Tables.ofStage(TableLayer.REFERENCE).stream()
            .map(table -> new Write(table, files.read(spark, table), KeyRange.ALL))
            .toList());
  }
}
