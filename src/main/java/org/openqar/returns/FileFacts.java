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
 * What one pass over a file found out about it.
 *
 * @param unknownElements elements of no ILR year, with how often they stand in the file
 * @param caseSlips elements spelt in another case, with how often
 * @param namespaces namespaces of its elements
 */
record FileFacts(
    long learners,
    long aims,
    Map<String, Long> unknownElements,
    Map<String, Long> caseSlips,
    List<String> namespaces,
    Optional<ReturnedFile.Problem> problem) {

  /**
   * Of what was read of one file.
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

  /** The same with a problem that reading did not show, unless it showed one. */
  FileFacts having(ReturnedFile.Problem other) {
    return new FileFacts(
        learners,
        aims,
        unknownElements,
        caseSlips,
        namespaces,
        problem.or(() -> Optional.of(other)));
  }

  /** As a row of {@code return_file} tells them; empty for a file that was never read. */
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

  /** A tally as {@code return_file} keeps it. */
  static Row[] rows(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
        .toArray(Row[]::new);
  }

  /** One warning a kind of oddity. */
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
                    "Element %s is in no ILR year we know; it was passed over %d times."
                        .formatted(name, count))));
    caseSlips.forEach(
        (name, count) ->
            issues.add(
                FileIssue.warning(
                    file,
                    name,
                    null,
                    IssueCode.ELEMENT_CASE,
                    "Element %s is spelt in another case than the schema's; it was read, %d times."
                        .formatted(name, count))));
    if (namespaces.size() > 1) {
      issues.add(
          FileIssue.warning(
              file,
              "namespace",
              null,
              IssueCode.MIXED_NAMESPACES,
              "Its elements are in several namespaces: %s; all were read."
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
