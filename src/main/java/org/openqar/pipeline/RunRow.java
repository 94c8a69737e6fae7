package org.openqar.pipeline;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** Writes the row that commits a run. The row makes the tables' versions one consistent set. */
final class RunRow {
  private final Tools tools;
  private final RunPlan plan;
  private final RunResult result;
  private final Set<CountedReturn> returns;

  /**
   * @param returns the returns from which the run computed aims; none if it computed no aims
   */
  RunRow(Tools tools, RunResult result, Set<CountedReturn> returns) {
    this.tools = tools;
    this.plan = tools.plan();
    this.result = result;
    this.returns = returns;
  }

  /** Writes the row, last of all. */
  void add() {
    tools
        .store()
        .add(
            Tables.RUN,
            List.of(
                RowFactory.create(Tables.RUN.columnNames().stream().map(values()::get).toArray())));
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("run_id", result.runId());
    values.put("started_at", Timestamp.from(tools.startedAt()));
    values.put("finished_at", Timestamp.from(result.finishedAt()));
    values.put("edition", tools.job().edition().edition());
    values.put("report_year", tools.job().settings().reportYear());
    values.put("software_version", version());
    values.put("input_fingerprint", plan.whole());
    values.put("method_fingerprint", plan.method());
    for (Stage stage : tools.stages()) {
      stage
          .logged()
          .ifPresent(where -> values.put(where.column(), plan.fingerprints().logged(stage, where)));
    }
    values.put("key_check", tools.job().reading().keyCheck().orElse(""));
    values.put(
        "inputs",
        rows(
            plan.inputs().stream()
                .map(it -> RowFactory.create(it.sourceFile(), it.contentHash()))));
    values.put(
        "gaps",
        rows(
            result.gaps().stream().map(gap -> RowFactory.create(gap.ukprn(), gap.year().start()))));
    values.put("returns", rows(returns.stream().map(CountedReturn::row)));
    values.put("recomputed", result.scope().some().map(Set::toArray).orElse(null));
    values.put("refused_files", result.refusedFiles());
    values.put(
        "stages",
        rows(
            result.timings().stream()
                .map(timing -> RowFactory.create(timing.stage().label(), timing.seconds()))));
    values.put("tables", rows(tables().stream()));
    return values;
  }

  /** Returns the current version of every table, and whether this run wrote it. */
  private List<Row> tables() {
    Set<Table> written =
        result.timings().stream()
            .flatMap(timing -> timing.stage().writes().stream())
            .collect(Collectors.toSet());
    List<Table> all = tools.stages().stream().flatMap(stage -> stage.writes().stream()).toList();
    return tools.store().standing(all).stream()
        .map(
            one ->
                RowFactory.create(
                    one.table().name(), one.version(), one.rows(), written.contains(one.table())))
        .toList();
  }

  /** Returns the version of the software. */
  private static String version() {
    String version = RunRow.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Row[] rows(Stream<Row> rows) {
    return rows.toArray(Row[]::new);
  }
}
