package org.openqar.returns;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  /** By file. */
  static Map<String, FileFacts> of(Dataset<Row> scan) {
    Map<String, FileFacts> facts = new HashMap<>();
    for (Row row :
        scan.where(col("record").equalTo("file")).select("source_file", "file").collectAsList()) {
      Row file = row.getStruct(1);
      Row problem = file.getAs("problem");
      facts.put(
          row.getString(0),
          new FileFacts(
              file.<Long>getAs("learners"),
              file.<Long>getAs("aims"),
              counts(file, "unknown_elements"),
              counts(file, "case_slips"),
              file.getList(file.fieldIndex("namespaces")),
              Optional.ofNullable(problem).map(Inventory::problem)));
    }
    return facts;
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
                    "unknown_element",
                    "Element %s is in no ILR year we know; it was passed over %d times."
                        .formatted(name, count))));
    caseSlips.forEach(
        (name, count) ->
            issues.add(
                FileIssue.warning(
                    file,
                    name,
                    null,
                    "element_case",
                    "Element %s is spelt in another case than the schema's; it was read, %d times."
                        .formatted(name, count))));
    if (namespaces.size() > 1) {
      issues.add(
          FileIssue.warning(
              file,
              "namespace",
              null,
              "mixed_namespaces",
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
