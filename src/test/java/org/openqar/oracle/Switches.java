package org.openqar.oracle;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What an edition settles (table 8.A and sections 8 and 9). */
final class Switches {
  /** R04 of the next year is read (2). */
  boolean lookAhead;

  /** Whether a learner is a ULN or a reference number (8.12). */
  MatchKey matchKey;

  /** What follows a learner who changes provider without a contract that was taken over (8.25). */
  PlainMoves plainMoves = PlainMoves.TAKEN_OVER;

  /** ProgType 30 and 31 count as any other course (8.27). */
  boolean tLevels;

  /** Whose AchDate counts (8.5, 9.17). */
  AchDate achDate;

  /** The year of the actual end for which no AchDate counts; null for none (3.8, 9.17). */
  Integer achDateNotForEndYear;

  /** X-EPA is in force (3.9). */
  boolean endPointAssessment;

  /** CompStatus 2 with Outcome 8 is at EPA too (8.14, 9.16). */
  boolean acceptCompletedAtEpa = true;

  /** A break that is still returned is not overdue (8.2). */
  boolean continuationProtects = true;

  /** What R04 decides (8.3, 9.18). */
  LateReporting lateReporting = LateReporting.ALL;

  /** Both days of a duration count (8.6). */
  boolean inclusiveDays = true;

  /** The qualifying period of restarts (8.7, 8.28). */
  RestartPeriod restartPeriod = RestartPeriod.WHOLE;

  /** Which return tells the reporting year (8.20). */
  ReportingYear reportingYear = ReportingYear.FIRST_ENDED;

  /** X-TBNC is in force (9.21). */
  boolean trailblazers;

  /** X-FOUND is in force (8.23, 9.24). */
  boolean foundation;

  /** The timely measure is made (4.4). */
  boolean timely;

  /** LDM codes of X-EOP (9.23). */
  Set<String> employerOwnershipLdm = Set.of();

  /** LDM codes of courses that are not measured (3.9, 8.30). */
  Set<String> excludedLdm = Set.of();

  /** Courses that are not measured, by hybrid end year (3.9, 8.30). */
  Map<Integer, Set<String>> excludedAimRefs = Map.of();

  enum MatchKey {
    ULN,
    LRN
  }

  enum PlainMoves {
    TAKEN_OVER,
    ALL,
    NONE
  }

  enum AchDate {
    FM36_STANDARDS,
    STANDARDS,
    NONE
  }

  enum LateReporting {
    ALL,
    ACHIEVED,
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

  private Switches(int year) {
    lookAhead = year <= 2023;
    matchKey = year <= 2021 ? MatchKey.LRN : MatchKey.ULN;
    achDate = year <= 2021 ? AchDate.FM36_STANDARDS : AchDate.STANDARDS;
    achDateNotForEndYear = year >= 2020 ? 2019 : null;
    endPointAssessment = year >= 2019;
    trailblazers = year <= 2021;
    timely = year <= 2018;
  }

  /** The column of table 8.A that an edition falls under, by the year it is named after. */
  static Switches ofEdition(int year) {
    return new Switches(year);
  }

  /** An edition with changes to it. */
  static Switches ofEdition(int year, Consumer<Switches> change) {
    Switches changed = new Switches(year);
    change.accept(changed);
    return changed;
  }
}
