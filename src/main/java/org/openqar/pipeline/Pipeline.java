package org.openqar.pipeline;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
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
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.measures.MeasuresStage;
import org.openqar.reference.ReferenceFiles;
import org.openqar.reference.ReferenceStage;
import org.openqar.returns.CountingRules;
import org.openqar.returns.Inventory;
import org.openqar.returns.LoadedReturns;
import org.openqar.returns.ReturnedFile;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.RuleBook;
import org.openqar.tables.Layer;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableMissingException;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** The stages in order, and the one row that commits a run. */
public final class Pipeline {
  private static final String CODE = Sha256.ofCode(Pipeline.class);

  /** What starts the name of an imported publication among the inputs. */
  private static final String PUBLISHED = Tables.PUBLISHED_RATE.name() + ": ";

  /** Tables whose rows do not belong to one edition and report year. */
  private static final Set<Layer> SHARED = EnumSet.of(Layer.RETURNS, Layer.REFERENCE);

  /** Tables whose rows each belong to one edition and report year. */
  private static final Set<Layer> OWN = EnumSet.of(Layer.AIMS, Layer.MEASURES, Layer.BENCHMARKS);

  private final SparkSession spark;
  private final Settings settings;
  private final Edition edition;
  private final CollectionCalendar calendar;
  private final Progress progress;
  private final TableStore store;
  private final ReferenceFiles reference;
  private final RuleBook book;
  private final Runs runs;
  private final Reading reading;

  /** Of the rules, and of the runs whose figures stand before this one writes. */
  private final String ruleFingerprint;

