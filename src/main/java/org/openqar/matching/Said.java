package org.openqar.matching;

import java.util.Objects;

/**
 * What a record of a return says of its learner: an aim, a record that is none for want of a
 * LearnAimRef, or a destination.
 *
 * @param year the academic year that the return stands for: of an R04 the year before its own
 * @param returnedUkprn the provider that made it
 * @param ukprn the same after mergers
 * @param reference LearnRefNumber; null without one
 * @param realUln the ULN, if it names one learner
 * @param previousUkprn PrevUKPRN after mergers; null without one
 * @param previousReference PrevLearnRefNumber; null without one
 * @param contract whether the learner came with a contract or merger: NLM 17 or 18, or PMUKPRN
 * @param destination whether it is a destination: that may outlive the number of the learner's aims
 * @param lookAhead whether it is a record of R04, which names no previous number
 * @param aim the aim; null where nobody moves, where it cannot be read, or not in a final return
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
   * An aim as far as a move asks for it.
   *
   * @param key AimType, LearnAimRef, programme and start as one text: equal texts, one aim
   * @param precedence of the record among those of its aim in one return
   */
  public record Aim(String key, Ending ending, Precedence precedence) {}

  Number number() {
    return new Number(ukprn, reference);
  }

  /** Whether it tells a change of number or provider (3.3): a move needs no previous number. */
  boolean tellsChange() {
    return reference != null
        && (previousReference != null || moved())
        && !previous().equals(number());
  }

  /** The number that the learner had before; a move may have kept it. */
  Number previous() {
    return new Number(
        previousUkprn == null ? ukprn : previousUkprn,
        previousReference == null ? reference : previousReference);
  }

  private boolean moved() {
    return previousUkprn != null && previousUkprn != ukprn;
  }

  /** Whether another record may be of the same learner: not where both have a ULN and another. */
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
