package org.openqar.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What happened at a few providers, and how they returned it: small enough to be shrunk, and all
 * that a sector is made of (see {@link Sectors}, {@link Telling}).
 *
 * @param providers how many
 * @param longHistory whether there are returns of a year that no report reads
 * @param merger the second provider becomes part of the first from this year on; null for none
 * @param missing final returns that were not made
 */
record Story(
    int providers,
    boolean longHistory,
    Integer merger,
    Set<ProviderYear> missing,
    List<Learner> learners) {

  /** A provider by its position. */
  record ProviderYear(int provider, int year) {}

  /**
   * One learner.
   *
   * @param uln how the ULN is returned
   * @param employment days from the first start at which an EmpStat applies
   * @param destination a DPOutcome some days after the end of the newest aim that ended; null for
   *     none
   */
  record Learner(
      int provider,
      Uln uln,
      NumberChange change,
      List<Employment> employment,
      Destination destination,
      List<Aim> aims) {}

  enum Uln {
    REAL,
    TEMPORARY,
    TEMPORARY_AT_FIRST,
    BLANK,
    UNREADABLE,
    OF_THE_LEARNER_BEFORE
  }

  /** The reference number changes in a year; null for never. */
  record NumberChange(int year, Change kind) {}

  enum Change {
    TOLD,
    UNTOLD,
    TOLD_EVER_AFTER,
    WITH_THE_PROVIDER,
    WRONGLY_TOLD
  }

  record Employment(String empStat, int daysFromStart) {}

  record Destination(String type, int daysFromEnd, int year) {}

  /** One aim: what it is, when it was, how it was returned, and what went wrong in that. */
  record Aim(Training training, Times times, Ending ending, Returning returning, Noise noise) {}

  /**
   * What is learnt.
   *
   * @param code which standard, framework or course
   */
  record Training(Kind kind, int code, int pathway, int fundModel, boolean loan) {}

  enum Kind {
    STANDARD,
    FRAMEWORK,
    STANDARD_COMPONENT,
    FRAMEWORK_COMPONENT,
    COURSE,
    TRAINEESHIP,
    TRAINEESHIP_COMPONENT,
    OTHER_PROGRAMME
  }

  /**
   * When it was.
   *
   * @param follows what it has to do with the aim before
   * @param gap days between the end of the aim before and the start
   * @param start the start, when it follows nothing
   */
  record Times(Follows follows, int gap, LocalDate start, Day plannedEnd, Day end, Integer ach) {}

  enum Follows {
    NOTHING,
    /** RES 1, the original start, and the same training as before. */
    RESTART,
    /** RES 1 without an original start. */
    RESTART_UNTOLD,
    /** RES 1 and the first start of all, when the aim before was a restart itself. */
    RESTART_AGAIN,
    /** Another training soon after. */
    NEXT
  }

  /** A day counted from the start, from the planned end, or the last or first of a year. */
  record Day(From from, int days) {}

  enum From {
    START,
    PLANNED_END,
    /** 31 July that ends the year. */
    LAST_OF_YEAR,
    /** 1 August after it. */
    FIRST_OF_NEXT
  }

  record Ending(How how, int reason, int empOutcome, int ldm, List<Integer> payments) {}

  enum How {
    CONTINUES,
    ACHIEVES,
    FAILS,
    RESULT_UNKNOWN,
    AT_EPA,
    WITHDRAWS,
    WITHDRAWS_ACHIEVED,
    TRANSFERS_IN_OLD_CODE,
    BREAKS,
    BREAKS_THEN_WITHDRAWS
  }

  /**
   * How it is returned.
   *
   * @param late years until the end is first returned
   * @param again years for which the ended aim is returned again
   * @param vanishes years after the start from which it is returned no more; 9 for never
   * @param absent years, by their distance from the first, in which it is not returned
   * @param reopened shown open in the year after its end was first shown
   * @param lookAhead what R04 of each year shows, by distance from the first
   */
  record Returning(
      int late,
      int again,
      int vanishes,
      Set<Integer> absent,
      boolean reopened,
      boolean atEpaFirst,
      List<LookAhead> lookAhead) {}

  enum LookAhead {
    NOTHING,
    AS_BEFORE,
    AS_LATER
  }

  /**
   * What went wrong.
   *
   * @param corrected the year from which another start is returned; null for never
   * @param shift by how many days
   * @param duplicated years in which a second record stands beside it
   * @param withoutPathway years in which PwayCode is 0 or not there
   */
  record Noise(
      Integer corrected,
      int shift,
      Set<Integer> duplicated,
      Set<Integer> withoutPathway,
      List<Spoilt> spoilt) {}

  /** A text in the place of a value in one year; null for no element at all. */
  record Spoilt(int year, boolean lookAheadToo, String element, String text) {}
}
