package org.openqar.matching;

/**
 * The learner's previous number, as a record gives it (qar-rules 3.3).
 *
 * @param ukprn PrevUKPRN; null if absent
 * @param reference PrevLearnRefNumber; null if absent
 */
public record Previous(Integer ukprn, String reference) {
  /** Returns the previous number; null if the record names neither part. */
  public static Previous of(Integer ukprn, String reference) {
    return ukprn == null && reference == null ? null : new Previous(ukprn, reference);
  }
}
