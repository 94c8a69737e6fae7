package org.openqar.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openqar.aims.AimsStage;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.measures.MeasuresStage;
import org.openqar.reference.ReferenceFiles;
import org.openqar.reference.ReferenceStage;
import org.openqar.returns.Inventory;
import org.openqar.returns.JudgedFile;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.rules.Edition;
import org.openqar.rules.RuleBook;
import org.openqar.rules.apprenticeships.ApprenticeshipProgramme;
import org.openqar.tables.Layer;
import org.openqar.tables.Table;
import org.openqar.tables.TableMissingException;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** The stages in order, and the one row that commits a run. */
public final class Pipeline {
  private static final String CODE = Fingerprint.ofCode(Pipeline.class);

  private final SparkSession spark;
  private final Settings settings;
  private final Edition edition;
  private final CollectionCalendar calendar;
  private final Progress progress;
  private final TableStore store;
  private final ReferenceFiles reference;
  private final List<RuleBook> books;
  private final Runs runs;

  public Pipeline(
      SparkSession spark,
      Settings settings,
      Edition edition,
      CollectionCalendar calendar,
      Progress progress) {
    this.spark = spark;
    this.settings = settings;
    this.edition = edition;
    this.calendar = calendar;
    this.progress = progress;
    this.store = new TableStore(spark, settings.warehouse());
    this.reference = new ReferenceFiles(spark, settings.reference());
    this.books = books(edition, settings.reportYear());
    this.runs = new Runs(store);
  }

  /** The rule books of every report type that is built. */
  public static List<RuleBook> books(Edition edition, int reportYear) {
    return List.of(new RuleBook(new ApprenticeshipProgramme(), edition, reportYear));
  }

  public TableStore store() {
    return store;
  }

  /**
   * Finds out what a run from one stage to another would do; writes nothing.
   *
   * @throws org.openqar.tables.TableMissingException if it is to start from tables that are not
   *     there
   */
  public RunPlan plan(Stage from, Stage to) {
    List<Stage> stages =
        Arrays.stream(Stage.values())
            .filter(stage -> stage.compareTo(from) >= 0 && stage.compareTo(to) <= 0)
            .toList();
    if (from != Stage.RETURNS) {
      return continued(stages);
    }
    Returns returns = Returns.of(new Inventory(spark).of(settings.returns()), calendar);
    if (returns.files().isEmpty()) {
      throw new IllegalArgumentException(
          "No file below %s ends in .xml or .zip: give the folder of the returns."
              .formatted(settings.returns()));
    }
    List<RunPlan.Input> inputs = new ArrayList<>();
    for (JudgedFile file : returns.files()) {
      inputs.add(new RunPlan.Input(file.file().sourceFile(), file.file().contentHash()));
    }
    inputs.addAll(referenceInputs());
    return new RunPlan(
        returns, inputs, gaps(returns.finalYears()), stages, fingerprint(inputs, stages));
  }

  /** A run that starts later stands on the returns that the newest run loaded. */
  private RunPlan continued(List<Stage> stages) {
    if (stages.get(0).compareTo(Stage.AIMS) > 0
        && runs.newest(edition.edition(), settings.reportYear()).isEmpty()) {
      throw new IllegalArgumentException(
          "There are no aims yet for edition %s and report year %d: start from aims."
              .formatted(edition.edition(), settings.reportYear()));
    }
    Row earlier =
        runs.newest()
            .orElseThrow(() -> new TableMissingException(Tables.RUN, settings.warehouse()));
    Set<Layer> skipped =
        stages.contains(Stage.REFERENCE)
            ? EnumSet.of(Layer.RETURNS)
            : EnumSet.of(Layer.RETURNS, Layer.REFERENCE);
    if (!runs.stillStands(earlier, skipped)) {
      throw new IllegalArgumentException(
          "The tables of the earlier stages are not those of the last complete run: start from"
              + " returns.");
    }
    List<RunPlan.Input> inputs = new ArrayList<>(Runs.inputs(earlier));
    if (stages.contains(Stage.REFERENCE)) {
      inputs.removeIf(input -> ReferenceFiles.isOne(input.sourceFile()));
      inputs.addAll(referenceInputs());
    }
    Map<Integer, Set<Integer>> finalYears = new TreeMap<>();
    for (Row row :
        store
            .read(Tables.RETURN_FILE)
            .where("is_final")
            .select("ukprn", "funding_year")
            .collectAsList()) {
      finalYears.computeIfAbsent(row.getInt(0), any -> new TreeSet<>()).add(row.getInt(1));
    }
    return new RunPlan(
        Returns.of(List.of(), calendar),
        inputs,
        gaps(finalYears),
        stages,
        fingerprint(inputs, stages));
  }

