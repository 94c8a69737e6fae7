package org.openqar.oracle;

import java.time.LocalDate;

/**
 * What is read for a report year, and when it is reported (2, 9.1).
 *
 * @param reportYear R
 * @param firstYear the first final return that is read
 * @param lastYear the last one: R unless later ones are read too
 * @param lookAhead whether R04 is read, of each year after a final return that is read
 * @param reportDate the day of the timely measure
 */
record Window(
    int reportYear, int firstYear, int lastYear, boolean lookAhead, LocalDate reportDate) {
  static Window of(int reportYear, Switches switches) {
    return new Window(
        reportYear, reportYear - 4, reportYear, switches.lookAhead, Siblings.lastDayOf(reportYear));
  }

  Window to(int year) {
    return new Window(reportYear, firstYear, year, lookAhead, reportDate);
  }

  Window reportedOn(LocalDate day) {
    return new Window(reportYear, firstYear, lastYear, lookAhead, day);
  }

  boolean loaded(int year, int returnNumber) {
    return switch (returnNumber) {
      case ReturnedAim.FINAL -> year >= firstYear && year <= lastYear;
      case ReturnedAim.LOOK_AHEAD -> lookAhead && year > firstYear && year <= lastYear + 1;
      default -> false;
    };
  }
}
