package org.openqar.matching;

/**
 * What is known of a reference number in one year's returns beyond what its records say themselves.
 *
 * @param ukprn the provider that its records belong to now
 * @param reference the learner's newest reference number there
 * @param foundUln the only real ULN that the number has; null without one, or where every record
 *     has a ULN of its own
 * @param group which records are matched together, where that is not simply one person's; else null
 * @param move what moved it; null where it was not moved
 */
public record Known(int ukprn, String reference, String foundUln, String group, Owner.Move move) {

  /** Whose a record is that was returned under this number. */
  public Owner owner(String realUln) {
    return new Owner(ukprn, reference, realUln, foundUln, move, false);
  }
}