  /**
   * @throws IllegalArgumentException if a history that is kept as published lacks a run
   */
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
    this.book = ReportTypes.book(edition, settings.reportYear());
    this.runs = new Runs(store);
    this.reading = Reading.of(settings, spark.sparkContext().hadoopConfiguration());
    this.ruleFingerprint = fingerprint(book, keptFigures());
  }

  public TableStore store() {
    return store;
  }

  /**
   * Finds out what a run would do; writes nothing.
   *
   * @param from where it starts all over, on the tables of the stages before; empty to compute only
   *     what changed
   * @param to the last stage to run
   * @throws org.openqar.tables.TableMissingException if it is to start from tables that are not
   *     there
   */
  public RunPlan plan(Optional<Stage> from, Stage to) {
    Stage first = from.orElse(Stage.RETURNS);
    List<Stage> stages =
        Arrays.stream(Stage.values())
            .filter(stage -> stage.compareTo(first) >= 0 && stage.compareTo(to) <= 0)
            .toList();
    if (first != Stage.RETURNS) {
      return continued(stages);
    }
    List<ReturnedFile> found =
        new Inventory(spark, reading.limits()).of(settings.returns().roots());
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "No file below %s ends in .xml, .xml.gz or .zip: give the folder of the returns."
              .formatted(settings.returns().shownRoots()));
    }
    Returns returns = Returns.of(found, countingRules());
    List<RunPlan.Input> inputs = new ArrayList<>();
    for (ReturnedFile file : found) {
      inputs.add(new RunPlan.Input(file.sourceFile(), file.contentHash()));
    }
    List<RunPlan.Input> ofReference = referenceInputs();
    inputs.addAll(ofReference);
    inputs.addAll(publishedInputs());
    return new RunPlan(
        returns,
        inputs,
        gaps(returns.finalYears()),
        stages,
        from.isPresent(),
        fingerprint(inputs, ofReference, stages));
  }

  private CountingRules countingRules() {
    return new CountingRules(
        calendar,
        settings.returns().yearConflict(),
        settings.returns().providerConflict(),
        edition.returns().lookAhead().value() == Edition.LookAhead.R04);
  }

  /** A run that starts later stands on what earlier runs left, as far as it is of now. */
  private RunPlan continued(List<Stage> stages) {
    if (stages.get(0).compareTo(Stage.AIMS) > 0 && mine(Stage.AIMS).isEmpty()) {
      throw new IllegalArgumentException(
          "There are no aims yet for edition %s and report year %d: start from aims."
              .formatted(edition.edition(), settings.reportYear()));
    }
    Row earlier =
        runs.newest()
            .orElseThrow(() -> new TableMissingException(Tables.RUN, settings.warehouse()));
    Set<Layer> skipped = stages.contains(Stage.REFERENCE) ? EnumSet.of(Layer.RETURNS) : SHARED;
    if (!runs.stillStands(earlier, skipped)) {
      throw new IllegalArgumentException(
          "The tables of the earlier stages are not those of the last complete run: start from"
              + " returns.");
    }
    List<RunPlan.Input> inputs = new ArrayList<>(Runs.inputs(earlier));
    inputs.removeIf(Pipeline::isPublished);
    inputs.addAll(publishedInputs());
    if (stages.contains(Stage.REFERENCE)) {
      inputs.removeIf(input -> ReferenceFiles.isOne(input.sourceFile()));
      inputs.addAll(referenceInputs());
    }
    List<RunPlan.Input> ofReference =
        inputs.stream().filter(input -> ReferenceFiles.isOne(input.sourceFile())).toList();
    RunPlan.Fingerprint fingerprint = fingerprint(inputs, ofReference, stages);
    if (!earlier.getAs("key_check").equals(reading.keyCheck().orElse(""))) {
      throw new IllegalArgumentException(
          "The last run read the returns with another pseudonym key, or without one: start from"
              + " returns, or give that key.");
    }
    if (!earlier.getAs("reading_fingerprint").equals(fingerprint.reading())) {
      throw new IllegalArgumentException(
          "The last run read the returns under other settings, or with another version of the"
              + " program: start from returns.");
    }
    Set<CountedReturn> counted = countedNow();
    if (stages.get(0).compareTo(Stage.AIMS) > 0) {
      requireAims(fingerprint, counted);
    }
    if (stages.get(0) == Stage.BENCHMARKS) {
      requireMeasures();
    }
    Map<Integer, Set<Integer>> finalYears = new TreeMap<>();
    for (CountedReturn one : counted) {
      if (one.returnNumber() == CollectionCalendar.FINAL) {
        finalYears.computeIfAbsent(one.ukprn(), any -> new TreeSet<>()).add(one.fundingYear());
      }
    }
    return new RunPlan(
        Returns.of(List.of(), countingRules()),
        inputs,
        gaps(finalYears),
        stages,
        true,
        fingerprint);
  }

  private void requireAims(RunPlan.Fingerprint fingerprint, Set<CountedReturn> counted) {
    Row matched = mine(Stage.AIMS).orElseThrow();
    if (!matched.getAs("aims_fingerprint").equals(fingerprint.aims())
        || !Runs.returns(matched).equals(counted)
        || !runs.ownRowsStand(matched, EnumSet.of(Layer.AIMS))) {
      throw new IllegalArgumentException(
          "The aims were matched from other returns, reference data or settings than those of now:"
              + " start from aims.");
    }
  }

  private void requireMeasures() {
    if (mine(Stage.MEASURES)
        .filter(run -> run.getAs("rule_fingerprint").equals(ruleFingerprint))
        .filter(run -> runs.ownRowsStand(run, EnumSet.of(Layer.AIMS, Layer.MEASURES)))
        .isEmpty()) {
      throw new IllegalArgumentException(
          "The aims of now were not judged by the rules of now: start from measures.");
    }
  }

  /** The run whose tables already hold what a plan would compute. */
  public Optional<RunResult> alreadyDone(RunPlan plan) {
    if (plan.afresh()) {
      return Optional.empty();
    }
    return mine("input_fingerprint", plan.fingerprint().whole())
        .filter(run -> run.<Integer>getAs("refused_files") == 0 || !mayBeReadNow())
        .filter(run -> runs.ownRowsStand(run, OWN) && sharedStandFor(run))
        .map(
            run ->
                new RunResult(
                    true,
                    run.getAs("run_id"),
                    run.<Timestamp>getAs("finished_at").toInstant(),
                    run.<Integer>getAs("refused_files"),
                    List.of(),
                    ProviderScope.of(Set.of()),
                    plan.gaps()));
  }

  /** Whether a file was refused for what may have passed: an input error, a writer at work. */
  private boolean mayBeReadNow() {
    return !store
        .read(Tables.RETURN_ISSUE)
        .where(
            col("severity")
                .equalTo("file")
                .and(col("code").isin(LoadedReturns.passingCodes().toArray())))
        .isEmpty();
  }

  /** Whether the tables that all runs share hold what that run read, written by it or since. */
  private boolean sharedStandFor(Row run) {
    return runs.newest()
        .filter(newest -> runs.stillStands(newest, SHARED))
        .filter(
            newest -> newest.getAs("reading_fingerprint").equals(run.getAs("reading_fingerprint")))
        .filter(newest -> Set.copyOf(Runs.inputs(newest)).equals(Set.copyOf(Runs.inputs(run))))
        .isPresent();
  }

  private Optional<Row> mine(Stage stage) {
    return runs.newest(edition.edition(), settings.reportYear(), stage);
  }

  private Optional<Row> mine(String column, String hash) {
    return runs.newest(edition.edition(), settings.reportYear(), column, hash);
  }

  /** Runs a plan and commits it. */
  public RunResult run(RunPlan plan) {
    Instant startedAt = Instant.now();
    List<RunResult.Timing> timings = new ArrayList<>();
    RunPlan done = plan;
    ProviderScope scope = ProviderScope.ALL;
    for (Stage stage : plan.stages()) {
      boolean stands = scope.isNone() && OWN.contains(stage.layer());
      if (stands && !(stage == Stage.BENCHMARKS && publicationsChanged(plan))) {
        continue;
      }
      progress.begins(stage);
      Instant began = Instant.now();
      if (stage == Stage.RETURNS) {
        Returns read =
            new ReturnsStage(spark, store, reading.options(), startedAt)
                .run(plan.returns(), loaded(plan));
        done = plan.having(read, gaps(read.finalYears()));
        scope =
            plan.afresh() || !plan.stages().contains(Stage.AIMS)
                ? ProviderScope.ALL
                : changed(plan);
      } else {
        run(stage, scope, done.gaps());
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
        ruleFingerprint,
        done,
        reading.keyCheck().orElse(""),
        plan.stages().contains(Stage.AIMS) ? countedNow() : Set.of(),
        scope,
        refused,
        timings);
    return new RunResult(false, runId, finishedAt, refused, timings, scope, done.gaps());
  }

  /** What of the returns tables may stand: nothing unless the newest run left them so. */
  private LoadedReturns loaded(RunPlan plan) {
    boolean sound =
        !plan.afresh()
            && runs.newest()
                .filter(
                    run -> run.getAs("reading_fingerprint").equals(plan.fingerprint().reading()))
                .filter(run -> runs.stillStands(run, EnumSet.of(Layer.RETURNS)))
                .isPresent();
    return LoadedReturns.of(store, sound);
  }

  /** The providers to compute again: all, unless an earlier run of the same method still stands. */
  private ProviderScope changed(RunPlan plan) {
    Optional<Row> before =
        mine("method_fingerprint", plan.fingerprint().method())
            .filter(run -> runs.ownRowsStand(run, OWN));
    if (before.isEmpty()) {
      return ProviderScope.ALL;
    }
    Set<CountedReturn> then = Runs.returns(before.get());
    Set<CountedReturn> now = countedNow();
    Changes changes = new Changes();
    for (Row merger : reference.mergers()) {
      changes.link(merger.<Integer>getAs("old_ukprn"), merger.<Integer>getAs("new_ukprn"));
    }
    return changes.between(then, now);
  }

  private Set<CountedReturn> countedNow() {
    Set<CountedReturn> counted = new HashSet<>();
    for (Row row :
        store
            .read(Tables.RETURN_FILE)
            .where("status = 'accepted'")
            .select("ukprn", "funding_year", "return_number", "return_id", "linked_ukprns")
            .collectAsList()) {
      counted.add(
          new CountedReturn(
              row.getInt(0), row.getInt(1), row.getInt(2), row.getString(3), row.getList(4)));
    }
    return counted;
  }

  private void run(Stage stage, ProviderScope scope, List<Returns.Gap> gaps) {
    switch (stage) {
      case RETURNS -> throw new IllegalStateException("The returns need a plan");
      case REFERENCE -> new ReferenceStage(store, reference).run();
      case AIMS -> new AimsStage(store, settings, edition).run(scope);
      case MEASURES -> new MeasuresStage(store, settings, edition, book).run(scope, missing(gaps));
      case BENCHMARKS -> new BenchmarksStage(store, settings, edition).run();
    }
  }

  private int refusals() {
    return (int) store.read(Tables.RETURN_FILE).where("present AND status = 'refused'").count();
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

  /** The years without a final return, by the provider that its aims count for. */
  private Map<Integer, Set<Integer>> missing(List<Returns.Gap> gaps) {
    Map<Integer, Integer> survivors = new TreeMap<>();
    for (Row merger : reference.mergers()) {
      if (merger.<Integer>getAs("from_year") <= settings.reportYear()) {
        survivors.put(merger.getAs("old_ukprn"), merger.getAs("new_ukprn"));
      }
    }
    Map<Integer, Set<Integer>> missing = new TreeMap<>();
    for (Returns.Gap gap : gaps) {
      int ukprn = gap.ukprn();
      for (int step = 0; step < survivors.size() && survivors.containsKey(ukprn); step++) {
        ukprn = survivors.get(ukprn);
      }
      missing.computeIfAbsent(ukprn, any -> new TreeSet<>()).add(gap.year().start());
    }
    return missing;
  }

  private List<RunPlan.Input> referenceInputs() {
    List<RunPlan.Input> inputs = new ArrayList<>();
    for (Table table : Tables.ofStage(Layer.REFERENCE)) {
      reference
          .path(table)
          .ifPresent(
              path -> {
                try {
                  inputs.add(
                      new RunPlan.Input(
                          path, Sha256.ofFile(path, spark.sparkContext().hadoopConfiguration())));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return inputs;
  }

  /** The publications that were imported, of which the benchmarks are made. */
  private List<RunPlan.Input> publishedInputs() {
    if (!store.exists(Tables.PUBLISHED_RATE)) {
      return List.of();
    }
    return store
        .read(Tables.PUBLISHED_RATE)
        .select("publication", "content_hash")
        .distinct()
        .orderBy("publication")
        .collectAsList()
        .stream()
        .map(row -> new RunPlan.Input(PUBLISHED + row.getString(0), row.getString(1)))
        .toList();
  }

  /** Whether the benchmarks that stand were made of other imported publications. */
  private boolean publicationsChanged(RunPlan plan) {
    Set<RunPlan.Input> now = published(plan.inputs());
    return mine("method_fingerprint", plan.fingerprint().method())
        .filter(run -> published(Runs.inputs(run)).equals(now))
        .isEmpty();
  }

  private static Set<RunPlan.Input> published(List<RunPlan.Input> inputs) {
    return inputs.stream().filter(Pipeline::isPublished).collect(toSet());
  }

  private static boolean isPublished(RunPlan.Input input) {
    return input.sourceFile().startsWith(PUBLISHED);
  }

  /** A run that stops early never equals a whole one. */
  private RunPlan.Fingerprint fingerprint(
      List<RunPlan.Input> inputs, List<RunPlan.Input> ofReference, List<Stage> stages) {
    List<String> ofReading = new ArrayList<>(reading.fingerprint());
    ofReading.add(CODE);
    ofReading.add(countingRules().toString());
    String readingHash = Sha256.of(ofReading);
    List<String> aims = new ArrayList<>(hashes(ofReference));
    aims.add(readingHash);
    aims.add(settings.window().toString());
    aims.add(AimsStage.method(edition));
    List<String> method = new ArrayList<>(aims);
    method.add(settings.benchmarks().toString());
    method.add(ruleFingerprint);
    method.add(stages.get(stages.size() - 1).label());
    List<String> whole = new ArrayList<>(hashes(inputs));
    whole.addAll(method);
    return new RunPlan.Fingerprint(
        Sha256.of(whole), Sha256.of(method), Sha256.of(aims), readingHash);
  }

  private static List<String> hashes(List<RunPlan.Input> inputs) {
    return inputs.stream()
        .map(input -> input.sourceFile() + " " + input.contentHash())
        .sorted()
        .toList();
  }

  private static String fingerprint(RuleBook book, List<String> kept) {
    if (kept.isEmpty()) {
      return book.fingerprint();
    }
    List<String> all = new ArrayList<>(kept);
    all.add(book.fingerprint());
    return Sha256.of(all);
  }

  /** The runs whose figures a history that is kept as published takes over, oldest first. */
  private List<String> keptFigures() {
    Set<String> reportTypes = edition.history().asPublished();
    if (reportTypes.isEmpty()) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    for (int year = settings.firstReportedYear(); year < settings.reportYear(); year++) {
      String published = new AcademicYear(year).edition();
      Row run =
          runs.newest(published, year, Stage.MEASURES)
              .filter(it -> runs.ownRowsStand(it, EnumSet.of(Layer.MEASURES)))
              .orElseThrow(() -> notPublished(reportTypes, published));
      ids.add(run.getAs("run_id"));
    }
    return ids;
  }

  private static IllegalArgumentException notPublished(Set<String> reportTypes, String edition) {
    return new IllegalArgumentException(
        "The history of %s is kept as published, and the figures of edition %s are not in this warehouse: ./qar run --edition %s --report-year %s makes them."
            .formatted(String.join(", ", reportTypes), edition, edition, edition.substring(0, 4)));
  }
}
