package org.openqar.returns;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;

/**
 * What one pass over a file found out about it.
 *
 * @param unknownElements elements of no ILR year, with how often they stand in the file
 * @param caseSlips elements spelt in another case, with how often
 * @param namespaces namespaces of its elements
 * @param linkedUkprns the providers that its learners' PrevUKPRN and PMUKPRN name
 */
record FileFacts(
    long learners,
    long aims,
    Map<String, Long> unknownElements,
    Map<String, Long> caseSlips,
    List<String> namespaces,
    List<Integer> linkedUkprns,
    Optional<ReturnedFile.Problem> problem) {

  /** By file. */
  static Map<String, FileFacts> of(Dataset<Row> scan) {
    Map<String, List<Integer>> links = links(scan);
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
              links.getOrDefault(row.getString(0), List.of()),
              Optional.ofNullable(problem).map(Inventory::problem)));
    }
    return facts;
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
                file.getList(file.fieldIndex("linked_ukprns")),
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

  private static Map<String, List<Integer>> links(Dataset<Row> scan) {
    Map<String, List<Integer>> links = new HashMap<>();
    for (Row row :
        scan.where(
                col("record")
                    .equalTo("learner")
                    .and(col("prev_ukprn").isNotNull().or(col("pmukprn").isNotNull())))
            .select(
                col("source_file"),
                explode(array(trim(col("prev_ukprn")), trim(col("pmukprn")))).as("ukprn"))
            .where(col("ukprn").rlike("^[0-9]{8}$"))
            .groupBy("source_file")
            .agg(collect_set(col("ukprn").cast(DataTypes.IntegerType)))
            .collectAsList()) {
      links.put(row.getString(0), row.<Integer>getList(1).stream().sorted().toList());
    }
    return links;
  }

  private static Map<String, Long> counts(Row file, String column) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row entry : file.<Row>getList(file.fieldIndex(column))) {
      counts.put(entry.getString(0), entry.getLong(1));
    }
    return counts;
  }
}
