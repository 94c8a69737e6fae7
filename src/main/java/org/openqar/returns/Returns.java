package org.openqar.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.returns.JudgedFile.Status;

/**
 * Every file found, with what a run does with it. For each provider and year the newest usable file
 * of the highest return number counts. In look-ahead editions the newest R04 counts too. All other
 * files are superseded (qar-rules 9.1, 9.2).
 */
public final class Returns {
  private static final Comparator<JudgedFile> IN_ITS_PLACE_FIRST =
      Comparator.comparing((JudgedFile copy) -> copy.file().folderReturn().isEmpty())
          .thenComparing(JudgedFile::returnNumber, Comparator.reverseOrder())
          .thenComparing(copy -> !copy.file().isProperlyNamed())
          .thenComparing(JudgedFile.BEST_FIRST);

  private final List<JudgedFile> files;
  private final List<FileIssue> issues;
  private final CountingRules rules;

  private Returns(List<JudgedFile> files, List<FileIssue> issues, CountingRules rules) {
    this.files = files;
    this.issues = issues;
    this.rules = rules;
  }

  /** A provider-year without a usable final return, between or after years that have one. */
  public record Gap(int ukprn, AcademicYear year) {}

  /** Judges and ranks the files. Their order does not matter. */
  public static Returns of(List<ReturnedFile> found, CountingRules rules) {
    List<FileIssue> issues = new ArrayList<>();
    List<JudgedFile> judged = withoutCopies(found, rules, issues);
    return new Returns(Claims.withoutClashes(judged, issues), issues, rules).ranked();
  }

  /** Refuses files that proved unreadable. The next older files take their place. */
  public Returns refusing(Map<String, ReturnedFile.Problem> problemsByFile) {
    List<FileIssue> more = new ArrayList<>(issues);
    List<JudgedFile> next = new ArrayList<>();
    for (JudgedFile judged : files) {
      ReturnedFile.Problem problem = problemsByFile.get(judged.file().sourceFile());
      if (problem == null) {
        next.add(judged);
      } else {
        more.add(
            FileIssue.refusal(judged.file(), problem.line(), problem.code(), problem.message()));
        next.add(judged.refused(problem.message()));
      }
    }
    return new Returns(next, more, rules).ranked();
  }

  /** Returns every file, by provider, year and return. */
  public List<JudgedFile> files() {
    return files;
  }

  /** Returns the size of all files together, as XML. */
  public long bytes() {
    return files.stream().mapToLong(file -> file.file().bytes()).sum();
  }

  public List<JudgedFile> with(Status status) {
    return files.stream().filter(file -> file.status() == status).toList();
  }

  List<FileIssue> issues() {
    return issues;
  }

  /**
   * Returns every oddity of the files, one on each line. Refusals are not among them: they are the
   * files' own reasons.
   */
  public List<String> allWarnings() {
    return issues.stream()
        .filter(issue -> issue.severity().equals("warning"))
        .map(
            issue ->
                issue.sourceFile().substring(issue.sourceFile().lastIndexOf('/') + 1)
                    + ": "
                    + issue.message())
        .toList();
  }

  /** Returns, for each provider, the years with a usable final return. */
  public Map<Integer, Set<Integer>> finalYears() {
    Map<Integer, Set<Integer>> years = new TreeMap<>();
    for (JudgedFile file : files) {
      if (file.isFinal()) {
        years.computeIfAbsent(file.ukprn(), any -> new TreeSet<>()).add(file.year().start());
      }
    }
    return years;
  }

  /**
   * Returns the gaps in a range of years: provider-years without a usable final return, if the
   * provider has one for an earlier year (qar-rules 9.3).
   */
  public static List<Gap> gaps(Map<Integer, Set<Integer>> finalYears, int firstYear, int lastYear) {
    List<Gap> gaps = new ArrayList<>();
    finalYears.forEach(
        (ukprn, has) -> {
          for (int year = firstYear; year <= lastYear; year++) {
            int wanted = year;
            if (!has.contains(year) && has.stream().anyMatch(earlier -> earlier < wanted)) {
              gaps.add(new Gap(ukprn, new AcademicYear(year)));
            }
          }
        });
    return gaps;
  }

  /**
   * Judges the files. Identical content is one return. Of several copies the usable one of the
   * highest return counts, and among these the one with a proper name. The others get a note.
   */
  private static List<JudgedFile> withoutCopies(
      List<ReturnedFile> found, CountingRules rules, List<FileIssue> issues) {
    Map<String, List<ReturnedFile>> byContent =
        found.stream()
            .sorted(Comparator.comparing(ReturnedFile::sourceFile))
            .collect(groupingBy(ReturnedFile::contentHash, LinkedHashMap::new, toList()));
    List<JudgedFile> kept = new ArrayList<>();
    for (List<ReturnedFile> copies : byContent.values()) {
      Map<JudgedFile, List<FileIssue>> judged = new LinkedHashMap<>();
      for (ReturnedFile copy : copies) {
        List<FileIssue> ofCopy = new ArrayList<>();
        judged.put(new FileJudge(rules, ofCopy).judge(copy), ofCopy);
      }
      JudgedFile read =
          judged.keySet().stream()
              .filter(copy -> copy.status() == Status.ACCEPTED)
              .min(IN_ITS_PLACE_FIRST)
              .orElseGet(() -> judged.keySet().iterator().next());
      kept.add(read);
      issues.addAll(judged.get(read));
      for (ReturnedFile copy : copies) {
        if (copy != read.file()) {
          issues.add(
              FileIssue.warning(
                  copy,
                  null,
                  null,
                  IssueCode.IDENTICAL_COPY,
                  "Its content is that of %s, which is read instead."
                      .formatted(read.file().sourceFile())));
        }
      }
    }
    return kept;
  }

  private Returns ranked() {
    Map<ProviderYear, JudgedFile> latest = best(any -> true);
    Map<ProviderYear, JudgedFile> ahead =
        rules.looksAhead()
            ? best(file -> file.returnNumber() == CollectionCalendar.LOOK_AHEAD)
            : Map.of();
    List<JudgedFile> ranked =
        files.stream()
            .map(file -> file.status() == Status.REFUSED ? file : placed(file, latest, ahead))
            .sorted(
                Comparator.comparing(
                        JudgedFile::ukprn, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                        JudgedFile::year, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                        JudgedFile::returnNumber, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(file -> file.file().sourceFile()))
            .toList();
    return new Returns(ranked, issues, rules);
  }

  /** Returns, for each provider and year, the file that counts before all others of a kind. */
  private Map<ProviderYear, JudgedFile> best(Predicate<JudgedFile> kind) {
    Map<ProviderYear, JudgedFile> best = new HashMap<>();
    files.stream()
        .filter(file -> file.status() != Status.REFUSED && kind.test(file))
        .forEach(
            file ->
                best.merge(file.providerYear(), file, BinaryOperator.minBy(JudgedFile.BEST_FIRST)));
    return best;
  }

  private static JudgedFile placed(
      JudgedFile file, Map<ProviderYear, JudgedFile> latest, Map<ProviderYear, JudgedFile> ahead) {
    JudgedFile winner = latest.get(file.providerYear());
    if (winner == file) {
      return file.counting(false);
    }
    return ahead.get(file.providerYear()) == file
        ? file.counting(true)
        : file.superseded(
            "%s, %s, counts instead.".formatted(winner.label(), winner.file().name()));
  }
}
