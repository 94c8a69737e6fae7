package org.openqar.matching;

/**
 * Where a record was returned.
 *
 * @param returnId the return, by the hash of its content
 * @param returnNumber 14 for a final return, 4 for the one that looks back
 * @param learnerNo position of the learner in the return, from 1
 * @param deliveryNo position of the aim in its learner, from 1
 * @param year the academic year that it stands for; that of R04 is the year before its return's
 * @param lookAhead whether it is of R04, made after the final return of {@code year}
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

  /** One text for this record and no other. */
  String id() {
    return returnId + "/" + learnerNo + "/" + deliveryNo;
  }
}
