package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;
import static org.openqar.reports.SummaryReport.whole;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.openqar.reports.Tally.Kind;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** The files that a run found, and what is odd or wrong in them. */
final class ReturnsSummary {
  private static final String MORE = "  ... more are in return_issue\n";

  private static final Comparator<Kind> MOST_FIRST =
      Comparator.comparingLong(Kind::times)
          .reversed()
          .thenComparing(kind -> kind.text(0), RowOrder::compareTexts)
          .thenComparing(kind -> kind.text(2), RowOrder::compareTexts);

  private final TableReader reader;

  ReturnsSummary(TableReader reader) {
    this.reader = reader;
  }

  String text() {
    List<Row> files =
        reader.list(
            Tables.RETURN_FILE,
            List.of("status", "source_file", "reason", "learners", "aims"),
            Filter.equal("present", true));
    StringBuilder text = new StringBuilder();
    text.append(
        "  %d files accepted, %d superseded, %d refused, %d copies of another; %s learner records and %s aims loaded\n"
            .formatted(
                of(files, "accepted").size(),
                of(files, "superseded").size(),
                of(files, "refused").size(),
                Tally.of(
                        reader, Tables.RETURN_ISSUE, Filter.equal("code", "identical_copy"), "code")
                    .of("identical_copy"),
                whole(sum(of(files, "accepted"), "learners")),
                whole(sum(of(files, "accepted"), "aims"))));
    of(files, "refused").stream()
        .sorted(RowOrder.by("source_file"))
        .limit(MOST)
        .forEach(
            refused ->
                text.append(
                    "  refused: %s\n    %s\n"
                        .formatted(
                            refused.<String>getAs("source_file"),
                            refused.<String>getAs("reason"))));
    return text.append(ofFiles()).append(within()).toString();
  }

  private static List<Row> of(List<Row> files, String status) {
    return files.stream().filter(file -> file.getAs("status").equals(status)).toList();
  }

  private static long sum(List<Row> files, String column) {
    return files.stream()
        .map(file -> file.<Long>getAs(column))
        .filter(java.util.Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  /** File by file what is odd. */
  private String ofFiles() {
    List<Row> odd =
        reader
            .list(
                Tables.RETURN_ISSUE,
                List.of("source_file", "message", "code", "field"),
                Filter.empty("learner_no").and(Filter.equal("severity", "warning")))
            .stream()
            .sorted(RowOrder.by("source_file", "code", "field"))
            .toList();
    StringBuilder text = new StringBuilder();
    odd.stream()
        .limit(MOST)
        .forEach(
            row ->
                text.append(
                    "  odd: %s\n    %s\n".formatted(name(row.getString(0)), row.getString(1))));
    return text.append(odd.size() > MOST ? MORE : "").toString();
  }

  /** What is wrong inside of files, by kind. */
  private String within() {
    List<Kind> kinds =
        Tally.of(
                reader,
                Tables.RETURN_ISSUE,
                Filter.filled("learner_no"),
                "source_file",
                "severity",
                "message")
            .kinds()
            .stream()
            .sorted(MOST_FIRST)
            .toList();
    StringBuilder text = new StringBuilder();
    kinds.stream()
        .limit(MOST)
        .forEach(
            kind ->
                text.append(
                    "  %s: %s\n    %d x %s\n"
                        .formatted(kind.text(1), name(kind.text(0)), kind.times(), kind.text(2))));
    return text.append(kinds.size() > MOST ? MORE : "").toString();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
