package org.openqar.matching;

/**
 * What other records say about a reference number in one year's returns. If a move takes some
 * records and leaves others, a number has several of these; the first whose {@code of} includes a
 * record applies to it.
 *
 * @param of the records that this applies to
 * @param ukprn the provider that the records belong to now
 * @param reference the learner's newest reference number there
 * @param foundUln the only real ULN of the number; null if there is none, or if every record has
 *     its own
 * @param group names the records to match together, if they are not simply those of one person;
 *     otherwise null
 * @param move the change that moved the records; null if none did
 * @param moved says in words what moved the records; null if nothing did
 * @param stayed says in words which changes left the records where they were; null if none did
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

  /** Returns the owner of a record that was returned under this number. */
  public Owner owner(String realUln) {
    return new Owner(ukprn, reference, realUln, foundUln, move, moved, stayed, false);
  }
}
