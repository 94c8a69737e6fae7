package org.openqar.pipeline;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.openqar.config.Settings;
import org.openqar.tables.Layer;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The {@code run} table: one row a run, written last, with the version of every table that belongs
 * to it.
 */
final class Runs {
  private final TableStore store;

  Runs(TableStore store) {
    this.store = store;
  }

  /** The newest run of all. */
  Optional<Row> newest() {
    return newest(lit(true));
  }

  /** The newest run of an edition and report year that has a hash in common with a plan. */
  Optional<Row> newest(String edition, int reportYear, String column, String hash) {
    return newest(isOf(edition, reportYear).and(col(column).equalTo(hash)));
  }

  /** The newest run of an edition and report year that ran a stage. */
  Optional<Row> newest(String edition, int reportYear, Stage stage) {
    return newest(
        isOf(edition, reportYear).and(array_contains(col("stages.stage"), stage.label())));
  }

  private static Column isOf(String edition, int reportYear) {
    return col("edition").equalTo(edition).and(col("report_year").equalTo(reportYear));
  }

  private Optional<Row> newest(Column which) {
    if (!store.exists(Tables.RUN)) {
      return Optional.empty();
    }
    return store
        .read(Tables.RUN)
        .where(which)
        .orderBy(col("finished_at").desc())
        .takeAsList(1)
        .stream()
        .findFirst();
  }

  /** Whether the tables of some layers, which all runs share, still are as that run left them. */
  boolean stillStands(Row run, Set<Layer> layers) {
    return pinned(run, layers)
        .allMatch(
            pinned ->
                store.isAt(Tables.named(pinned.getAs("table")), pinned.<Long>getAs("version")));
  }

  /**
   * Whether that run's own rows in the tables of some layers are as it left them: whatever was
   * written since, runs of other editions or report years wrote.
   */
  boolean ownRowsStand(Row run, Set<Layer> layers) {
    Map<String, Set<Long>> othersWrote = new HashMap<>();
    for (Row other :
        store
            .read(Tables.RUN)
            .where(not(isOf(run.getAs("edition"), run.<Integer>getAs("report_year"))))
            .select(explode(col("tables")).as("one"))
            .select("one.*")
            .where("written")
            .collectAsList()) {
      othersWrote
          .computeIfAbsent(other.getAs("table"), any -> new HashSet<>())
          .add(other.getAs("version"));
    }
    return pinned(run, layers)
        .allMatch(
            pinned -> {
              Set<Long> others = othersWrote.getOrDefault(pinned.<String>getAs("table"), Set.of());
              long newest = pinned.<Long>getAs("version");
              while (others.contains(newest + 1)) {
                newest++;
              }
              return store.isAt(Tables.named(pinned.getAs("table")), newest);
            });
  }

  private static Stream<Row> pinned(Row run, Set<Layer> layers) {
    return run.<Row>getList(run.fieldIndex("tables")).stream()
        .filter(pinned -> layers.contains(Tables.named(pinned.getAs("table")).layer()));
  }

  /** The returns from which a run's aims were computed. */
  static Set<CountedReturn> returns(Row run) {
    return run.<Row>getList(run.fieldIndex("returns")).stream()
        .map(
            one ->
                new CountedReturn(
                    one.getInt(0), one.getInt(1), one.getInt(2), one.getString(3), one.getList(4)))
        .collect(Collectors.toSet());
  }

  /** Commits a run: its row makes the tables' versions one consistent set. */
  void commit(
      String runId,
      Instant startedAt,
      Instant finishedAt,
      String edition,
      Settings settings,
      String ruleFingerprint,
      RunPlan plan,
      String keyCheck,
      Set<CountedReturn> returns,
      ProviderScope scope,
      int refusedFiles,
      List<RunResult.Timing> timings) {
    List<Table> ofRuns =
        Tables.ALL.stream()
            .filter(table -> table.layer() != Layer.OPERATIONS && !Tables.isImported(table))
            .toList();
    EnumSet<Layer> written =
        timings.stream()
            .map(t -> t.stage().layer())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Layer.class)));
    Row[] tables =
        store.standing(ofRuns).stream()
            .map(
                one ->
                    RowFactory.create(
                        one.table().name(),
                        one.version(),
                        one.rows(),
                        written.contains(one.table().layer())))
            .toArray(Row[]::new);
    store.add(
        Tables.RUN,
        List.of(
            RowFactory.create(
                runId,
                Timestamp.from(startedAt),
                Timestamp.from(finishedAt),
                edition,
                settings.reportYear(),
                version(),
                ruleFingerprint,
                plan.fingerprint().whole(),
                plan.fingerprint().method(),
                plan.fingerprint().aims(),
                plan.fingerprint().reading(),
                keyCheck,
                rows(
                    plan.inputs().stream()
                        .map(input -> RowFactory.create(input.sourceFile(), input.contentHash()))),
                rows(
                    plan.gaps().stream()
                        .map(gap -> RowFactory.create(gap.ukprn(), gap.year().start()))),
                rows(
                    returns.stream()
                        .map(
                            one ->
                                RowFactory.create(
                                    one.ukprn(),
                                    one.fundingYear(),
                                    one.returnNumber(),
                                    one.returnId(),
                                    one.linkedUkprns().toArray()))),
                scope.some().map(Set::toArray).orElse(null),
                refusedFiles,
                rows(
                    timings.stream()
                        .map(
                            timing -> RowFactory.create(timing.stage().label(), timing.seconds()))),
                tables)));
  }

  /** The inputs that a run read. */
  static List<RunPlan.Input> inputs(Row run) {
    return run.<Row>getList(run.fieldIndex("inputs")).stream()
        .map(input -> new RunPlan.Input(input.getString(0), input.getString(1)))
        .toList();
  }

  /** The software's version. */
  static String version() {
    String version = Runs.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Row[] rows(Stream<Row> rows) {
    return rows.toArray(Row[]::new);
  }
}
