package org.openqar.matching;

import java.util.Objects;

/**
 * What one record of a return says about its learner. The record is an aim, a delivery without a
 * LearnAimRef, or a destination.
 *
 * @param year the academic year that the return counts for; for R04, the year before its own
 * @param returnedUkprn the provider that made the return
 * @param ukprn the same provider after mergers
 * @param reference LearnRefNumber; null if absent
 * @param realUln the ULN, if it identifies one learner
 * @param previousUkprn PrevUKPRN after mergers; null if absent
 * @param previousReference PrevLearnRefNumber; null if absent
 * @param contract whether the learner came with a contract or merger: NLM 17 or 18, or PMUKPRN
 * @param destination whether the record is a destination, which may outlive the number of the
 *     learner's aims
 * @param lookAhead whether the record is in R04, where it gives no previous number
 * @param aim the aim; null if nobody moves, if it is unreadable, or outside a final return
 */
public record Said(
    int year,
    int returnedUkprn,
    int ukprn,
    String reference,
    String realUln,
    Integer previousUkprn,
    String previousReference,
    boolean contract,
    boolean destination,
    boolean lookAhead,
    Aim aim) {

  /** The academic year of the return itself. */
  int returnedIn() {
    return lookAhead ? year + 1 : year;
  }

  /**
   * The part of an aim that a move needs.
   *
   * @param key AimType, LearnAimRef, programme and start as one text; equal texts are one aim
   * @param precedence the record's rank among those of its aim in one return
   */
  public record Aim(String key, Ending ending, Precedence precedence) {}

  Number number() {
    return new Number(ukprn, reference);
  }

  /**
   * Whether the record reports a change of number or provider (3.3). A move needs no previous
   * number.
   */
  boolean tellsChange() {
    return reference != null
        && (previousReference != null || moved())
        && !previous().equals(number());
  }

  /** Returns the learner's previous number. A move may have kept it. */
  Number previous() {
    return new Number(
        previousUkprn == null ? ukprn : previousUkprn,
        previousReference == null ? reference : previousReference);
  }

  private boolean moved() {
    return previousUkprn != null && previousUkprn != ukprn;
  }

  /**
   * Whether another record may belong to the same learner. It does not if both have a ULN and the
   * ULNs differ.
   */
  boolean couldBeOf(Said other) {
    return realUln == null || other.realUln == null || Objects.equals(realUln, other.realUln);
  }

  /**
   * A learner's reference number at a provider.
   *
   * @param ukprn the provider, after mergers
   */
  public record Number(int ukprn, String reference) {}
}
