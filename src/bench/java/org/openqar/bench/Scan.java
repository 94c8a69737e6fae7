package org.openqar.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import com.sun.management.GarbageCollectionNotificationInfo;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.openqar.ilr.ElementSchema;
import org.openqar.returns.PipelineColumns;

/**
 * One JVM that scans returns into nothing and prints a line for each scan: its name, the wall time
 * in milliseconds, and the most heap in use after a collection so far, in MB. Arguments: the
 * master, the rounds to warm up, the rounds to measure, then scans, which take turns: {@code
 * name|kind|splitBytes|path}.
 */
final class Scan {
  private static final AtomicLong LIVE = new AtomicLong();

  private Scan() {}

  public static void main(String[] arguments) {
    watchHeap();
    SparkSession spark =
        SparkSession.builder()
            .master(arguments[0])
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    for (int round = -warmUp; round < rounds; round++) {
      for (String scan : Arrays.copyOfRange(arguments, 3, arguments.length)) {
        String[] parts = scan.split("\\|");
        long start = System.nanoTime();
        frame(spark, parts[1], parts[2], parts[3]).write().format("noop").mode("overwrite").save();
        if (round >= 0) {
          System.out.printf(
              "SCAN %s %d %d%n",
              parts[0], (System.nanoTime() - start) / 1_000_000, LIVE.get() >> 20);
        }
      }
    }
    spark.stop();
  }

  private static Dataset<Row> frame(
      SparkSession spark, String kind, String splitBytes, String path) {
    if (kind.equals("xml")) {
      return spark
          .read()
          .format("xml")
          .option("rowTag", "Learner")
          .schema(ElementSchema.learner())
          .load(path);
    }
    return spark
        .read()
        .format("ilr")
        .option("records", "all")
        .option("mode", "permissive")
        .option("splitBytes", splitBytes)
        .load(path)
        .select(columns(kind));
  }

  private static Column[] columns(String kind) {
    StructType columns =
        switch (kind) {
          case "all" -> PipelineColumns.withoutHash();
          case "five" -> PipelineColumns.five();
          default -> throw new IllegalArgumentException(kind);
        };
    return Arrays.stream(columns.fields())
        .map(
            it ->
                it.name().equals("file")
                    ? functions.struct(
                            Arrays.stream(((StructType) it.dataType()).fieldNames())
                                .map(field -> functions.col("file." + field))
                                .toArray(Column[]::new))
                        .as("file")
                    : functions.col(it.name()))
        .toArray(Column[]::new);
  }

  private static void watchHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, nothing) -> {
                long live =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .entrySet()
                        .stream()
                        .filter(it -> it.getKey().matches(".*(Eden|Survivor|Old).*"))
                        .mapToLong(it -> it.getValue().getUsed())
                        .sum();
                LIVE.accumulateAndGet(live, Math::max);
              },
              null,
              null);
    }
  }
}
