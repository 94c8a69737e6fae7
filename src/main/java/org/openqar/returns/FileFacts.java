package org.openqar.returns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What one pass over a file found.
 *
 * @param unknownElements the elements of no ILR year, with the number of times each occurs
 * @param caseSlips the elements spelt in another case, with the number of times each occurs
 * @param namespaces the namespaces of its elements
 */
record FileFacts(
    long learners,
    long aims,
    Map<String, Long> unknownElements,
    Map<String, Long> caseSlips,
    List<String> namespaces,
    Optional<ReturnedFile.Problem> problem) {

  /**
   * Combines what the parts of one file showed.
   *
   * @param parts the whole file, or its parts in order
   */
  static FileFacts of(List<ReadPart> parts) {
    Map<String, Long> unknown = new TreeMap<>();
    Map<String, Long> slips = new TreeMap<>();
    Set<String> namespaces = new LinkedHashSet<>();
    long learners = 0;
    long aims = 0;
    Optional<ReturnedFile.Problem> problem = Optional.empty();
    for (ReadPart part : parts) {
      Row file = part.file();
      learners += file.<Long>getAs("learners");
      aims += file.<Long>getAs("aims");
      counts(file, "unknown_elements").forEach((name, n) -> unknown.merge(name, n, Long::sum));
      counts(file, "case_slips").forEach((name, n) -> slips.merge(name, n, Long::sum));
      namespaces.addAll(file.getList(file.fieldIndex("namespaces")));
      Row ofPart = file.getAs("problem");
      problem = problem.or(() -> Optional.ofNullable(ofPart).map(Inventory::problem));
    }
    return new FileFacts(learners, aims, unknown, slips, List.copyOf(namespaces), problem);
  }

  /**
   * Returns the same with a problem that reading did not show. A problem that reading showed stays.
   */
  FileFacts having(ReturnedFile.Problem other) {
    return new FileFacts(
        learners,
        aims,
        unknownElements,
        caseSlips,
        namespaces,
        problem.or(() -> Optional.of(other)));
  }

  /** Reads the facts from a row of {@code return_file}. Empty for a file that no run read. */
  static Optional<FileFacts> of(Row file) {
    return file.isNullAt(file.fieldIndex("learners"))
        ? Optional.empty()
        : Optional.of(
            new FileFacts(
                file.<Long>getAs("learners"),
                file.<Long>getAs("aims"),
                counts(file, "unknown_elements"),
                counts(file, "case_slips"),
                file.getList(file.fieldIndex("namespaces")),
                Optional.empty()));
  }

  /** Turns a tally into the rows that {@code return_file} keeps. */
  static Row[] rows(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
        .toArray(Row[]::new);
  }

  /** Returns one warning for each kind of oddity. */
  List<FileIssue> oddities(ReturnedFile file) {
    List<FileIssue> issues = new ArrayList<>();
    unknownElements.forEach(
        (name, count) ->
            issues.add(
                FileIssue.warning(
                    file,
                    name,
                    null,
                    IssueCode.UNKNOWN_ELEMENT,
                    "Element %s is in no ILR year we know; the run skipped it %d times."
                        .formatted(name, count))));
    caseSlips.forEach(
        (name, count) ->
            issues.add(
                FileIssue.warning(
                    file,
                    name,
                    null,
                    IssueCode.ELEMENT_CASE,
                    "Element %s differs from the schema in upper or lower case; the run read it %d times."
                        .formatted(name, count))));
    if (namespaces.size() > 1) {
      issues.add(
          FileIssue.warning(
              file,
              "namespace",
              null,
              IssueCode.MIXED_NAMESPACES,
              "Its elements are in several namespaces: %s; the run read all of them."
                  .formatted(String.join(", ", namespaces))));
    }
    return issues;
  }

  private static Map<String, Long> counts(Row file, String column) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row entry : file.<Row>getList(file.fieldIndex(column))) {
      counts.put(entry.getString(0), entry.getLong(1));
    }
    return counts;
  }
}
