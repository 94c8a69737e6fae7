package org.openqar.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.openqar.messages.UserException;
import org.openqar.returns.LoadedReturns;
import org.openqar.tables.Commits;
import org.openqar.tables.Filter;
import org.openqar.tables.MissingTable;
import org.openqar.tables.Table;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * Reads what earlier runs left: the table {@code run}, and whether the tables are still as a run
 * left them. Needs no Spark session. {@link RunRow} writes the table.
 */
final class RunLog {
  private final Configuration hadoop;
  private final String warehouse;
  private final TableReader tables;
  private final Commits commits;
  private List<LoggedRun> runs;

  RunLog(Configuration hadoop, String warehouse) {
    this.hadoop = hadoop;
    this.warehouse = warehouse;
    this.tables = new TableReader(hadoop, warehouse);
    this.commits = new Commits(hadoop, warehouse);
  }

  /**
   * Returns a log that sees the current tables. This log sees each table as it was when it first
   * read it.
   */
  RunLog now() {
    return new RunLog(hadoop, warehouse);
  }

  /** Returns a reader of the tables that the runs wrote. */
  TableReader tables() {
    return tables;
  }

  UserException noRun() {
    return MissingTable.in(Tables.RUN, warehouse);
  }

  /** Returns the newest run of all. */
  Optional<LoggedRun> newest() {
    return newest(any -> true);
  }

  /** Returns the newest run of an edition and report year that meets a condition. */
  Optional<LoggedRun> newest(String edition, int reportYear, Predicate<LoggedRun> which) {
    return newest(which.and(run -> run.isOf(edition, reportYear)));
  }

  private Optional<LoggedRun> newest(Predicate<LoggedRun> which) {
    return runs().stream().filter(which).max(Comparator.comparing(LoggedRun::finishedAt));
  }

  private List<LoggedRun> runs() {
    if (runs == null) {
      runs =
          tables.exists(Tables.RUN)
              ? tables.list(Tables.RUN, LoggedRun.COLUMNS, Filter.all()).stream()
                  .map(LoggedRun::new)
                  .toList()
              : List.of();
    }
    return runs;
  }

  /** Returns the inputs that a run read. */
  List<RunPlan.Input> inputs(LoggedRun run) {
    return list(run, "inputs")
        .map(input -> new RunPlan.Input(input.getString(0), input.getString(1)))
        .toList();
  }

  /** Returns the returns from which a run computed its aims. */
  Set<CountedReturn> returns(LoggedRun run) {
    return list(run, "returns").map(CountedReturn::of).collect(Collectors.toSet());
  }

  private Stream<Row> list(LoggedRun run, String column) {
    return tables.list(Tables.RUN, List.of(column), Filter.equal("run_id", run.id())).stream()
        .flatMap(row -> row.<Row>getList(0).stream());
  }

  /** Returns the returns that count now. */
  Set<CountedReturn> counted() {
    return tables
        .list(Tables.RETURN_FILE, CountedReturn.COLUMNS, Filter.equal("status", "accepted"))
        .stream()
        .map(CountedReturn::of)
        .collect(Collectors.toSet());
  }

  /** Returns the total size of the returns found, in bytes. */
  long bytes() {
    return tables.list(Tables.RETURN_FILE, List.of("bytes"), Filter.equal("present", true)).stream()
        .mapToLong(row -> row.getLong(0))
        .sum();
  }

  /** Counts the refused files among the returns. */
  int refusals() {
    return tables
        .list(
            Tables.RETURN_FILE,
            List.of("status"),
            Filter.equal("present", true).and(Filter.equal("status", "refused")))
        .size();
  }

  /**
   * Whether a file was refused for a cause that may have passed, such as an input error or an
   * unfinished write.
   */
  boolean mayBeReadNow() {
    return !tables
        .list(
            Tables.RETURN_ISSUE,
            List.of("code"),
            Filter.equal("severity", "file")
                .and(Filter.among("code", LoadedReturns.passingCodes())))
        .isEmpty();
  }

  /** Whether the tables of some stages, which all runs share, are still as that run left them. */
  boolean stillStands(LoggedRun run, Collection<Stage> stages) {
    return pinned(run, stages).allMatch(one -> commits.isAt(named(one, stages), one.version()));
  }

  /**
   * Whether that run's own rows in the tables of some stages are as it left them: only runs of
   * other editions or report years have written to these tables later.
   */
  boolean ownRowsStand(LoggedRun run, Collection<Stage> stages) {
    Map<String, Set<Long>> othersWrote = new HashMap<>();
    runs().stream()
        .filter(other -> !other.isOfTheSameAs(run))
        .flatMap(other -> other.tables().stream())
        .filter(LoggedRun.Pinned::written)
        .forEach(
            one ->
                othersWrote
                    .computeIfAbsent(one.table(), any -> new HashSet<>())
                    .add(one.version()));
    return pinned(run, stages)
        .allMatch(
            one -> {
              Set<Long> others = othersWrote.getOrDefault(one.table(), Set.of());
              long newest = one.version();
              while (others.contains(newest + 1)) {
                newest++;
              }
              return commits.isAt(named(one, stages), newest);
            });
  }

  private static Stream<LoggedRun.Pinned> pinned(LoggedRun run, Collection<Stage> stages) {
    Set<String> names =
        stages.stream()
            .flatMap(stage -> stage.writes().stream())
            .map(Table::name)
            .collect(Collectors.toSet());
    return run.tables().stream().filter(one -> names.contains(one.table()));
  }

  private static Table named(LoggedRun.Pinned pinned, Collection<Stage> stages) {
    return stages.stream()
        .flatMap(stage -> stage.writes().stream())
        .filter(table -> table.name().equals(pinned.table()))
        .findFirst()
        .orElseThrow();
  }
}
