package org.openqar.matching;

/**
 * The place of a record.
 *
 * @param returnId the return, by the hash of its content
 * @param returnNumber 14 for a final return, 4 for the return that looks back
 * @param learnerNo position of the learner in the return, from 1
 * @param deliveryNo position of the aim in its learner, from 1
 * @param year the academic year that the record counts for; for R04, the year before that of its
 *     return
 * @param lookAhead whether the record is in R04, made after the final return of {@code year}
 * @param ukprn the provider that made the return
 */
public record ReturnedAt(
    String returnId,
    int returnNumber,
    long learnerNo,
    int deliveryNo,
    int year,
    boolean lookAhead,
    int ukprn) {

  /** The academic year in which the return was made. */
  public int yearOfReturn() {
    return lookAhead ? year + 1 : year;
  }

  /** Returns a text that identifies this record. */
  String id() {
    return returnId + "/" + learnerNo + "/" + deliveryNo;
  }
}
