package org.openqar.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;

/** Describes what other records say about an aim, for an explanation. */
final class LinkedRecords {
  private LinkedRecords() {}

  static String of(Row aim) {
    StringBuilder text = new StringBuilder();
    if (aim.getAs("restart_start_date") != null) {
      text.append(
          "   Restart of this break: began %s%s%s\n"
              .formatted(
                  show(aim.getAs("restart_start_date")),
                  first(aim, "restart_first_year_returned", ", first returned in "),
                  first(aim, "restart_first_look_ahead_year", ", first in R04 of ")));
    }
    text.append(
        inDoubt(aim, "protected_years", "that could be this aim: it counts as seen in that year"));
    text.append(
        inDoubt(
            aim,
            "restart_protected_years",
            "that could be its restart: it counts as restarted by that year"));
    if (aim.getAs("transfer_start_date") != null) {
      text.append(
          "   Next programme on other training: began %s\n"
              .formatted(show(aim.getAs("transfer_start_date"))));
    }
    if (aim.getAs("other_aim_start_date") != null) {
      text.append(
          "   Next aim of any kind: began %s\n".formatted(show(aim.getAs("other_aim_start_date"))));
    }
    List<Row> destinations = aim.getList(aim.fieldIndex("destinations"));
    destinations.forEach(
        destination ->
            text.append(
                "   Destination: %s from %s\n"
                    .formatted(
                        destination.getAs("outcome"), show(destination.getAs("start_date")))));
    List<Row> parts = aim.getList(aim.fieldIndex("earlier_segments"));
    parts.forEach(
        part ->
            text.append(
                "   Continues an earlier part: %s to %s\n"
                    .formatted(
                        show(part.getAs("learn_start_date")),
                        show(part.getAs("learn_act_end_date")))));
    return text.toString();
  }

  private static String first(Row aim, String column, String words) {
    Integer year = aim.getAs(column);
    return year == null ? "" : words + new AcademicYear(year);
  }

  private static String inDoubt(Row aim, String column, String consequence) {
    List<Integer> years = aim.getList(aim.fieldIndex(column));
    return years.isEmpty()
        ? ""
        : "   The final return of %s has an unreadable record %s\n"
            .formatted(
                years.stream()
                    .map(year -> new AcademicYear(year).toString())
                    .collect(Collectors.joining(", ")),
                consequence);
  }

  private static String show(Object value) {
    return value == null ? "none" : value.toString();
  }
}
