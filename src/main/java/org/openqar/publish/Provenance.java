package org.openqar.publish;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/**
 * The run that made the figures: the newest of their edition and report year.
 *
 * @param runId empty if no run is recorded
 * @param ruleFingerprint the hash of the rules that the run applied
 * @param softwareVersion the version of the program that ran
 * @param finishedAt when the run's tables were complete, in ISO form; null if no run is recorded
 * @param refusedFiles the number of files that the run could not use
 * @param gaps provider-years without a usable final return between or after others
 * @param missing reference tables without rows
 */
record Provenance(
    String runId,
    String ruleFingerprint,
    String softwareVersion,
    String finishedAt,
    int refusedFiles,
    int gaps,
    List<String> missing) {

  static Provenance of(TableStore store, String edition, int reportYear) {
    List<String> missing =
        List.of(
                Tables.PROVIDER,
                Tables.LEARNING_AIM,
                Tables.STANDARD,
                Tables.FRAMEWORK,
                Tables.POSTCODE)
            .stream()
            .filter(table -> !store.exists(table) || store.read(table).isEmpty())
            .map(table -> table.name())
            .toList();
    if (store.exists(Tables.RUN)) {
      for (Row run :
          store
              .read(Tables.RUN)
              .where(col("edition").equalTo(edition).and(col("report_year").equalTo(reportYear)))
              .orderBy(col("finished_at").desc())
              .takeAsList(1)) {
        return new Provenance(
            run.getAs("run_id"),
            run.getAs("rule_fingerprint"),
            run.getAs("software_version"),
            run.<Timestamp>getAs("finished_at").toInstant().toString(),
            run.<Integer>getAs("refused_files"),
            run.getList(run.fieldIndex("gaps")).size(),
            missing);
      }
    }
    return new Provenance("", "", "", null, 0, 0, missing);
  }
}
