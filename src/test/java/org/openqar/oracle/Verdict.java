package org.openqar.oracle;

import java.util.SortedSet;

/**
 * What becomes of one aim in one report.
 *
 * @param type the report
 * @param chain the records it is made of
 * @param current the record that its values come from
 * @param plannedYear, actualYear, achievementYear, reportingYear, outcomeYear the candidate years
 * @param hybridEndYear the latest of them; null while the aim has not ended
 * @param exclusions codes of 3.9, and X-DATA for 9.11; neither X-CONT nor X-FUTURE
 * @param status QAR Inclusion, QAR Exclusion, Continuing or Future
 */
record Verdict(
    ReportType type,
    Chain chain,
    Seen current,
    String status,
    Integer hybridEndYear,
    Integer plannedYear,
    Integer actualYear,
    Integer achievementYear,
    Integer reportingYear,
    Integer outcomeYear,
    boolean overdueContinuing,
    boolean overdueBreak,
    SortedSet<String> exclusions,
    boolean completer,
    boolean achiever,
    Integer timelyYear,
    boolean timelyCohort,
    boolean timelyAchiever) {

  static final String INCLUSION = "QAR Inclusion";
  static final String EXCLUSION = "QAR Exclusion";
  static final String CONTINUING = "Continuing";
  static final String FUTURE = "Future";

  int provider() {
    return current.provider;
  }

  /** Whether it is a leaver of a year. */
  boolean cohort(int year) {
    return status.equals(INCLUSION) && hybridEndYear == year;
  }
}
