package org.openqar.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.openqar.calendar.AcademicYear;

/** What R04 decides of the year before (8.3, 9.18). */
record LookAhead(Switches switches) {

  /** The record that stands for each final return of a chain. */
  TreeMap<Integer, Seen> shown(Chain chain) {
    TreeMap<Integer, Seen> shown = chain.byYear();
    if (switches.lookAhead && switches.lateReporting != Switches.LateReporting.NONE) {
      TreeMap<Integer, Seen> later = chain.byLookAheadYear();
      for (int year : List.copyOf(shown.keySet())) {
        Seen late = later.get(year + 1);
        if (late != null && (judges(late, year) || forgives(late, year, shown.get(year)))) {
          shown.put(year, late);
        }
      }
    }
    return shown;
  }

  /** An apprenticeship that by R04 was planned to end in the year. */
  private boolean judges(Seen late, int year) {
    return switches.lateReporting == Switches.LateReporting.ALL
        && ReportType.isOfApprenticeship(late)
        && late.plannedEnd != null
        && AcademicYear.of(late.plannedEnd).start() == year;
  }

  /** An achievement in the year that its final return did not have yet. */
  private boolean forgives(Seen late, int year, Seen record) {
    LocalDate on = late.achDate == null ? late.actualEnd : late.achDate;
    return (late.is(2) || late.is(3))
        && late.outcome != null
        && late.outcome == 1
        && !late.spoilt()
        && on != null
        && !on.isAfter(Siblings.lastDayOf(year))
        && (new Standing(switches).open(record) || isResultUnknown(record));
  }

  private static boolean isResultUnknown(Seen record) {
    return record.is(2) && record.outcome != null && record.outcome == 8;
  }
}
