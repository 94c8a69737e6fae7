package org.openqar.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;

/** Shows how an aim was returned, return by return, as a table for people. */
final class ReturnedHistory {
  private static final Map<Integer, String> STATUS =
      Map.of(
          1, "continuing",
          2, "completed",
          3, "withdrawn",
          4, "transferred",
          6, "on a planned break");
  private static final Map<Integer, String> OUTCOME =
      Map.of(1, "achieved", 2, "partly achieved", 3, "not achieved", 8, "not yet known");

  private ReturnedHistory() {}

  /**
   * Returns the table.
   *
   * @param aim its row of {@code aim}
   */
  static String of(Row aim) {
    TextTable table =
        new TextTable(
            "year",
            "provider",
            "reference",
            "status",
            "start",
            "planned end",
            "actual end",
            "achieved on",
            "outcome",
            "reason",
            "matched by");
    List<Row> records = aim.getList(aim.fieldIndex("history"));
    Set<Integer> standIns =
        records.stream()
            .filter(ReturnedHistory::looksAhead)
            .map(record -> record.<Integer>getAs("funding_year"))
            .collect(Collectors.toSet());
    for (Row record : records) {
      table.row(
          yearOf(record, standIns),
          record.getAs("returned_ukprn"),
          record.getAs("learn_ref_number"),
          coded(record.getAs("comp_status"), STATUS),
          record.getAs("learn_start_date"),
          record.getAs("learn_plan_end_date"),
          record.getAs("learn_act_end_date"),
          record.getAs("ach_date"),
          coded(record.getAs("outcome"), OUTCOME),
          record.getAs("withdraw_reason"),
          record.getAs("matched_by"));
    }
    StringBuilder text = new StringBuilder("   As returned in each final return\n");
    text.append(table.toString().indent(3));
    List<String> unreadable = aim.getList(aim.fieldIndex("unreadable"));
    if (!unreadable.isEmpty()) {
      text.append("   Unreadable or missing: %s\n".formatted(String.join(", ", unreadable)));
    }
    return text.toString();
  }

  private static String yearOf(Row record, Set<Integer> standIns) {
    AcademicYear year = new AcademicYear(record.getAs("funding_year"));
    if (looksAhead(record)) {
      return "%s (R04 of %s)".formatted(year, year.plus(1));
    }
    if (record.<Boolean>getAs("counts")) {
      return year.toString();
    }
    return year + (standIns.contains(year.start()) ? " (R04 counts)" : " (duplicate)");
  }

  private static boolean looksAhead(Row record) {
    return record.<Integer>getAs("return_number") == CollectionCalendar.LOOK_AHEAD;
  }

  private static String coded(Integer code, Map<Integer, String> words) {
    return code == null ? null : code + " " + words.getOrDefault(code, "");
  }
}
