package org.openqar.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.openqar.calendar.AcademicYear;
import org.openqar.messages.UserException;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Finds the editions and report years whose rows a warehouse has. */
public final class RunsThere {
  private RunsThere() {}

  private record Run(String edition, int reportYear) {
    String told() {
      return "%s for %s".formatted(edition, new AcademicYear(reportYear));
    }
  }

  /**
   * Refuses an edition and report year that no run computed, and names those that runs computed.
   *
   * @throws UserException if no run computed it, or there is no run at all
   */
  public static void refuseMissing(TableReader reader, String edition, int reportYear) {
    List<Run> runs =
        reader.list(Tables.RUN, List.of("edition", "report_year"), Filter.all()).stream()
            .map(row -> new Run(row.getString(0), row.getInt(1)))
            .distinct()
            .toList();
    Run wanted = new Run(edition, reportYear);
    if (!runs.contains(wanted)) {
      throw UserException.failed(
          "There is no run of edition %s; there is %s: give --edition and --report-year of one of these, or make that run with ./qar run."
              .formatted(
                  wanted.told(),
                  runs.stream().map(Run::told).sorted().collect(Collectors.joining(", "))));
    }
  }
}
