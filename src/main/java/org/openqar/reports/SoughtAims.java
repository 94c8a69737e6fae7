package org.openqar.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.openqar.tables.Filter;
import org.openqar.tables.Returned;
import org.openqar.tables.Rows;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Finds aims of one edition and report year by learner, provider or id. */
final class SoughtAims {
  private final TableReader reader;
  private final Filter ours;

  SoughtAims(TableReader reader, String edition, int reportYear) {
    this.reader = reader;
    this.ours = Filter.of(edition, reportYear);
  }

  /**
   * Finds a learner's aims that a provider returned or is responsible for. Reads a few columns of
   * all aims, and all columns of those that it finds.
   */
  List<Row> of(int ukprn, SoughtLearner learner) {
    List<String> found = new ArrayList<>();
    try (Rows aims =
        reader.read(
            Tables.AIM,
            List.of("aim_id", "ukprn", "uln", "history.returned_ukprn", "history.learn_ref_number"),
            ours)) {
      while (aims.hasNext()) {
        Row aim = aims.next();
        if (isOf(aim, learner) && isAt(aim, ukprn)) {
          found.add(aim.getAs("aim_id"));
        }
      }
    }
    return found.isEmpty() ? List.of() : whole(ours.and(Filter.among("aim_id", found)));
  }

  /** Finds a provider's aim by its id. */
  List<Row> of(int ukprn, String aimId) {
    return whole(ours.and(Filter.equal("ukprn", ukprn)).and(Filter.equal("aim_id", aimId)));
  }

  /**
   * Finds all aims of some aims' learners at their providers, with the columns that a near miss
   * needs. Includes aims of learners who share a reference number or ULN with one of these learners
   * (8.26).
   */
  List<Row> ofTheLearnersOf(List<Row> aims) {
    List<String> columns = new ArrayList<>(NearMiss.COLUMNS);
    columns.addAll(List.of("ukprn", "uln"));
    return reader.list(
        Tables.AIM,
        columns,
        ours.and(Filter.among("ukprn", values(aims, "ukprn")))
            .and(
                Filter.among("learner", values(aims, "learner"))
                    .or(Filter.among("learn_ref_number", values(aims, "learn_ref_number")))
                    .or(
                        Filter.among(
                            "uln",
                            values(aims, "uln").stream()
                                .filter(uln -> Returned.realUln(uln.toString()) != null)
                                .toList()))));
  }

  private static List<Object> values(List<Row> aims, String column) {
    return aims.stream()
        .map(aim -> aim.<Object>getAs(column))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private List<Row> whole(Filter filter) {
    return reader.list(Tables.AIM, Tables.AIM.columnNames(), filter);
  }

  private static boolean isAt(Row aim, Integer ukprn) {
    return ukprn.equals(aim.getAs("ukprn")) || isRecorded(aim, "returned_ukprn", ukprn);
  }

  private static boolean isOf(Row aim, SoughtLearner learner) {
    return learner.uln().filter(uln -> uln.equals(aim.getAs("uln"))).isPresent()
        || isRecorded(aim, "learn_ref_number", learner.reference());
  }

  private static boolean isRecorded(Row aim, String column, Object value) {
    return aim.<Row>getList(aim.fieldIndex("history")).stream()
        .anyMatch(record -> value.equals(record.getAs(column)));
  }
}
