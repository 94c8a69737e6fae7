package org.openqar.ilr;

import org.apache.spark.sql.SparkSession;

/** The one session of this package's tests. */
final class IlrSession {
  static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("ilr")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config("spark.sql.catalog.ilr", IlrCatalog.class.getName())
          .getOrCreate();

  private IlrSession() {}
}
