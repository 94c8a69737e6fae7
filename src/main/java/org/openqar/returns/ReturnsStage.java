package org.openqar.returns;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.TableStore.Write;
import org.openqar.tables.Tables;
import org.openqar.tables.WrittenFile;

/**
 * Loads the returns that count. It parses each new file once and writes the learners, aims and
 * destinations as returned. Every fault and oddity becomes an issue. It refuses a file that breaks
 * in the middle, and the next older file takes its place.
 */
public final class ReturnsStage {
  private final SparkSession spark;
  private final TableStore store;
  private final Instant startedAt;
  private final Map<String, String> reading;

  /**
   * @param reading options of the {@code ilr} source: its limits, the key of pseudonyms
   * @param startedAt when the run began
   */
  public ReturnsStage(
      SparkSession spark, TableStore store, Map<String, String> reading, Instant startedAt) {
    this.spark = spark;
    this.store = store;
    this.reading = Map.copyOf(reading);
    this.startedAt = startedAt;
  }

  /**
   * Brings the returns tables up to date. It reads and replaces the provider-years for which other
   * returns count now. All other rows stay.
   *
   * @param found what the inventory found
   * @param loaded what the tables hold
   * @return what the inventory found, with the files refused that could not be read to their end
   */
  public Returns run(Returns found, LoadedReturns loaded) {
    List<Scan> scans = new ArrayList<>();
    Map<String, FileFacts> facts = new HashMap<>();
    Returns returns = withKnownProblems(found, loaded);
    try {
      List<JudgedFile> unread = unread(returns, loaded, facts);
      while (!unread.isEmpty()) {
        Scan scan = scan(unread, scans);
        scans.add(scan);
        Map<String, FileFacts> read = scan.facts();
        facts.putAll(read);
        returns = withKnownProblems(returns.refusing(problems(read)), loaded);
        unread = unread(returns, loaded, facts);
        if (unread.isEmpty() && anyBesideOthers(returns, loaded, scans)) {
          facts.clear();
          scans.forEach(one -> facts.putAll(one.facts()));
          unread = unread(returns, loaded, facts);
        }
      }
      write(returns, loaded, facts, scans);
    } finally {
      scans.forEach(Scan::close);
    }
    return returns;
  }

  /** Whether returns that count share a file with returns that do not. They must be read again. */
  private static boolean anyBesideOthers(Returns returns, LoadedReturns loaded, List<Scan> scans) {
    List<JudgedFile> counting = counting(returns, loaded.changed(returns));
    boolean any = false;
    for (Scan scan : scans) {
      any |= scan.giveUpThoseBesideOthers(counting);
    }
    return any;
  }

  /** Reads files in parts. Files with a part that an earlier scan could not read are read whole. */
  private Scan scan(List<JudgedFile> unread, List<Scan> earlier) {
    Set<String> unsplittable =
        earlier.stream().flatMap(one -> one.unsplittable().stream()).collect(Collectors.toSet());
    List<JudgedFile> whole =
        unread.stream().filter(file -> unsplittable.contains(file.file().sourceFile())).toList();
    if (whole.isEmpty()) {
      // Returns share files at first. Files that are read again get files of their own, so they no
      // longer depend on others.
      return new Scan(spark, store, reading, unread, earlier.isEmpty());
    }
    Map<String, String> unsplit = new HashMap<>(reading);
    unsplit.put("splitBytes", "0");
    return new Scan(spark, store, unsplit, whole, false);
  }

  private static Map<String, ReturnedFile.Problem> problems(Map<String, FileFacts> facts) {
    Map<String, ReturnedFile.Problem> problems = new HashMap<>();
    facts.forEach((file, fact) -> fact.problem().ifPresent(it -> problems.put(file, it)));
    return problems;
  }

  /** Refuses again what an earlier run could not read, if it would otherwise count. */
  private static Returns withKnownProblems(Returns returns, LoadedReturns loaded) {
    Map<String, ReturnedFile.Problem> known = new HashMap<>();
    for (JudgedFile file : returns.with(Status.ACCEPTED)) {
      loaded.problem(file).ifPresent(it -> known.put(file.file().sourceFile(), it));
    }
    return known.isEmpty() ? returns : withKnownProblems(returns.refusing(known), loaded);
  }

  private static List<JudgedFile> unread(
      Returns returns, LoadedReturns loaded, Map<String, FileFacts> facts) {
    return counting(returns, loaded.changed(returns)).stream()
        .filter(file -> !facts.containsKey(file.file().sourceFile()))
        .toList();
  }

  private static List<JudgedFile> counting(Returns returns, Set<ProviderYear> of) {
    return returns.with(Status.ACCEPTED).stream()
        .filter(file -> of.contains(file.providerYear()))
        .toList();
  }

