package org.openqar.reports;

import org.openqar.calendar.AcademicYear;

/** Shows the effect of each of several changes on the national rates, one line for each. */
public final class Sensitivity {
  private final int year;
  private final TextTable table;

  /**
   * @param year the year whose rates are shown
   */
  public Sensitivity(int year) {
    this.year = year;
    this.table = new TextTable("changed", "aims", "report", "rate", "becomes", "points");
  }

  /** Adds one change, with a line for each report type whose rate of the year moves. */
  public void add(String changed, ComparisonReport report) {
    var rates = report.national(year);
    if (rates.isEmpty()) {
      table.row(changed, report.changedAims(), "none", "", "", "");
    }
    for (var rate : rates) {
      table.row(
          changed,
          report.changedAims(),
          rate.getAs("report_type"),
          rate.getAs("rate_before"),
          rate.getAs("rate_after"),
          rate.getAs("points"));
    }
  }

  @Override
  public String toString() {
    return "\nAchievement rates of all providers read, %s\n%s"
        .formatted(new AcademicYear(year), table);
  }
}
