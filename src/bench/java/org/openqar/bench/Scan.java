package org.openqar.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import javax.xml.stream.XMLStreamReader;
import com.sun.management.GarbageCollectionNotificationInfo;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.openqar.ilr.IlrSchema;
import org.openqar.ilr.IlrSource;
import org.openqar.ilr.ElementSchema;
import org.openqar.config.Configuration;
import org.openqar.returns.CountingRules;
import org.openqar.returns.Inventory;
import org.openqar.returns.JudgedFile;
import org.openqar.returns.LoadedReturns;
import org.openqar.returns.PipelineColumns;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.spark.Sessions;
import org.openqar.tables.TableReader;
import org.openqar.tables.TableStore;

/**
 * One JVM that scans returns into nothing and prints a line for each scan: its name, the wall time
 * in milliseconds, and the most heap in use after a collection so far, in MB. Arguments: the
 * master, the rounds to warm up, the rounds to measure, then scans, which take turns: {@code
 * name|kind|splitBytes|path}.
 */
final class Scan {
  private static final AtomicLong LIVE = new AtomicLong();
  private static final Map<String, Returns> FOUND = new HashMap<>();

  private Scan() {}

  public static void main(String[] arguments) throws Exception {
    watchHeap();
    SparkSession spark =
        SparkSession.builder()
            .config(new HashMap<String, Object>(Sessions.LOCAL_FILES))
            .master(arguments[0])
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", 1)
            .getOrCreate();
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    for (int round = -warmUp; round < rounds; round++) {
      for (String scan : Arrays.copyOfRange(arguments, 3, arguments.length)) {
        String[] parts = scan.split("\\|");
        if (List.of("delta", "loaded").contains(parts[1])) {
          found(spark, parts[3]);
        }
        long start = System.nanoTime();
        measure(spark, parts[1], parts[2], parts[3]);
        if (round >= 0) {
          System.out.printf(
              "SCAN %s %d %d%n",
              parts[0], (System.nanoTime() - start) / 1_000_000, LIVE.get() >> 20);
        }
      }
    }
    spark.stop();
  }

  private static void measure(SparkSession spark, String kind, String splitBytes, String path)
      throws Exception {
    switch (kind) {
      case "walk" -> walk(Data.returns(Path.of(path)));
      case "loaded" -> walk(counting(spark, path));
      case "delta" -> load(spark, splitBytes, path);
      case "rows" -> rows(spark, splitBytes, path);
      default ->
          frame(spark, kind, splitBytes, path).write().format("noop").mode("overwrite").save();
    }
  }

  /** Every event of every file, and nothing of it. */
  private static void walk(List<Path> files) throws Exception {
    for (Path file : files) {
      try (InputStream in = Data.open(file)) {
        XMLStreamReader xml = new InputFactoryImpl().createXMLStreamReader(in);
        while (xml.hasNext()) {
          xml.next();
        }
      }
    }
  }

  /** The files that the returns stage loads: those that count. */
  private static List<Path> counting(SparkSession spark, String path) {
    return found(spark, path).with(JudgedFile.Status.ACCEPTED).stream()
        .map(judged -> Path.of(URI.create(judged.file().sourceFile())))
        .toList();
  }

  /** Every row as the reader gives it, which is how the pipeline takes it. */
  private static void rows(SparkSession spark, String splitBytes, String path) {
    ScanBuilder scan =
        ((SupportsRead)
                new IlrSource()
                    .getTable(
                        IlrSchema.columns(),
                        new Transform[0],
                        Map.of(
                            "path", path,
                            "records", "all",
                            "mode", "permissive",
                            "splitBytes", splitBytes)))
            .newScanBuilder(CaseInsensitiveStringMap.empty());
    ((SupportsPushDownRequiredColumns) scan).pruneColumns(PipelineColumns.withoutHash());
    Batch batch = scan.build().toBatch();
    List<InputPartition> partitions = List.of(batch.planInputPartitions());
    PartitionReaderFactory readers = batch.createReaderFactory();
    long rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(partitions, partitions.size())
            .map(partition -> count(readers, partition))
            .reduce(Long::sum);
    if (rows == 0) {
      throw new IllegalStateException("No row in " + path);
    }
  }

  private static long count(PartitionReaderFactory readers, InputPartition partition)
      throws Exception {
    long rows = 0;
    try (PartitionReader<InternalRow> reader = readers.createReader(partition)) {
      while (reader.next()) {
        rows += reader.get().numFields() > 0 ? 1 : 0;
      }
    }
    return rows;
  }

  /** The returns stage, into tables of its own; the inventory before it is not measured. */
  private static void load(SparkSession spark, String splitBytes, String path) throws Exception {
    Files.createDirectories(Path.of("target/bench"));
    Path warehouse = Files.createTempDirectory(Path.of("target/bench").toAbsolutePath(), "warehouse");
    TableStore store = new TableStore(spark, warehouse.toString());
    new ReturnsStage(spark, store, Map.of("splitBytes", splitBytes), Instant.now())
        .run(found(spark, path), LoadedReturns.of(
                new TableReader(spark.sparkContext().hadoopConfiguration(), warehouse.toString()),
                false));
    try (Stream<Path> files = Files.walk(warehouse)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static Returns found(SparkSession spark, String path) {
    Configuration configuration = new Configuration(Path.of("conf"), Map.of());
    return FOUND.computeIfAbsent(
        path,
        root ->
            Returns.of(
                new Inventory(spark, Map.of()).of(List.of(root)),
                new CountingRules(
                    configuration.calendar(),
                    configuration.settings().returns().yearConflict(),
                    configuration.settings().returns().providerConflict(),
                    false)));
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
