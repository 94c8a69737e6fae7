package org.openqar.privacy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.spark.Sessions;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SparkTest;

/**
 * Puts canaries into every element of every ILR year that the reader skips, around every break of
 * damaged files, and in the place of codes and days. Then searches everything that a run produces:
 * tables, Delta logs, printed text, Spark's log, its event logs and stack traces.
 *
 * <p>An element of the contract may hold any text. The returned tables hold it as returned, and
 * {@code aim} and {@code qar_aim} hold the texts that they copy (LearnAimRef, ULN, Sex, Ethnicity,
 * LLDDHealthProb, the ACT code). No issue, message, log or figure repeats it. The header describes
 * the software and not the learners, so it is kept.
 */
@Tag("long")
@DisplayName("Nothing of a person leaves the reader")
class CanaryTest {
  private static final int SOUND = 30000001;
  private static final int DAMAGED = 30000100;
  private static final String KEY = "KEYTEXTKEYTEXTKEYTEXTKEYTEXTKEYTEXT";

  /** The years with final returns in the one form that holds every element of every year. */
  private static final List<Integer> YEARS = List.of(2016, 2023, 2024, 2025);

  /** The places that hold a text of the contract as returned. */
  private static final List<String> ROWS =
      List.of("table returned_", "table aim:", "table qar_aim:");

  /** The numbers of all planted learners. */
  private static final List<Integer> LEARNERS = List.of(1, 2, 3, 4, 5);

  @TempDir private static Path temp;

  private static Haystack open;
  private static Haystack hidden;
  private static FileAppender log;

  @BeforeAll
  static void runAndGather() throws IOException, InterruptedException {
    SparkTest.spark().stop();
    writeReturns();
    logTo(temp.resolve("spark.log"));
    open = new Haystack();
    run("open", open);
    open.addFiles("spark log", temp, file -> file.endsWith("spark.log"));
    int logged = open.size("spark log");
    hidden = new Haystack();
    runHidden(hidden);
    hidden.add("spark log", Files.readString(temp.resolve("spark.log")).substring(logged));
    open.addWarehouse(temp.resolve("open/warehouse"));
    hidden.addWarehouse(temp.resolve("hidden/warehouse"));
  }

