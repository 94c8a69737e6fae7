package org.openqar.pipeline;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.pipeline.Stage.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Filter;
import org.openqar.tables.KeyRange;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** A stage that somebody makes up, declared once: plan, run and log take it up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StageTest extends SparkTest {
  private static final Table LEAGUE = table("league");
  private static final Table CUP = table("cup");

  /** Of which league it is. */
  private static String named = "first";

  private static final Stage MADE_UP =
      stage("league")
          .does("count the places of each provider")
          .reads(Tables.PROVIDER_BENCHMARK)
          .writes(LEAGUE)
          .forEachEdition()
          .settledBy(job -> List.of(named))
          .runs((tools, before) -> write(tools));

  private static final List<Stage> STAGES =
      Stream.concat(Stages.ALL.stream(), Stream.of(MADE_UP)).toList();

  @TempDir private static Path temp;

  private static final List<String> SAID = new ArrayList<>();

  private static Table table(String name) {
    return Table.table(name, TableLayer.BENCHMARKS)
        .grain("One provider with its number of places")
        .key("edition", "report_year", "ukprn")
        .required("edition", DataTypes.StringType, "The rule set")
        .required("report_year", DataTypes.IntegerType, "The report year")
        .required("ukprn", DataTypes.IntegerType, "The provider")
        .required("places", DataTypes.LongType, "In how many cells it is placed")
        .declare();
  }

  private static void write(Tools tools) {
    KeyRange range =
        KeyRange.of(tools.job().edition().edition(), tools.job().settings().reportYear());
    tools
        .store()
        .replace(
            LEAGUE,
            tools
                .store()
                .read(Tables.PROVIDER_BENCHMARK, range)
                .groupBy("edition", "report_year", "ukprn")
                .agg(count(lit(1)).as("places")),
            range);
  }

  @BeforeAll
  static void warehouseOfTheSamples() {
    SampleRun.copyTo(temp.resolve("warehouse"));
  }

  @Test
  @Order(1)
  void aRunOfAllStagesHasItLast() {
    try (Engine engine = engine()) {
      RunPlan plan = pipeline(engine).plan(Optional.empty(), MADE_UP);
      assertEquals(
          List.of("returns", "reference", "aims", "measures", "benchmarks", "league"),
          plan.stages().stream().map(Stage::label).toList());
      assertTrue(pipeline(engine).alreadyDone(plan).isEmpty(), "nobody ran it yet");
      assertFalse(engine.isStarted(), "a plan needs no session");
    }
  }

  @Test
  @Order(2)
  void itRunsOnWhatTheStagesBeforeItLeft() {
    try (Engine engine = engine()) {
      RunPlan plan = pipeline(engine).plan(Optional.of(MADE_UP), MADE_UP);
      RunResult result = pipeline(engine).run(plan);
      assertEquals(List.of("league"), SAID);
      assertEquals(List.of(MADE_UP), result.timings().stream().map(it -> it.stage()).toList());
    }
    assertFalse(reader().list(LEAGUE, LEAGUE.columnNames(), Filter.all()).isEmpty());
  }

  @Test
  @Order(3)
  void theLogOfTheRunTellsItsTimeAndItsTable() {
    LoggedRun run = new RunLog(hadoop(), warehouse()).newest().orElseThrow();
    assertTrue(run.ran(MADE_UP));
    LoggedRun.Pinned pinned =
        run.tables().stream().filter(it -> it.table().equals("league")).findFirst().orElseThrow();
    assertTrue(pinned.written());
    assertEquals(reader().list(LEAGUE, List.of("ukprn"), Filter.all()).size(), (int) pinned.rows());
    assertEquals(reader().version(LEAGUE), pinned.version());
  }

  @Test
  @Order(4)
  void aSecondRunFindsNothingNewUntilWhatSettlesItChanges() {
    try (Engine engine = engine()) {
      Pipeline pipeline = pipeline(engine);
      RunPlan plan = pipeline.plan(Optional.empty(), MADE_UP);
      assertTrue(pipeline.alreadyDone(plan).isPresent());
      named = "second";
      assertTrue(pipeline.alreadyDone(pipeline.plan(Optional.empty(), MADE_UP)).isEmpty());
    } finally {
      named = "first";
    }
  }

  @Test
  @Order(5)
  void whatStandsOnItIsRefusedUnlessItIsOfNow() {
    Stage after =
        stage("cup")
            .does("find the best")
            .reads(LEAGUE)
            .writes(CUP)
            .forEachEdition()
            .runs((a, b) -> {});
    List<Stage> all = Stream.concat(STAGES.stream(), Stream.of(after)).toList();
    try (Engine engine = engine()) {
      assertEquals(List.of(after), pipeline(engine, all).plan(Optional.of(after), after).stages());
      named = "second";
      assertEquals(
          "The tables of league are out of date: start from league.",
          assertThrows(
                  UserException.class, () -> pipeline(engine, all).plan(Optional.of(after), after))
              .getMessage());
    } finally {
      named = "first";
    }
  }

  @Test
  @Order(6)
  void theScopeThatAStageHandsOnIsThatOfTheStagesAfterIt() {
    ProviderScope wider = ProviderScope.of(Set.of(10000100, 10000101));
    List<ProviderScope> seen = new ArrayList<>();
    Stage widens =
        stage("widens")
            .does("reach further")
            .reads(LEAGUE)
            .writes(CUP)
            .forEachEdition()
            .handsOn((tools, before) -> before.withScope(wider));
    Stage after =
        stage("after")
            .does("look")
            .reads(CUP)
            .writes(List.of())
            .forEachEdition()
            .runs((tools, before) -> seen.add(before.scope()));
    List<Stage> all = Stream.concat(STAGES.stream(), Stream.of(widens, after)).toList();
    try (Engine engine = engine()) {
      Pipeline pipeline = pipeline(engine, all);
      RunResult result = pipeline.run(pipeline.plan(Optional.of(widens), after));
      assertEquals(List.of(wider), seen);
      assertEquals(wider, result.scope());
    }
  }

  private static Pipeline pipeline(Engine engine) {
    return pipeline(engine, STAGES);
  }

  private static Pipeline pipeline(Engine engine, List<Stage> stages) {
    org.openqar.config.Configuration conf = conf();
    return new Pipeline(
        stages,
        engine,
        settings(),
        conf.edition(settings().edition(), Edition.class),
        conf.calendar(),
        new Progress() {
          @Override
          public void begins(Stage stage) {
            SAID.add(stage.label());
          }

          @Override
          public void ended(Stage stage, double seconds) {
            // Told when it began.
          }

          @Override
          public void says(String line) {
            throw new AssertionError(line);
          }
        });
  }

  private static org.openqar.config.Configuration conf() {
    return new org.openqar.config.Configuration(Path.of("conf"), Map.of());
  }

  /** Those of the sample run, in the tests' own copy of its warehouse. */
  private static Settings settings() {
    Settings plain = conf().settings();
    return new Settings(
        plain.returns().from(List.of(Path.of("data-samples/returns").toAbsolutePath().toString())),
        Path.of("data-samples/reference").toAbsolutePath().toString(),
        warehouse(),
        plain.reportYear(),
        plain.edition(),
        plain.window(),
        plain.benchmarks(),
        plain.privacy(),
        plain.spark());
  }

  private static String warehouse() {
    return temp.resolve("warehouse").toString();
  }

  private static TableReader reader() {
    return new TableReader(hadoop(), warehouse());
  }

  private static Configuration hadoop() {
    return spark().sparkContext().hadoopConfiguration();
  }

  private static Engine engine() {
    return new Engine(CommandLineRun.SESSIONS, settings(), spark -> {}, spark -> {});
  }
}
