package org.openqar.bench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.rules.ReportTypes;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.measures.MeasuresStage;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * One JVM that computes measures from aims, in Spark and in DuckDB in turn, and benchmarks in Spark, over
 * some copies of a sector's aims, each copy with providers of its own. Prints a line
 * for each calculation: the engine, the copies, the aims, the wall time in milliseconds. Arguments:
 * a warehouse with aims, a folder for the copies, the rounds to warm up (on the first size), the rounds to
 * measure, over how many providers the aims of one are spread, then the numbers of copies.
 */
final class Measures {
  private final Settings settings;
  private final Edition edition;
  private final RuleBook book;
  private final KeyRange range;
  private final SectorCopies copies;

  private Measures(SparkSession spark, int spread) {
    Configuration configuration = new Configuration(null, Map.of());
    settings = configuration.settings();
    edition = configuration.edition(settings.edition(), Edition.class);
    book = ReportTypes.book(edition, settings.reportYear());
    range = KeyRange.of(edition.edition(), settings.reportYear());
    copies = new SectorCopies(spark, range, spread);
  }

  public static void main(String[] arguments) throws Exception {
    SparkSession spark = BenchSession.open();
    Measures measures = new Measures(spark, Integer.parseInt(arguments[4]));
    TableStore base = new TableStore(spark, arguments[0]);
    Path folder = Path.of(arguments[1]);
    int warmUp = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    for (String size : Arrays.copyOfRange(arguments, 5, arguments.length)) {
      int copies = Integer.parseInt(size);
      TableStore store = measures.copies.of(base, folder, copies);
      Path ofPeer = measures.copies.folder(folder, copies).resolve("peer");
      measures.measure(store, ofPeer, copies, size.equals(arguments[5]) ? warmUp : 0, rounds);
    }
    spark.stop();
  }

  private void measure(TableStore store, Path ofPeer, int copies, int warmUp, int rounds)
      throws Exception {
    long aims = store.read(Tables.AIM, range).count();
    System.out.printf(
        "PROVIDERS %d%n", store.read(Tables.AIM, range).select("ukprn").distinct().count());
    try (Peer peer =
        new Peer(
            book,
            settings.firstReportedYear(),
            settings.reportYear(),
            Files.createDirectories(ofPeer))) {
      peer.over(store);
      for (int round = -warmUp; round < rounds; round++) {
        long start = System.nanoTime();
        new MeasuresStage(store, settings, edition, book).run(ProviderScope.ALL, Map.of());
        long measured = System.nanoTime();
        new BenchmarksStage(store, settings, edition).run();
        long ended = System.nanoTime();
        peer.measure();
        long measuredByPeer = System.nanoTime();
        peer.benchmark(settings.benchmarks());
        long benchmarkedByPeer = System.nanoTime();
        if (round >= 0) {
          print("measures", copies, aims, measured - start);
          print("benchmarks", copies, aims, ended - measured);
          print("whole", copies, aims, ended - start);
          print("duckdb", copies, aims, measuredByPeer - ended);
          print("duckdb-whole", copies, aims, benchmarkedByPeer - ended);
        }
      }
      requireSame(totals(store), peer.totals());
      requireSame(places(store), peer.places());
    }
  }

  private static void requireSame(List<Long> own, List<Long> ofPeer) {
    if (!own.equals(ofPeer)) {
      throw new IllegalStateException("The engines disagree: %s, %s".formatted(own, ofPeer));
    }
  }

  private static void print(String engine, int copies, long aims, long nanos) {
    System.out.printf("MEASURE %s %d %d %d%n", engine, copies, aims, nanos / 1_000_000);
  }

  private List<Long> totals(TableStore store) {
    return longs(
        store.read(Tables.QAR_PROVIDER, range),
        "count(*)",
        "sum(leavers)",
        "sum(completers)",
        "sum(achievers)");
  }

  /** Beside the thresholds of the providers loaded; the peer has no published ones. */
  private List<Long> places(TableStore store) {
    return longs(
        store.read(Tables.PROVIDER_BENCHMARK, range).where("source = 'computed'"),
        "count(*)",
        "sum(rank)",
        "sum(quartile)",
        "sum(achievers_to_next_quartile)",
        "sum(10 * percentile)",
        "sum(10 * rate_year_before)",
        "sum(10 * rate_low)",
        "sum(10 * trend)");
  }

  private static List<Long> longs(Dataset<Row> rows, String... sums) {
    Row row = rows.selectExpr(sums).head();
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      all.add(new BigDecimal(row.get(i).toString()).longValue());
    }
    return all;
  }
}
