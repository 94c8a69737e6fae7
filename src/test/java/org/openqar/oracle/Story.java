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
 * @param merger how the second provider becomes part of the first; null for never
 * @param missing final returns that were not made
 */
record Story(
    int providers,
    boolean longHistory,
    Merger merger,
    Set<ProviderYear> missing,
    List<Learner> learners) {

  /**
   * A merger.
   *
   * @param bothReturn the provider that closes still makes returns in the year of it
   */
  record Merger(int year, boolean bothReturn) {}

  /** A provider by its position. */
  record ProviderYear(int provider, int year) {}

  /**
   * One learner.
   *
   * @param uln how the ULN is returned
   * @param steps changes of number and moves, by year
   * @param handover how a merger takes the learner along
   * @param employment days from the first start at which an EmpStat applies
   * @param destination a DPOutcome some days after the end of the newest aim that ended; null for
   *     none
   */
  record Learner(
      int provider,
      Uln uln,
      List<Step> steps,
      Handover handover,
      List<Employment> employment,
      Destination destination,
      List<Aim> aims) {}

  enum Uln {
    REAL,
    TEMPORARY,
    TEMPORARY_AT_FIRST,
    /** Another's, and put right in the third year. */
    WRONG_AT_FIRST,
    BLANK,
    UNREADABLE,
    OF_THE_LEARNER_BEFORE
  }

  /**
   * A change of the reference number or a move to the next provider.
   *
   * @param everAfter whether it is told again in each later return
   * @param left what the old provider of a move returns of the aims, and with which reason
   * @param taken what the new provider of a move returns of aims begun before
   */
  record Step(
      int year, Change kind, boolean keepsNumber, boolean everAfter, Left left, Taken taken) {
    boolean moves() {
      return kind.moves;
    }
  }

  enum Change {
    NUMBER_TOLD(false),
    NUMBER_UNTOLD(false),
    /** The previous number is that of the learner before. */
    NUMBER_OF_ANOTHER(false),
    /** PMUKPRN, and no PrevUKPRN. */
    NUMBER_WITH_PM_UKPRN(false),
    MOVE_UNTOLD(true),
    /** PrevUKPRN, and nothing of a contract. */
    MOVE_PLAIN(true),
    /** PrevUKPRN, and the number of the learner before. */
    MOVE_OF_ANOTHER(true),
    MOVE_NLM_17(true),
    MOVE_NLM_18(true),
    MOVE_PM_UKPRN(true);

    private final boolean moves;

    Change(boolean moves) {
      this.moves = moves;
    }
  }

  /** What the old provider returns: nothing, or the aims as they were or closed. */
  enum Left {
    NOTHING,
    CLOSED_THE_YEAR_BEFORE,
    CLOSED,
    AS_BEFORE
  }

  enum Taken {
    SAME_START,
    NEW_START,
    NEW_START_UNTOLD,
    NOT
  }

  /**
   * What a merger does with a learner of the provider that closes.
   *
   * @param byBoth returned by both providers in the year of it
   * @param closing the reason with which the one that closes ends the aims; 0 for not
   * @param told NLM 17 and PrevUKPRN
   */
  record Handover(boolean byBoth, int closing, boolean told, boolean newNumber) {}

  record Employment(String empStat, int daysFromStart) {}

  record Destination(String type, int daysFromEnd, int year, boolean inR04) {}

  /** One aim: what it is, when it was, how it was returned, and what went wrong in that. */
  record Aim(Training training, Times times, Ending ending, Returning returning, Noise noise) {}

  /**
   * What is learnt.
   *
   * @param code which standard, framework or course
   * @param pathway the pathway of a framework; 1 for the AimType 4 of a course, 2 for 5
   */
  record Training(Kind kind, int code, int pathway, int fundModel, boolean loan) {}

  enum Kind {
    STANDARD,
    FRAMEWORK,
    STANDARD_COMPONENT,
    FRAMEWORK_COMPONENT,
    COURSE,
    /** One of the generic aims of 3.9. */
    GENERIC_COURSE,
    TRAINEESHIP,
    TRAINEESHIP_COMPONENT,
    T_LEVEL,
    T_LEVEL_COURSE,
    TRANSITION_COURSE,
    APPRENTICESHIP_UNIT
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

  /**
   * How it ends.
   *
   * @param achDateLeft an AchDate stands on whatever end it is
   */
  record Ending(
      How how, int reason, int empOutcome, int ldm, List<Integer> payments, boolean achDateLeft) {}

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
    AS_LATER,
    WITHDRAWN,
    ACHIEVED,
    FAILED,
    ON_A_BREAK,
    IN_LEARNING,
    PLANNED_IN_THE_YEAR,
    PLANNED_LATER
  }

  /**
   * What went wrong.
   *
   * @param corrected the year from which another start is returned; null for never
   * @param shift by how many days
   * @param doubles second records beside it
   * @param withoutPathway years in which PwayCode is 0 or not there
   * @param otherAimType years in which a course is returned as 5 for 4, or as 4 for 5
   */
  record Noise(
      Integer corrected,
      int shift,
      List<Double> doubles,
      Set<Integer> withoutPathway,
      Set<Integer> otherAimType,
      List<Spoilt> spoilt) {}

  /** A second record of the aim in the returns of one year. */
  record Double(int year, boolean lookAheadToo, Second what, Sequence sequence) {}

  enum Second {
    IN_LEARNING,
    CLOSED_WITH_40,
    CLOSED_WITH_7,
    CLOSED_WITH_47,
    CLOSED_IN_OLD_CODE,
    CLOSED_ON_ITS_FIRST_DAY,
    WITHDRAWN,
    ACHIEVED,
    OTHER_FUNDING
  }

  enum Sequence {
    HIGHER,
    LOWER,
    EQUAL,
    MISSING,
    UNREADABLE
  }

  /** A text in the place of a value in one year; null for no element at all. */
  record Spoilt(int year, boolean lookAheadToo, String element, String text) {}
}
