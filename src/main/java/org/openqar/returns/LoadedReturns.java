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
 * What the returns tables hold. A run uses it to parse only new and changed files. Place and
 * content together identify a file.
 */
public final class LoadedReturns {
  /** The refusals of a reader that stay the same as long as the file does. */
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

  /** One return that is or should be in the tables. */
  private record Counting(ProviderYear providerYear, FileKey file, int returnNumber) {}

  private LoadedReturns(
      boolean nothing, List<Row> files, Map<FileKey, ReturnedFile.Problem> problems) {
    this.nothing = nothing;
    this.files = files;
    this.byKey = files.stream().collect(Collectors.toMap(FileKey::of, row -> row));
    this.problems = problems;
  }

  /**
   * Reads what the returns tables hold.
   *
   * @param sound whether the tables are as the newest run left them, read with the same options; if
   *     not, they show only which files a run ever saw
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

  /** Returns the codes of refusals that may disappear when a run reads the same files again. */
  public static List<String> passingCodes() {
    return List.of(IlrProblem.UNREADABLE.code(), IssueCode.CHANGED_MEANWHILE.code());
  }

  /** Whether the run must parse every file. */
  boolean isNothing() {
    return nothing;
  }

  /** Returns what an earlier run found in a file that it read to its end or to its break. */
  Optional<FileFacts> facts(JudgedFile judged) {
    return nothing
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(FileKey.of(judged))).flatMap(FileFacts::of);
  }

  /** Returns why an earlier run could not read a file. */
  Optional<ReturnedFile.Problem> problem(JudgedFile judged) {
    return facts(judged).flatMap(any -> Optional.ofNullable(problems.get(FileKey.of(judged))));
  }

  /** Returns the rows of files that an earlier run saw and that are gone. */
  List<Row> gone(Returns returns) {
    Set<String> found =
        returns.files().stream().map(file -> file.file().contentHash()).collect(Collectors.toSet());
    return files.stream().filter(row -> !found.contains(row.<String>getAs("return_id"))).toList();
  }

  /** Returns the rows of all files that any run saw, by content. */
  Map<String, Row> seen() {
    return files.stream().collect(Collectors.toMap(row -> row.getAs("return_id"), row -> row));
  }

  /** Returns the provider-years for which other returns count now than those in the tables. */
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