  /**
   * Writes the tables. The row of the file comes last, so everything that it calls loaded is there.
   */
  private void write(
      Returns returns, LoadedReturns loaded, Map<String, FileFacts> facts, List<Scan> scans) {
    Set<ProviderYear> changed = loaded.changed(returns);
    List<JudgedFile> counting = counting(returns, changed);
    Optional<KeyRange> replaced =
        loaded.isNothing()
            ? Optional.of(KeyRange.ALL)
            : Optional.of(changed)
                .filter(some -> !some.isEmpty())
                .map(some -> KeyRange.ofProviderYears(ProviderYear.byYear(some)));
    List<Write> writes = new ArrayList<>();
    for (Table table : Scan.TABLES) {
      List<WrittenFile> written =
          scans.stream().flatMap(scan -> scan.take(table, counting).stream()).toList();
      if (table == Tables.RETURN_ISSUE) {
        KeyRange ofFiles = KeyRange.without("ukprn");
        writes.add(
            new Write(
                table,
                Optional.of(fileIssues(returns, loaded, facts)),
                written,
                replaced.map(ofFiles::or).orElse(ofFiles)));
      } else {
        replaced.ifPresent(range -> writes.add(new Write(table, written, range)));
      }
    }
    store.replaceAll(writes);
    store.replace(Tables.RETURN_FILE, files(returns, loaded, facts), KeyRange.ALL);
  }

  private Dataset<Row> files(Returns returns, LoadedReturns loaded, Map<String, FileFacts> facts) {
    Map<String, Row> seen = loaded.seen();
    List<Row> rows = new ArrayList<>();
    for (JudgedFile judged : returns.files()) {
      Optional<FileFacts> read =
          facts(judged, loaded, facts).filter(it -> judged.status() != Status.SUPERSEDED);
      Row before = seen.get(judged.file().contentHash());
      rows.add(
          row(
              judged,
              read,
              before == null ? Timestamp.from(startedAt) : before.getAs("loaded_at")));
    }
    loaded.gone(returns).forEach(row -> rows.add(gone(row)));
    return spark.createDataFrame(rows, Tables.RETURN_FILE.schema());
  }

  private static Row row(JudgedFile judged, Optional<FileFacts> read, Timestamp firstSeen) {
    ReturnedFile file = judged.file();
    return RowFactory.create(
        file.contentHash(),
        file.sourceFile(),
        judged.ukprn(),
        judged.year() == null ? null : judged.year().start(),
        judged.returnNumber(),
        judged.isFinal(),
        judged.prepared() == null ? null : Date.valueOf(judged.prepared()),
        file.header().serialNo(),
        file.header().software(),
        file.bytes(),
        read.map(FileFacts::learners).orElse(null),
        read.map(FileFacts::aims).orElse(null),
        read.map(it -> FileFacts.rows(it.unknownElements())).orElse(null),
        read.map(it -> FileFacts.rows(it.caseSlips())).orElse(null),
        read.map(it -> it.namespaces().toArray()).orElse(null),
        true,
        judged.isInYear(),
        judged.status().label(),
        judged.reason().orElse(null),
        firstSeen);
  }

  /** Marks a file that is gone: it no longer counts. */
  private static Row gone(Row row) {
    Map<String, Object> now = new HashMap<>();
    now.put("present", false);
    now.put("is_final", false);
    now.put("in_year", false);
    if (row.getAs("status").equals(Status.ACCEPTED.label())) {
      now.put("status", Status.SUPERSEDED.label());
      now.put("reason", "It is no longer among the returns.");
    }
    return RowFactory.create(
        Tables.RETURN_FILE.columnNames().stream()
            .map(name -> now.getOrDefault(name, row.getAs(name)))
            .toArray());
  }

  /**
   * Returns what reading showed of files that count, or that would count if reading had not failed.
   */
  private static Optional<FileFacts> facts(
      JudgedFile judged, LoadedReturns loaded, Map<String, FileFacts> facts) {
    FileFacts now = facts.get(judged.file().sourceFile());
    if (judged.status() == Status.REFUSED
        && (now == null || now.problem().isEmpty())
        && loaded.problem(judged).isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(now).or(() -> loaded.facts(judged));
  }

  private Dataset<Row> fileIssues(
      Returns returns, LoadedReturns loaded, Map<String, FileFacts> facts) {
    List<FileIssue> issues = new ArrayList<>(returns.issues());
    for (JudgedFile judged : returns.with(Status.ACCEPTED)) {
      facts(judged, loaded, facts).ifPresent(read -> issues.addAll(read.oddities(judged.file())));
    }
    return spark.createDataFrame(
        issues.stream()
            .map(
                issue ->
                    RowFactory.create(
                        issue.returnId(),
                        issue.sourceFile(),
                        null,
                        null,
                        null,
                        null,
                        issue.line(),
                        null,
                        null,
                        issue.field(),
                        issue.value(),
                        issue.code(),
                        issue.severity(),
                        issue.message()))
            .toList(),
        Tables.RETURN_ISSUE.schema());
  }
}
