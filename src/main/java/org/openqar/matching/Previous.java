package org.openqar.matching;

/**
 * The number that a record says its learner had before (qar-rules 3.3), as returned.
 *
 * @param ukprn PrevUKPRN; null without one
 * @param reference PrevLearnRefNumber; null without one
 */
public record Previous(Integer ukprn, String reference) {
  /** What a record says; null where it names neither. */
  public static Previous of(Integer ukprn, String reference) {
    return ukprn == null && reference == null ? null : new Previous(ukprn, reference);
  }
}