  /** The run whose tables already hold what a plan would compute. */
  public Optional<RunResult> alreadyDone(RunPlan plan) {
    return runs.newest(edition.edition(), settings.reportYear())
        .filter(run -> run.<String>getAs("input_fingerprint").equals(plan.fingerprint()))
        .filter(runs::stillStands)
        .map(
            run ->
                new RunResult(
                    true,
                    run.getAs("run_id"),
                    run.<Timestamp>getAs("finished_at").toInstant(),
                    run.<Integer>getAs("refused_files"),
                    List.of()));
  }

  /** Runs a plan and commits it. */
  public RunResult run(RunPlan plan) {
    Instant startedAt = Instant.now();
    List<RunResult.Timing> timings = new ArrayList<>();
    RunPlan done = plan;
    for (Stage stage : plan.stages()) {
      progress.begins(stage);
      Instant began = Instant.now();
      if (stage == Stage.RETURNS) {
        Returns read =
            new ReturnsStage(spark, store, startedAt, Optional.empty()).run(plan.returns());
        done =
            new RunPlan(
                read, plan.inputs(), gaps(read.finalYears()), plan.stages(), plan.fingerprint());
      } else {
        run(stage);
      }
      double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
      timings.add(new RunResult.Timing(stage, seconds));
      progress.ended(stage, seconds);
    }
    String runId = UUID.randomUUID().toString();
    Instant finishedAt = Instant.now();
    int refused = refusals();
    runs.commit(
        runId,
        startedAt,
        finishedAt,
        edition.edition(),
        settings,
        ruleFingerprint(),
        done,
        refused,
        timings);
    return new RunResult(false, runId, finishedAt, refused, timings);
  }

  private void run(Stage stage) {
    switch (stage) {
      case RETURNS -> throw new IllegalStateException("The returns need a plan");
      case REFERENCE -> new ReferenceStage(store, reference).run();
      case AIMS -> new AimsStage(store, settings, edition).run();
      case MEASURES -> new MeasuresStage(store, settings, edition, books).run();
      case BENCHMARKS -> new BenchmarksStage(store, settings, edition).run();
    }
  }

  private int refusals() {
    return (int) store.read(Tables.RETURN_FILE).where("status = 'refused'").count();
  }

  /** Gaps, but for years in which the provider had merged into another. */
  private List<Returns.Gap> gaps(Map<Integer, Set<Integer>> finalYears) {
    List<Row> mergers = reference.mergers();
    return Returns.gaps(finalYears, settings.firstLoadedYear(), settings.lastLoadedYear()).stream()
        .filter(
            gap ->
                mergers.stream()
                    .noneMatch(
                        merger ->
                            merger.<Integer>getAs("old_ukprn") == gap.ukprn()
                                && merger.<Integer>getAs("from_year") <= gap.year().start()))
        .toList();
  }

  private List<RunPlan.Input> referenceInputs() {
    List<RunPlan.Input> inputs = new ArrayList<>();
    for (Table table : Tables.of(Layer.REFERENCE)) {
      reference
          .path(table)
          .ifPresent(
              path -> {
                try {
                  inputs.add(
                      new RunPlan.Input(
                          path,
                          Fingerprint.ofFile(path, spark.sparkContext().hadoopConfiguration())));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return inputs;
  }

  /** Differs whenever a figure could; a run that stops early never equals a whole one. */
  private String fingerprint(List<RunPlan.Input> inputs, List<Stage> stages) {
    List<String> parts = new ArrayList<>();
    inputs.stream()
        .map(input -> input.sourceFile() + " " + input.contentHash())
        .sorted()
        .forEach(parts::add);
    parts.add(settings.window().toString());
    parts.add(settings.benchmarks().toString());
    parts.add(calendar.toString());
    parts.add(ruleFingerprint());
    parts.add(CODE);
    parts.add(stages.get(stages.size() - 1).label());
    return Fingerprint.of(parts);
  }

  private String ruleFingerprint() {
    return Fingerprint.of(books.stream().map(RuleBook::fingerprint).toList());
  }
}
