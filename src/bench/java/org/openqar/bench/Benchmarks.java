package org.openqar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openqar.ilr.ScanBenchmark;

/**
 * Measures the reading of returns and the way from aims to benchmarks: {@code mvn -B -Pbench -DskipTests verify} builds and runs all of
 * it and leaves {@code target/bench/results.md} and {@code .json}. {@code -Dbench.rounds=3} says how
 * often each comparison is made (what is compared takes turns), {@code -Dbench.only=parse,cores}
 * which there are: parse, scan, delta, cores, memory, measures, and beside them what commands cost:
 * fixed, resubmit, aims, publish, with those of an older built checkout in {@code -Dbench.old}; {@code -Dbench.copies=1,4,16} how
 * many times over the aims are there from which measures are made, {@code -Dbench.spread=2} over how
 * many providers those of one are spread. It needs 8 GB of disk; what it
 * measures is simulated.
 */
public final class Benchmarks {
  private static final String SPLIT = String.valueOf(64 << 20);

  private final Path folder;
  private final Data data;
  private final int rounds;
  private final Report report = new Report();

  private Benchmarks(Path folder, int rounds) {
    this.folder = folder;
    this.data = new Data(folder.resolve("data"));
    this.rounds = rounds;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of("target/bench")).toAbsolutePath();
    Benchmarks benchmarks = new Benchmarks(folder, Integer.getInteger("bench.rounds", 3));
    String only = System.getProperty("bench.only", "parse,scan,delta,cores,memory,measures");
    if (only.contains("parse")) {
      benchmarks.parse();
    }
    if (only.contains("scan")) {
      benchmarks.scan();
    }
    if (only.contains("delta")) {
      benchmarks.delta();
    }
    if (only.contains("cores")) {
      benchmarks.cores("files", "0", benchmarks.data.manyReturns());
      benchmarks.cores("one file", SPLIT, benchmarks.data.largeReturn());
    }
    if (only.contains("memory")) {
      benchmarks.memory();
    }
    if (only.contains("measures")) {
      benchmarks.measures();
    }
    if (only.contains("publish")) {
      benchmarks.publish();
    }
    if (only.contains("fixed")) {
      benchmarks.report.add(
          "What a command costs", new FixedCosts(folder).measure(benchmarks.rounds));
    }
    if (only.contains("resubmit")) {
      benchmarks.report.add(
          "One provider of 500 resubmits", new Resubmission(folder, benchmarks.data).measure(benchmarks.rounds));
    }
    if (only.contains("aims")) {
      benchmarks.report.add("The stage aims", new AimsGrowth(folder, benchmarks.data).measure(benchmarks.rounds));
    }
    benchmarks.report.write(folder);
  }

  /** How fast the reader is beside a walk over the same bytes, in one thread without Spark. */
  private void parse() throws IOException, RunnerException {
    Path file = data.oneReturn();
    Map<String, List<Double>> times = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (RunResult result :
          new Runner(
                  new OptionsBuilder()
                      .include(ScanBenchmark.class.getName())
                      .jvmArgs(jvm("2g", "-Dbench.return=" + file).toArray(String[]::new))
                      .build())
              .run()) {
        times
            .computeIfAbsent(result.getPrimaryResult().getLabel(), it -> new ArrayList<>())
            .add(result.getPrimaryResult().getStatistics().getPercentile(50));
      }
    }
    List<Double> bare = times.get("bareWalk");
    long size = Data.bytes(file);
    times.forEach(
        (name, own) ->
            report.add(
                "speed of " + name,
                "bareWalk",
                ratios(bare, own),
                perSecond(size, median(own))));
  }

  /** How fast a scan in Spark is on one core beside Spark's own reader. */
  private void scan() throws IOException, InterruptedException {
    Path file = data.oneReturn();
    Map<String, List<Scanned>> scans =
        run(
            "local[1]",
            "2g",
            3,
            2 * rounds,
            "all|all|0|" + file,
            "xml|xml|0|" + file,
            "five|five|0|" + file);
    long size = Data.bytes(file);
    List<Double> xml = millis(scans.get("xml"));
    for (String name : List.of("all", "five")) {
      List<Double> own = millis(scans.get(name));
      report.add(
          "speed of ilr, " + name + " columns", "Spark's xml", ratios(xml, own), perSecond(size, median(own)));
    }
    report.add(
        "speed of ilr, five columns",
        "ilr, all columns",
        ratios(millis(scans.get("all")), millis(scans.get("five"))),
        perSecond(size, median(xml)) + " of Spark's xml");
  }

  /**
   * How fast returns become rows and Delta tables on one core, beside a walk over the same bytes:
   * for tables, over those of the returns that count. A whole load has what Delta needs for tables of
   * any size in it; each further byte of a larger one has not.
   */
  private void delta() throws IOException, InterruptedException {
    Path path = data.manyReturns();
    Path larger = data.largerReturns();
    Path largest = data.largestReturns();
    Map<String, List<Scanned>> scans =
        run(
            "local[1]",
            "4g",
            2,
            rounds,
            "walk|walk|0|" + path,
            "all|all|0|" + path,
            "rows|rows|0|" + path,
            "loaded|loaded|0|" + path,
            "delta|delta|" + SPLIT + "|" + path,
            "loadedOfLarger|loaded|0|" + larger,
            "larger|delta|" + SPLIT + "|" + larger,
            "loadedOfLargest|loaded|0|" + largest,
            "largest|delta|" + SPLIT + "|" + largest);
    long size = Data.bytes(path);
    List<Double> walk = millis(scans.get("walk"));
    report.add(
        "speed of ilr in Spark, all columns, files",
        "bare walk",
        ratios(walk, millis(scans.get("all"))),
        perSecond(size, median(walk)) + " of the walk");
    report.add(
        "speed of the pipeline's reading in Spark, rows as they come, files",
        "bare walk",
        ratios(walk, millis(scans.get("rows"))),
        perSecond(size, median(millis(scans.get("rows")))));
    List<Double> loaded = millis(scans.get("loaded"));
    List<Double> load = millis(scans.get("delta"));
    List<Double> loadedOfLarger = millis(scans.get("loadedOfLarger"));
    List<Double> loadOfLarger = millis(scans.get("larger"));
    report.add("speed of returns to Delta, files", "bare walk", ratios(loaded, load), seconds(load));
    report.add(
        "speed of returns to Delta, twice as much",
        "bare walk",
        ratios(loadedOfLarger, loadOfLarger),
        seconds(loadOfLarger));
    List<Double> loadOfLargest = millis(scans.get("largest"));
    report.add(
        "speed of returns to Delta, eight times as much",
        "bare walk",
        ratios(millis(scans.get("loadedOfLargest")), loadOfLargest),
        seconds(loadOfLargest));
    List<Double> further = differences(loadOfLarger, load);
    report.add(
        "speed of returns to Delta, each further byte",
        "bare walk",
        ratios(differences(loadedOfLarger, loaded), further),
        seconds(further));
  }

  private static List<Double> differences(List<Double> more, List<Double> less) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < more.size(); i++) {
      differences.add(more.get(i) - less.get(i));
    }
    return differences;
  }

  private static String seconds(List<Double> millis) {
    return "%.1f s".formatted(median(millis) / 1000);
  }

  /**
   * How much faster two cores are than one. Each scan has a JVM of its own that is bound to so many
   * cores, so that compiling and collecting garbage do not use a core more than the scan has.
   */
  private void cores(String what, String split, Path path) throws IOException, InterruptedException {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      one.add(median(onCores(1, split, path)));
      two.add(median(onCores(2, split, path)));
    }
    report.add(
        "speed of two cores, " + what,
        "one core",
        ratios(one, two),
        perSecond(Data.bytes(path), median(two)));
  }

  private List<Double> onCores(int cores, String split, Path path)
      throws IOException, InterruptedException {
    List<String> bound = List.of("taskset", "--cpu-list", "0-" + (cores - 1));
    return millis(
        run(bound, "local[" + cores + "]", "2g", 3, 3, "s|rows|" + split + "|" + path).get("s"));
  }

  /** What stays in the heap when there is more to read. */
  private void memory() throws IOException, InterruptedException {
    long small = live("0", data.links("small", 100 << 20));
    report.add("live heap, 100 MB of files", "itself", List.of(1.0), small + " MB");
    for (Map.Entry<String, Path> larger :
        List.of(
            Map.entry("one file of 400 MB", data.largeReturn()),
            Map.entry("4 GB of files", data.links("4g", 4L << 30)))) {
      long live = live("0", larger.getValue());
      report.add(
          "live heap, " + larger.getKey() + ", -Xmx2g",
          "100 MB of files",
          List.of((double) live / small),
          live + " MB");
    }
  }

  /**
   * How fast aims become measures and benchmarks on two cores: beside DuckDB over the same Parquet
   * files, and how the time grows with the aims.
   */
  private void measures() throws IOException, InterruptedException {
    Path warehouse = aims();
    Map<String, Map<Integer, List<Double>>> times = new TreeMap<>();
    Map<Integer, Long> aims = new TreeMap<>();
    List<String> command =
        new ArrayList<>(
            List.of(
                Measures.class.getName(),
                warehouse.toString(),
                folder.resolve("data").toString(),
                "2",
                "" + rounds,
                System.getProperty("bench.spread", "2")));
    command.addAll(List.of(System.getProperty("bench.copies", "1,4,16").split(",")));
    for (String line : start(command, "8g")) {
      if (line.startsWith("MEASURE ")) {
        String[] words = line.split(" ");
        int copies = Integer.parseInt(words[2]);
        times
            .computeIfAbsent(words[1], it -> new TreeMap<>())
            .computeIfAbsent(copies, it -> new ArrayList<>())
            .add(Double.parseDouble(words[4]));
        aims.put(copies, Long.parseLong(words[3]));
      }
    }
    int before = 0;
    for (int copies : aims.keySet()) {
      List<Double> measures = times.get("measures").get(copies);
      List<Double> benchmarks = times.get("benchmarks").get(copies);
      String size = String.format(Locale.ROOT, "%,d aims", aims.get(copies));
      report.add(
          "speed of the measures, " + size,
          "DuckDB",
          ratios(times.get("duckdb").get(copies), measures),
          perSecond(aims.get(copies), measures));
      report.add(
          "time of the benchmarks, " + size,
          "the measures",
          ratios(benchmarks, measures),
          String.format(Locale.ROOT, "%.1f s", median(benchmarks) / 1e3));
      List<Double> whole = times.get("whole").get(copies);
      report.add(
          "speed of measures and benchmarks, " + size,
          "DuckDB",
          ratios(times.get("duckdb-whole").get(copies), whole),
          perSecond(aims.get(copies), whole));
      if (before > 0) {
        report.add(
            "time from aims to benchmarks, " + size,
            String.format(Locale.ROOT, "%,d aims", aims.get(before)),
            ratios(whole, times.get("whole").get(before)),
            perSecond(aims.get(copies), whole));
      }
      before = copies;
    }
  }

  /** The warehouse with the aims of one sector; it is made once and kept. */
  private Path aims() throws IOException, InterruptedException {
    Path warehouse = folder.resolve("data/sector-of-aims");
    if (!Files.exists(warehouse.resolve("run"))) {
      Path sector = data.sectorOfAims();
      start(
          List.of(
              "org.openqar.Main",
              "run",
              "--returns",
              sector.resolve("returns").toString(),
              "--reference",
              sector.resolve("reference").toString(),
              "--warehouse",
              warehouse.toString(),
              "--to",
              "aims"),
          "4g");
    }
    return warehouse;
  }

  /**
   * What it costs to publish under each policy, and what an attack finds out from the strict package. Of
   * {@code -Dbench.copies} the last is taken.
   */
  private void publish() throws IOException, InterruptedException {
    String[] sizes = System.getProperty("bench.copies", "16").split(",");
    Path warehouse = null;
    String size = "";
    for (String line :
        start(
            List.of(
                MeasuredCopies.class.getName(),
                aims().toString(),
                folder.resolve("data").toString(),
                System.getProperty("bench.spread", "2"),
                sizes[sizes.length - 1]),
            "8g")) {
      if (line.startsWith("WAREHOUSE ")) {
        warehouse = Path.of(line.split(" ", 2)[1]);
      } else if (line.startsWith("SIZE ")) {
        size = line.split(" ", 2)[1];
      }
    }
    report.add("Publishing: " + size, new Publishing(folder, warehouse).measure(rounds));
  }

  private static String perSecond(long aims, List<Double> millis) {
    return String.format(
        Locale.ROOT, "%.1f s, %,.0f aims/s", median(millis) / 1e3, aims * 1e3 / median(millis));
  }

  private long live(String split, Path path) throws IOException, InterruptedException {
    return run("local[2]", "2g", 0, 1, "s|all|" + split + "|" + path).get("s").get(0).liveMegabytes();
  }

  /** One scan that a JVM reported. */
  private record Scanned(double millis, long liveMegabytes) {}

  private Map<String, List<Scanned>> run(
      String master, String heap, int warmUp, int measured, String... scans)
      throws IOException, InterruptedException {
    return run(List.of(), master, heap, warmUp, measured, scans);
  }

  private Map<String, List<Scanned>> run(
      List<String> bound, String master, String heap, int warmUp, int measured, String... scans)
      throws IOException, InterruptedException {
    List<String> main = new ArrayList<>(List.of(Scan.class.getName(), master));
    main.addAll(List.of("" + warmUp, "" + measured));
    main.addAll(List.of(scans));
    Map<String, List<Scanned>> results = new TreeMap<>();
    for (String line : start(bound, main, heap)) {
      if (line.startsWith("SCAN ")) {
        String[] words = line.split(" ");
        results
            .computeIfAbsent(words[1], it -> new ArrayList<>())
            .add(new Scanned(Double.parseDouble(words[2]), Long.parseLong(words[3])));
      }
    }
    return results;
  }

  private List<String> start(List<String> main, String heap)
      throws IOException, InterruptedException {
    return start(List.of(), main, heap);
  }

  /** Runs a class with its arguments in a JVM of its own; gives the lines that it prints. */
  private List<String> start(List<String> bound, List<String> main, String heap)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(bound);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm(heap));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
    Path log = folder.resolve(main.get(0) + ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    List<String> lines;
    try (BufferedReader printed = process.inputReader()) {
      lines = printed.lines().peek(System.out::println).toList();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A measurement failed; see " + log);
    }
    return lines;
  }

  /** As ./qar runs it, with this heap, but compiled as a long run is. */
  private static List<String> jvm(String heap, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-Duser.timezone=UTC",
                "-Dlog4j2.configurationFile=conf/log4j2.properties",
                "@conf/java17.options"));
    options.addAll(List.of(more));
    return options;
  }

  private static List<Double> millis(List<Scanned> scans) {
    return scans.stream().map(Scanned::millis).toList();
  }

  private static List<Double> ratios(List<Double> baseline, List<Double> own) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(baseline.get(i) / own.get(i));
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String perSecond(long bytes, double millis) {
    return String.format(Locale.ROOT, "%.0f MB/s", bytes / 1e3 / millis);
  }
}
