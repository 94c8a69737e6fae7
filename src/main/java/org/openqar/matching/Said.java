package org.openqar.matching;

/**
 * What a record of a final return says of its learner: an aim, a record that is none for want of a
 * LearnAimRef, or a destination.
 *
 * @param year the academic year of the return
 * @param returnedUkprn the provider that made it
 * @param ukprn the same after mergers
 * @param reference LearnRefNumber; null without one
 * @param realUln the ULN, if it names one learner
 * @param previousUkprn PrevUKPRN after mergers; null without one
 * @param previousReference PrevLearnRefNumber; null without one
 */
public record Said(
    int year,
    int returnedUkprn,
    int ukprn,
    String reference,
    String realUln,
    Integer previousUkprn,
    String previousReference) {

  Number number() {
    return new Number(ukprn, reference);
  }

  /** Whether it tells a change of number or provider (3.3). */
  boolean tellsChange() {
    return previousReference != null && reference != null && !previous().equals(number());
  }

  /** The number that the learner had before. */
  Number previous() {
    return new Number(previousUkprn == null ? ukprn : previousUkprn, previousReference);
  }

  /**
   * A learner's reference number at a provider.
   *
   * @param ukprn the provider, after mergers
   */
  public record Number(int ukprn, String reference) {}
}