  @AfterAll
  static void stopLogging() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().getRootLogger().removeAppender(log.getName());
    log.stop();
    context.reconfigure();
  }

  private static void writeReturns() throws IOException {
    for (String run : List.of("open", "hidden")) {
      Path returns = temp.resolve(run + "/returns");
      for (int year : YEARS) {
        List<String> learners = new ArrayList<>();
        learners.add(PlantedReturn.learner(1));
        learners.add(PlantedReturn.mistyped(2, PlantedReturn.WHAT_IS_LEARNT));
        learners.add(PlantedReturn.mistyped(5, Set.of()));
        if (run.equals("open")) {
          learners.add(PlantedReturn.misplaced(3));
        }
        write(
            returns,
            SOUND,
            year,
            PlantedReturn.xml(SOUND, year, learners).getBytes(StandardCharsets.UTF_8),
            "xml");
      }
      for (Damage damage : damages(run)) {
        int ukprn = DAMAGED + damage.ordinal();
        String xml = PlantedReturn.xml(ukprn, 2024, List.of(PlantedReturn.learner(4)));
        write(returns, ukprn, 2024, damage.bytes(xml), damage.extension());
      }
      writeConf(run);
    }
    Files.writeString(temp.resolve("key"), KEY + "\n");
  }

  private static void write(Path root, int ukprn, int year, byte[] content, String extension)
      throws IOException {
    PlantedReturn.write(root, ukprn, year, content, extension);
  }

  /** Returns all of them for one run, and some for the run under a key. */
  private static List<Damage> damages(String run) {
    return Arrays.stream(Damage.values())
        .filter(damage -> run.equals("open") || damage.ordinal() % 5 == 0)
        .toList();
  }

  /** Writes the program's own configuration, with Spark's event log turned on. */
  private static void writeConf(String run) throws IOException {
    Path conf = temp.resolve(run + "/conf");
    Path events = Files.createDirectories(temp.resolve(run + "/events"));
    Files.createDirectories(conf.resolve("editions"));
    for (String file : List.of("editions/2024-25.yaml", "collection-calendar.yaml")) {
      Files.copy(Path.of("conf").resolve(file), conf.resolve(file));
    }
    String yaml = Files.readString(Path.of("conf/qar.yaml"));
    assertTrue(yaml.contains("\n  settings:\n"), yaml);
    Files.writeString(
        conf.resolve("qar.yaml"),
        yaml.replace(
            "\n  settings:\n",
            """

              settings:
                spark.eventLog.enabled: "true"
                spark.eventLog.compress: "false"
                spark.eventLog.dir: "%s"
                spark.sql.shuffle.partitions: "1"
                spark.sql.codegen.wholeStage: "false"
                spark.sql.codegen.factoryMode: NO_CODEGEN
            """
                .formatted(events.toUri())));
  }

  private static void logTo(Path file) {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    log =
        FileAppender.newBuilder()
            .setName("canaries")
            .withFileName(file.toString())
            .setLayout(PatternLayout.newBuilder().withPattern("%p %c %m%n%throwable").build())
            .setConfiguration(context.getConfiguration())
            .build();
    log.start();
    context.getConfiguration().getRootLogger().addAppender(log, Level.ALL, null);
    Configurator.setRootLevel(Level.INFO);
    Configurator.setLevel("org.openqar", Level.DEBUG);
    LogManager.getLogger("org.openqar").debug(PlantedReturn.KEPT);
  }

  private static String[] arguments(String run, String command, String... more) {
    List<String> all =
        new ArrayList<>(List.of(command, "--conf", temp.resolve(run + "/conf").toString()));
    all.addAll(List.of("--warehouse", temp.resolve(run + "/warehouse").toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String printedByRun(String run, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                arguments(
                    run,
                    "run",
                    "--returns",
                    temp.resolve(run + "/returns").toString(),
                    "--to",
                    "measures")));
    arguments.addAll(List.of(more));
    CommandLineRun done = CommandLineRun.of(Sessions.local(), arguments.toArray(String[]::new));
    assertEquals(3, done.code(), done.err());
    assertTrue(done.out().contains(YEARS.size() + " files accepted"), done.out());
    return done.out() + done.err();
  }

  private static void run(String run, Haystack into) throws IOException, InterruptedException {
    into.add("printed by run", printedByRun(run));
    explain(run, PlantedReturn.uln(1), into, "--format", "json");
    explain(run, PlantedReturn.reference(2), into);
    into.add("stack traces", stackTraces(run));
    into.add("printed by a failure", failedProcess(run));
    into.addFiles("event log", temp.resolve(run + "/events"), file -> true);
  }

  private static void explain(String run, String learner, Haystack into, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                arguments(run, "explain", "--ukprn", String.valueOf(SOUND), "--learner", learner)));
    arguments.addAll(List.of(more));
    CommandLineRun done = CommandLineRun.of(Sessions.local(), arguments.toArray(String[]::new));
    assertEquals(0, done.code(), done.out() + done.err());
    assertTrue(done.out().contains("ALL-EXC-02"), done.out());
    into.add("printed by explain", done.out() + done.err());
  }

  /** Returns the stack traces of Spark reading each damaged file. */
  private static String stackTraces(String run) throws IOException {
    StringWriter traces = new StringWriter();
    SparkSession spark = Sessions.local().open(settings(run));
    try {
      for (Damage damage : Damage.values()) {
        Path file =
            PlantedReturn.path(
                temp.resolve(run + "/returns"),
                DAMAGED + damage.ordinal(),
                2024,
                damage.extension());
        assertTrue(Files.exists(file), file.toString());
        try {
          spark.read().format("ilr").load(file.toString()).collect();
        } catch (Exception e) {
          e.printStackTrace(new PrintWriter(traces, true));
        }
      }
    } finally {
      spark.stop();
    }
    return traces.toString();
  }

  /** Runs a command in its own process that fails with a stack trace and shows its arguments. */
  private static String failedProcess(String run) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(List.of("-Xmx1g", "@conf/short-run.options", "@conf/java17.options"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.openqar.Main"));
    command.addAll(
        List.of(
            "explain",
            "--conf",
            temp.resolve(run + "/conf").toString(),
            "--warehouse",
            temp.resolve("none").toString(),
            "--ukprn",
            "30000001",
            "--learner",
            PlantedReturn.CANARY));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QAR_STACK_TRACE", "1");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), printed);
    assertTrue(printed.contains("\tat org.openqar."), printed);
    return printed;
  }

  private static Settings settings(String run) {
    return new Configuration(temp.resolve(run + "/conf"), Map.of()).settings();
  }

  private static void runHidden(Haystack into) throws IOException {
    String key = temp.resolve("key").toString();
    into.add(
        "printed by run", printedByRun("hidden", "--set", "privacy.pseudonym-key-file=" + key));
    explain("hidden", PlantedReturn.reference(1), into, "--pseudonym-key-file", key);
    explain("hidden", PlantedReturn.uln(1), into, "--pseudonym-key-file", key, "--format", "json");
    into.addFiles("event log", temp.resolve("hidden/events"), file -> true);
  }

  @Test
  @DisplayName("and the search would find it")
  void theSearchFinds() {
    for (Haystack all : List.of(open, hidden)) {
      assertFalse(all.find(PlantedReturn.KEPT + " Software").isEmpty());
      assertTrue(
          all.find("SparkListenerSQLExecutionStart").stream()
              .anyMatch(it -> it.startsWith("event log")));
      assertTrue(all.size("spark log") > 10_000);
    }
    assertTrue(open.find(PlantedReturn.KEPT).stream().anyMatch(it -> it.startsWith("spark log")));
    assertFalse(open.find(PlantedReturn.reference(1)).isEmpty());
    assertFalse(open.find(PlantedReturn.uln(1)).isEmpty());
    assertTrue(
        open.find(PlantedReturn.TYPED).stream()
            .anyMatch(it -> it.startsWith("table returned_delivery")));
    assertTrue(open.size("stack traces") > Damage.values().length * 1000);
  }

  @Test
  @DisplayName("that is no element of the contract, from sound and from damaged files")
  void canaries() {
    assertAll(
        List.of(open, hidden).stream()
            .map(all -> () -> assertEquals(List.of(), all.find(PlantedReturn.CANARY))));
  }

  @Test
  @DisplayName("from a postcode except its outward part")
  void postcodes() {
    for (String inward : PlantedReturn.INWARD) {
      assertEquals(List.of(), open.find(inward));
      assertEquals(List.of(), hidden.find(inward));
    }
  }

  @Test
  @DisplayName("in the place of a code, into an issue, a message, a log or a figure")
  void mistyped() {
    for (Haystack all : List.of(open, hidden)) {
      assertEquals(List.of(), all.findOutside(ROWS, PlantedReturn.TYPED));
    }
  }

  @Test
  @DisplayName("that is a ULN, into an issue, a message, a log or a figure")
  void misplacedUln() {
    assertEquals(List.of(), open.findOutside(ROWS, PlantedReturn.uln(3)));
  }

  @Test
  @DisplayName("under a key: no ULN, no reference number, no number of the provider's software")
  void numbers() {
    assertEquals(List.of(), hidden.find(PlantedReturn.REFERENCE));
    for (int learner : LEARNERS) {
      assertEquals(List.of(), hidden.find(PlantedReturn.uln(learner)));
    }
  }

  @Test
  @DisplayName("and the key leaves nowhere")
  void key() {
    assertEquals(List.of(), hidden.find("KEYTEXT"));
  }
}
