package org.openqar.oracle;

import java.util.Set;

/**
 * What an edition settles (table 8.A and sections 8 and 9).
 *
 * @param lookAhead R04 of the next year is read (2)
 * @param matchKey whether a learner is a ULN or a reference number (8.12)
 * @param achDate whose AchDate counts (8.5, 9.17)
 * @param endPointAssessment whether X-EPA is in force (3.9)
 * @param acceptCompletedAtEpa CompStatus 2 with Outcome 8 is at EPA too (8.14, 9.16)
 * @param continuationProtects a break that is still returned is not overdue (8.2)
 * @param lateReporting what R04 forgives (8.3, 9.18)
 * @param inclusiveDays both days of a duration count (8.6)
 * @param restartPeriod the qualifying period of restarts (8.7)
 * @param reportingYear which return tells the reporting year (8.20)
 * @param trailblazers whether X-TBNC is in force (9.21)
 * @param foundation whether X-FOUND is in force (9.24)
 * @param timely whether the timely measure is made
 * @param employerOwnershipLdm LDM codes of X-EOP (9.23)
 */
record Switches(
    boolean lookAhead,
    MatchKey matchKey,
    AchDate achDate,
    boolean endPointAssessment,
    boolean acceptCompletedAtEpa,
    boolean continuationProtects,
    LateReporting lateReporting,
    boolean inclusiveDays,
    RestartPeriod restartPeriod,
    ReportingYear reportingYear,
    boolean trailblazers,
    boolean foundation,
    boolean timely,
    Set<String> employerOwnershipLdm) {

  enum MatchKey {
    ULN,
    LRN
  }

  enum AchDate {
    FM36_STANDARDS,
    STANDARDS,
    NONE
  }

  enum LateReporting {
    ACHIEVED,
    ALL,
    NONE
  }

  enum RestartPeriod {
    WHOLE,
    SEGMENT,
    NONE
  }

  enum ReportingYear {
    FIRST_ENDED,
    LAST_RETURNED
  }

  /** The column of table 8.A that an edition falls under, by the year it is named after. */
  static Switches ofEdition(int year) {
    return new Switches(
        year <= 2023,
        year <= 2021 ? MatchKey.LRN : MatchKey.ULN,
        year <= 2021 ? AchDate.FM36_STANDARDS : AchDate.STANDARDS,
        year >= 2019,
        true,
        true,
        LateReporting.ACHIEVED,
        true,
        RestartPeriod.WHOLE,
        ReportingYear.FIRST_ENDED,
        year <= 2021,
        year >= 2025,
        year <= 2018,
        Set.of());
  }

  Switches withMatchKey(MatchKey key) {
    return new Switches(
        lookAhead,
        key,
        achDate,
        endPointAssessment,
        acceptCompletedAtEpa,
        continuationProtects,
        lateReporting,
        inclusiveDays,
        restartPeriod,
        reportingYear,
        trailblazers,
        foundation,
        timely,
        employerOwnershipLdm);
  }

  Switches with(boolean newLookAhead, boolean newContinuationProtects, boolean newInclusiveDays) {
    return new Switches(
        newLookAhead,
        matchKey,
        achDate,
        endPointAssessment,
        acceptCompletedAtEpa,
        newContinuationProtects,
        lateReporting,
        newInclusiveDays,
        restartPeriod,
        reportingYear,
        trailblazers,
        foundation,
        timely,
        employerOwnershipLdm);
  }
}
