package org.openqar.returns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.ilr.IlrProblem;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * What the returns tables hold, so that only what is new or changed is parsed. A file is known by
 * its place and its content together.
 */
public final class LoadedReturns {
  /** Of what a reader refuses a file for, that which stays so while the file stays the same. */
  private static final List<String> LASTING =
      Arrays.stream(IlrProblem.values())
          .filter(problem -> problem != IlrProblem.UNREADABLE && problem != IlrProblem.SPLIT_POINT)
          .map(IlrProblem::code)
          .toList();

  private final boolean nothing;
  private final List<Row> files;
  private final Map<FileKey, Row> byKey;
  private final Map<FileKey, ReturnedFile.Problem> problems;

  private record FileKey(String sourceFile, String returnId) {
    static FileKey of(JudgedFile judged) {
      return new FileKey(judged.file().sourceFile(), judged.file().contentHash());
    }

    static FileKey of(Row row) {
      return new FileKey(row.getAs("source_file"), row.getAs("return_id"));
    }
  }

  /** One return that stands in the tables, or ought to. */
  private record Counting(ProviderYear providerYear, FileKey file, int returnNumber) {}

  private LoadedReturns(
      boolean nothing, List<Row> files, Map<FileKey, ReturnedFile.Problem> problems) {
    this.nothing = nothing;
    this.files = files;
    this.byKey = files.stream().collect(Collectors.toMap(FileKey::of, row -> row));
    this.problems = problems;
  }

  /**
   * What the returns tables hold.
   *
   * @param sound whether the tables are as the newest run left them, under the same way of reading;
   *     otherwise they only tell which files were ever seen
   */
  public static LoadedReturns of(TableReader tables, boolean sound) {
    if (!tables.exists(Tables.RETURN_FILE)) {
      return new LoadedReturns(true, List.of(), Map.of());
    }
    List<Row> files =
        tables.list(Tables.RETURN_FILE, Tables.RETURN_FILE.columnNames(), Filter.all());
    Map<FileKey, ReturnedFile.Problem> problems = new HashMap<>();
    if (sound) {
      for (Row row :
          tables.list(
              Tables.RETURN_ISSUE,
              List.of("source_file", "return_id", "code", "line", "message"),
              Filter.equal("severity", "file").and(Filter.among("code", LASTING)))) {
        problems.put(FileKey.of(row), Inventory.problem(row));
      }
    }
    return new LoadedReturns(!sound, files, problems);
  }

  /** The codes of refusals that may have passed when the same files are read again. */
  public static List<String> passingCodes() {
    return List.of(IlrProblem.UNREADABLE.code(), IssueCode.CHANGED_MEANWHILE.code());
  }

  /** Whether every file must be parsed. */
  boolean isNothing() {
    return nothing;
  }

  /** What an earlier run found out about a file that it read to its end, or to its break. */
  Optional<FileFacts> facts(JudgedFile judged) {
    return nothing
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(FileKey.of(judged))).flatMap(FileFacts::of);
  }

  /** Why an earlier run could not read a file. */
  Optional<ReturnedFile.Problem> problem(JudgedFile judged) {
    return facts(judged).flatMap(any -> Optional.ofNullable(problems.get(FileKey.of(judged))));
  }

  /** The rows of files that were seen earlier and are gone. */
  List<Row> gone(Returns returns) {
    Set<String> found =
        returns.files().stream().map(file -> file.file().contentHash()).collect(Collectors.toSet());
    return files.stream().filter(row -> !found.contains(row.<String>getAs("return_id"))).toList();
  }

  /** The rows of all files ever seen, by content. */
  Map<String, Row> seen() {
    return files.stream().collect(Collectors.toMap(row -> row.getAs("return_id"), row -> row));
  }

  /** The providers' years of which other returns count now than those in the tables. */
  Set<ProviderYear> changed(Returns returns) {
    Set<Counting> wanted = new HashSet<>();
    for (JudgedFile file : returns.with(Status.ACCEPTED)) {
      wanted.add(new Counting(file.providerYear(), FileKey.of(file), file.returnNumber()));
    }
    Set<Counting> there = new HashSet<>();
    if (!nothing) {
      for (Row row : files) {
        if (row.getAs("status").equals(Status.ACCEPTED.label())) {
          there.add(
              new Counting(
                  new ProviderYear(row.<Integer>getAs("ukprn"), row.<Integer>getAs("funding_year")),
                  FileKey.of(row),
                  row.<Integer>getAs("return_number")));
        }
      }
    }
    Set<ProviderYear> changed = new TreeSet<>();
    wanted.stream().filter(one -> !there.contains(one)).forEach(it -> changed.add(it.providerYear));
    there.stream().filter(one -> !wanted.contains(one)).forEach(it -> changed.add(it.providerYear));
    return changed;
  }
}
