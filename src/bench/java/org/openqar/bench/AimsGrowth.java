package org.openqar.bench;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How long the stage {@code aims} takes over 4 and 16 copies of one invented sector, each with providers of its
 * own: 1.1 and 4.3 million aims. Each checkout loads the sector by itself; the copies are made in its tables.
 */
final class AimsGrowth {
  private static final List<Integer> COPIES = List.of(4, 16);

  /** More than there are providers in a sector. */
  private static final int BETWEEN_COPIES = 1_000_000;

  private static final Pattern TOOK = Pattern.compile("aims +done in ([0-9.]+) s");

  private final Path folder;
  private final Path returns;
  private final List<Checkout> checkouts;

  AimsGrowth(Path folder, Data data) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("aims"));
    this.returns = data.sectorOfAims().resolve("returns");
    this.checkouts = Checkout.all(this.folder);
  }

  /** Measures some rounds, and gives the lines of the report. */
  List<String> measure(int rounds) throws IOException, InterruptedException {
    for (Checkout checkout : checkouts) {
      prepare(checkout);
    }
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (int copies : COPIES) {
        for (Checkout checkout : checkouts) {
          seconds.computeIfAbsent(checkout.name() + copies, any -> new ArrayList<>()).add(aims(checkout, copies));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| checkout | copies of the sector | stage aims | times as long as a quarter of it (aim 4.2 at most) | times as fast as old (aim 3) |");
    lines.add("| --- | ---: | ---: | ---: | ---: |");
    for (Checkout checkout : checkouts) {
      for (int copies : COPIES) {
        List<Double> own = seconds.get(checkout.name() + copies);
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %d | %.1f s | %s | %s |",
                checkout.name(),
                copies,
                Costs.median(own),
                ratio(own, seconds.get(checkout.name() + copies / 4)),
                ratio(seconds.get("old" + copies), own)));
      }
    }
    return lines;
  }

  private static String ratio(List<Double> own, List<Double> others) {
    return own == null || others == null
        ? ""
        : String.format(Locale.ROOT, "%.2f", Costs.median(own) / Costs.median(others));
  }

  private double aims(Checkout checkout, int copies) throws IOException, InterruptedException {
    checkout.cost(0, run(warehouse(checkout, copies), "--from", "aims", "--to", "aims"));
    Matcher took = TOOK.matcher(Files.readString(checkout.logs().resolve(checkout.name() + "-run.err")));
    if (!took.find()) {
      throw new IllegalStateException(checkout.name() + " does not tell how long the stage aims took");
    }
    return Double.parseDouble(took.group(1));
  }

  private List<String> run(Path warehouse, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "run",
                "--returns", returns.toString(),
                "--reference", returns.resolveSibling("reference").toString(),
                "--warehouse", warehouse.toString()));
    all.addAll(List.of(more));
    return all;
  }

  private Path warehouse(Checkout checkout, int copies) {
    return folder.resolve("%s-%d".formatted(checkout.name(), copies));
  }

  /** Loads the sector, and copies the tables of that warehouse, made anew whenever a benchmark begins. */
  private void prepare(Checkout checkout) throws IOException, InterruptedException {
    Path base = warehouse(checkout, 1);
    FixedCosts.delete(base);
    checkout.cost(0, run(base, "--to", "reference"));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      for (int copies : COPIES) {
        Path warehouse = warehouse(checkout, copies);
        FixedCosts.delete(warehouse);
        Files.createDirectories(warehouse);
        try (var tables = Files.list(base)) {
          for (Path table : tables.filter(it -> Files.exists(it.resolve("_delta_log"))).toList()) {
            copy(spark, table, warehouse.resolve(table.getFileName().toString()), copies);
          }
        }
      }
    }
  }

  /** A table as it is where it has no rows of returns, else with so many times its rows. */
  private static void copy(SparkSession spark, Path table, Path copy, int copies) {
    boolean returned =
        table.getFileName().toString().startsWith("return")
            && Arrays.asList(spark.read().format("delta").load(table.toString()).columns()).contains("ukprn");
    String[] partitions =
        spark
            .sql("DESCRIBE DETAIL delta.`%s`".formatted(table))
            .select(joinedPartitions())
            .first()
            .getString(0)
            .split(",");
    for (int i = 0; i < (returned ? copies : 1); i++) {
      Dataset<Row> rows = spark.read().format("delta").load(table.toString());
      var writer = (i == 0 ? rows : shifted(rows, i)).write().format("delta").mode("append");
      if (!partitions[0].isEmpty()) {
        writer = writer.partitionBy(partitions);
      }
      writer.save(copy.toString());
    }
  }

  private static Column joinedPartitions() {
    return array_join(col("partitionColumns"), ",");
  }

  /** With providers and files of its own. */
  private static Dataset<Row> shifted(Dataset<Row> rows, int copy) {
    Map<String, Column> changed = new LinkedHashMap<>();
    for (String column : rows.columns()) {
      if (column.endsWith("ukprn")) {
        changed.put(column, col(column).plus(copy * BETWEEN_COPIES).cast(rows.schema().apply(column).dataType()));
      } else if (column.equals("source_file")) {
        changed.put(column, concat(col(column), lit("." + copy)));
      }
    }
    return rows.withColumns(changed);
  }
}
