package org.openqar.matching;

/**
 * What is known of a reference number in one year's returns beyond what its records say themselves.
 * Where a move takes some records and leaves others, several are known of the number: of each
 * record the first that is of it.
 *
 * @param of the records of which it is known
 * @param ukprn the provider that the records belong to now
 * @param reference the learner's newest reference number there
 * @param foundUln the only real ULN that the number has; null without one, or where every record
 *     has a ULN of its own
 * @param group which records are matched together, where that is not simply one person's; else null
 * @param move what moved them; null where they were not moved
 * @param moved the same in words; null where nothing did
 * @param stayed which changes left them where they were, in words; null where none did
 */
public record Known(
    Which of,
    int ukprn,
    String reference,
    String foundUln,
    String group,
    Owner.Move move,
    String moved,
    String stayed) {

  /** Whose a record is that was returned under this number. */
  public Owner owner(String realUln) {
    return new Owner(ukprn, reference, realUln, foundUln, move, moved, stayed, false);
  }
}
