package org.openqar.support;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.openqar.spark.Sessions;
import org.openqar.tables.TableReader;

/**
 * The one session of a test JVM, with what OpenQAR cannot do without. It is made when it is first
 * asked for, and again only if a command under test has ended it.
 */
public abstract class SparkTest {
  private static SparkSession session;

  protected SparkTest() {}

  /** The tables of a warehouse, read without a query. */
  public static TableReader reader(Path warehouse) {
    return new TableReader(spark().sparkContext().hadoopConfiguration(), warehouse.toString());
  }

  /** The session, local with two threads and one partition after a shuffle. */
  public static synchronized SparkSession spark() {
    if (session == null || session.sparkContext().isStopped()) {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("spark.ui.enabled", false);
      settings.put("spark.ui.showConsoleProgress", false);
      settings.put("spark.sql.shuffle.partitions", 1);
      settings.put("spark.databricks.delta.snapshotPartitions", 1);
      // Nor is there anything to adapt to; .ci/run adapts as users do.
      settings.put("spark.sql.adaptive.enabled", false);
      settings.put("spark.sql.ui.retainedExecutions", 1);
      settings.put("spark.ui.retainedJobs", 1);
      settings.put("spark.ui.retainedStages", 1);
      settings.put("spark.sql.warehouse.dir", "target/warehouse");
      // On a few rows compiling a plan costs more than running it; .ci/run runs the compiled plans
      // on the samples and holds them to the same figures.
      settings.put("spark.sql.codegen.wholeStage", false);
      settings.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      settings.put(Sessions.PAGE, "1m");
      settings.putAll(Sessions.WRITING);
      settings.putAll(Sessions.LOCAL_FILES);
      settings.putAll(Sessions.MANDATORY);
      session =
          SparkSession.builder()
              .master("local[2]")
              .appName("OpenQAR tests")
              .config(settings)
              .getOrCreate();
    }
    return session;
  }
}
