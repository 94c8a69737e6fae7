package org.openqar.pipeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;

/** A committed run, as {@code run} records it, without its inputs and returns. */
record LoggedRun(Row row) {
  /** The columns that are read. */
  static final List<String> COLUMNS =
      List.of(
          "run_id",
          "finished_at",
          "edition",
          "report_year",
          "rule_fingerprint",
          "input_fingerprint",
          "method_fingerprint",
          "aims_fingerprint",
          "reading_fingerprint",
          "key_check",
          "refused_files",
          "stages",
          "tables");

  /** Returns the version of a table that the run left. */
  record Pinned(String table, long version, long rows, boolean written) {}

  String id() {
    return row.getAs("run_id");
  }

  Instant finishedAt() {
    return row.<Timestamp>getAs("finished_at").toInstant();
  }

  boolean isOf(String edition, int reportYear) {
    return row.getAs("edition").equals(edition) && row.<Integer>getAs("report_year") == reportYear;
  }

  boolean isOfTheSameAs(LoggedRun other) {
    return isOf(other.row.getAs("edition"), other.row.<Integer>getAs("report_year"));
  }

  /** Returns one of the fingerprints, or the check of the pseudonym key. */
  String hash(String column) {
    return row.getAs(column);
  }

  int refusedFiles() {
    return row.<Integer>getAs("refused_files");
  }

  boolean ran(Stage stage) {
    return row.<Row>getList(row.fieldIndex("stages")).stream()
        .anyMatch(one -> one.getString(0).equals(stage.label()));
  }

  /** Returns the tables that belong to the run. */
  List<Pinned> tables() {
    return row.<Row>getList(row.fieldIndex("tables")).stream()
        .map(
            one ->
                new Pinned(
                    one.getAs("table"),
                    one.getAs("version"),
                    one.getAs("rows"),
                    one.getAs("written")))
        .toList();
  }
}
