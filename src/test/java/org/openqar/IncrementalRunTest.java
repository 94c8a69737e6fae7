package org.openqar;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.returns.CountingRules;
import org.openqar.returns.Inventory;
import org.openqar.returns.LoadedReturns;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.support.TableRows;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * Runs over returns that change between them: each computes only what changed, and leaves the
 * tables as a run that computes all would have made them. One story on the sample returns, told in
 * order.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncrementalRunTest {
  /** Merged into {@link #SURVIVOR}; their aims hang together. */
  private static final int MERGED = 10000101;

  private static final int SURVIVOR = 10000105;

  /** A learner moved here from another provider, whose aims are found here since. */
  private static final int MOVED_TO = 10000105;

  @TempDir private static Path temp;

  /** A second folder of returns, where what comes later is put. */
  private static Path later;

  /** Starts where the run on the samples ended. */
  @BeforeAll
  static void warehouseOfTheSamples() throws IOException {
    later = Files.createDirectory(temp.resolve("later"));
    SampleRun.copyTo(temp.resolve("warehouse"));
  }

  @Test
  @Order(1)
  void nothingNewIsFoundAtOnce() {
    assertTrue(run("warehouse").out().startsWith("Nothing new"));
  }

  @Test
  @Order(2)
  void onlyWhatChangedIsComputed() throws IOException {
    int broken = unlinked(0);
    int copied = unlinked(1);
    int early = unlinked(2);
    withoutItsFirstLearner(finalReturn(MERGED, "2122"), "2122/R14");
    write(
        "2425/R14",
        nameOfAYearLater(finalReturn(broken, "2425")),
        Files.readString(finalReturn(broken, "2425")).replace("</Message>", "<Learner>"));
    write(
        "2324/R14",
        nameOfAYearLater(finalReturn(copied, "2324")),
        Files.readString(finalReturn(copied, "2324")));
    withoutItsFirstLearner(finalReturn(early, "2425"), "2425/R06");
    Path mover = finalReturn(MOVED_TO, "2324");
    assertTrue(Files.readString(mover).contains("<PrevUKPRN>"), "the samples have a move");
    write(
        "2324/R14",
        nameOfAYearLater(mover),
        Files.readString(mover).replaceAll("<Prev(UKPRN|LearnRefNumber)>[^<]*</Prev\\1>", ""));

    run("warehouse", "--to", "returns");
    CommandLineRun tooLate = commandLine("warehouse", "--from", "measures");
    assertEquals(1, tooLate.code(), tooLate.out());
    assertTrue(tooLate.err().contains("start from aims"), tooLate.err());
    CommandLineRun run = run("warehouse");

    assertEquals(3, run.code(), run.err());
    assertTrue(recomputed().containsAll(Set.of(MERGED, SURVIVOR)), recomputed()::toString);
    assertFalse(recomputed().contains(broken), "its older return still counts");
    assertFalse(recomputed().contains(copied), "a copy changes nothing");
    assertFalse(recomputed().contains(early), "its final return still counts");
    assertTrue(run.out().contains("Computed again: "), run.out());
  }

  @Test
  @Order(3)
  void whatCountsForNothingLeavesEveryAimAsItIsAndAllIsAsAfterAFullRun() throws IOException {
    long aims = store("warehouse").version(Tables.AIM);
    withoutItsFirstLearner(finalReturn(unlinked(0), "2324"), "2324/R05");
    CommandLineRun run = run("warehouse");
    assertTrue(run.out().contains("No return that counts has changed"), run.out());
    assertTrue(run.out().contains("Where providers stand"), "the tables that stand are shown");
    assertEquals(aims, store("warehouse").version(Tables.AIM));
    run("full");
    assertLikeTheFullRun();
  }

  @Test
  @Order(4)
  void editionsInOneWarehouseDoNotDisturbEachOther() {
    String[] other = {"--set", "rules.match.key=LRN", "--to", "aims"};
    run("warehouse", other);
    assertTrue(run("warehouse").out().startsWith("Nothing new"));
    assertTrue(run("warehouse", other).out().startsWith("Nothing new"));
  }

  @Test
  @Order(5)
  void whatARunLeftHalfDoneIsDoneAgainAndAFileThatIsGoneCountsNoMore() throws IOException {
    Path resubmitted = withoutItsFirstLearner(finalReturn(unlinked(1), "2425"), "2425/R14");
    // A run that ends in the middle: the returns are in, no run is committed, the file goes again.
    TableStore store = store("warehouse");
    new ReturnsStage(SparkTest.spark(), store, Map.of(), Instant.now())
        .run(found(), LoadedReturns.of(SparkTest.reader(temp.resolve("warehouse")), true));
    Files.delete(resubmitted);

    run("warehouse");

    assertLikeTheFullRun();
    Row gone =
        store
            .read(Tables.RETURN_FILE)
            .where(col("source_file").endsWith("2425/R14/" + resubmitted.getFileName()))
            .head();
    assertFalse(gone.<Boolean>getAs("present"));
    assertEquals("superseded", gone.getAs("status"));
    assertEquals("It is no longer among the returns.", gone.getAs("reason"));
  }

  // --- the story's means ---------------------------------------------------------------------

  private static Returns found() {
    Configuration configuration = new Configuration(Path.of("conf"), Map.of());
    Settings.Returns settings = configuration.settings().returns();
    return Returns.of(
        new Inventory(SparkTest.spark(), Map.of()).of(roots()),
        new CountingRules(
            configuration.calendar(), settings.yearConflict(), settings.providerConflict(), false));
  }

  /** The so manieth provider without a link to others. */
  private static int unlinked(int which) {
    Set<Integer> linked = new TreeSet<>(List.of(MERGED, SURVIVOR));
    Dataset<Row> files = store("warehouse").read(Tables.RETURN_FILE);
    for (Row row :
        store("warehouse")
            .read(Tables.RETURNED_LEARNER)
            .selectExpr("ukprn", "explode(array_compact(array(prev_ukprn, pmukprn)))")
            .collectAsList()) {
      linked.add(row.getInt(0));
      linked.add(Integer.valueOf(row.getString(1)));
    }
    return files
        .where("is_final AND funding_year = 2024")
        .select("ukprn")
        .orderBy("ukprn")
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .filter(ukprn -> !linked.contains(ukprn))
        .skip(which)
        .findFirst()
        .orElseThrow();
  }

  private static Path finalReturn(int ukprn, String year) throws IOException {
    try (Stream<Path> files =
        Files.list(SampleRun.SAMPLES.resolve("returns").resolve(year).resolve("R14"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ILR-" + ukprn))
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  private static String nameOfAYearLater(Path file) {
    String[] parts = file.getFileName().toString().split("-");
    parts[3] = String.valueOf(Integer.parseInt(parts[3]) + 10000);
    return String.join("-", parts);
  }

  private static Path withoutItsFirstLearner(Path file, String folder) throws IOException {
    return write(
        folder,
        nameOfAYearLater(file),
        Files.readString(file).replaceFirst("(?s)<Learner>.*?</Learner>", ""));
  }

  private static Path write(String folder, String name, String xml) throws IOException {
    return Files.writeString(Files.createDirectories(later.resolve(folder)).resolve(name), xml);
  }

  private static List<String> roots() {
    return List.of(
        SampleRun.SAMPLES.resolve("returns").toAbsolutePath().toString(), later.toString());
  }

  private static CommandLineRun run(String warehouse, String... more) {
    CommandLineRun run = commandLine(warehouse, more);
    assertTrue(run.code() == 0 || run.code() == 3, run.err());
    return run;
  }

  private static CommandLineRun commandLine(String warehouse, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--conf",
                "conf",
                "--reference",
                "data-samples/reference",
                "--warehouse",
                temp.resolve(warehouse).toString()));
    roots().forEach(root -> args.addAll(List.of("--returns", root)));
    args.addAll(Arrays.asList(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private static TableStore store(String warehouse) {
    return new TableStore(SparkTest.spark(), temp.resolve(warehouse).toString());
  }

  private static Row lastRun() {
    return store("warehouse").read(Tables.RUN).orderBy(col("finished_at").desc()).head();
  }

  private static Set<Integer> recomputed() {
    return new TreeSet<>(lastRun().<Integer>getList(lastRun().fieldIndex("recomputed")));
  }

  /** Every row of every table as the run into an empty warehouse wrote it. */
  private static void assertLikeTheFullRun() {
    for (Table table : Tables.ALL) {
      if (table.layer() != TableLayer.OPERATIONS && !Tables.isImported(table)) {
        assertEquals(rows("full", table), rows("warehouse", table), table.name());
      }
    }
  }

  private static List<String> rows(String warehouse, Table table) {
    Dataset<Row> rows = store(warehouse).read(table);
    if (table == Tables.RETURN_FILE) {
      rows = rows.where("present");
    } else if (table.columnNames().contains("edition")) {
      rows = rows.where("edition = '2024-25'");
    }
    return TableRows.of(table, rows);
  }
}
