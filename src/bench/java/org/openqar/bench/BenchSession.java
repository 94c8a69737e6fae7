package org.openqar.bench;

import org.apache.spark.sql.SparkSession;
import org.openqar.spark.LongMethods;
import org.openqar.spark.Sessions;

/** Sessions of measurements that have a JVM of their own. */
public final class BenchSession {
  private BenchSession() {}

  /** On two cores, with the settings of a run. */
  public static SparkSession open() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.databricks.delta.snapshotPartitions", 1)
            .config(Sessions.PARTS_OF_SHUFFLE, Sessions.FEW_PARTS);
    Sessions.MANDATORY.forEach(builder::config);
    Sessions.WRITING.forEach((key, value) -> builder.config(key, value.toString()));
    LongMethods.here().forEach((key, value) -> builder.config(key, value.toString()));
    return builder.getOrCreate();
  }
}
