package org.openqar.matching;

import java.util.List;
import org.openqar.rules.Edition.MatchKey;

/**
 * Whose a record is, once number changes, moves and mergers are followed (qar-rules 3.2 to 3.4).
 *
 * @param ukprn the provider that its aim belongs to
 * @param reference the learner's newest reference number there; null without one
 * @param realUln the record's own ULN, if it names one learner
 * @param foundUln the only real ULN that the reference number has in other records; read only where
 *     the record has none
 * @param move what moved it; null where it was not moved
 * @param moved what moved it, in words; null where nothing did
 * @param stayed which changes of number or provider left it where it was, in words; null where none
 *     did
 * @param crowded whether its ULN stands for more records than one learner can have, and so for
 *     nobody
 */
public record Owner(
    int ukprn,
    String reference,
    String realUln,
    String foundUln,
    Move move,
    String moved,
    String stayed,
    boolean crowded) {

  /**
   * A change of number or provider.
   *
   * @param since the year whose return told it
   * @param after the years from then on for which the provider in charge made a final return
   */
  public record Move(int since, List<Integer> after) {}

  /** Who a record itself says that it is of. */
  public static Owner of(Said.Number number, String realUln) {
    return new Owner(number.ukprn(), number.reference(), realUln, null, null, null, null, false);
  }

  /** The same record's owner where its ULN names nobody; unchanged without a reference number. */
  Owner byReferenceOnly() {
    return reference == null
        ? this
        : new Owner(ukprn, reference, null, null, move, moved, stayed, true);
  }

  /** The person: a ULN, the record's own or found, else the reference number. */
  String person() {
    String uln = realUln == null ? foundUln : realUln;
    return uln == null ? byReference() : "ULN " + uln;
  }

  /** Who it is in matching, by the edition's key (3.4). */
  String learner(MatchKey key) {
    return switch (key) {
      case ULN -> person();
      case LRN -> reference == null ? "ULN " + realUln : byReference();
    };
  }

  /** By what {@link #learner} was found. */
  String matchedBy(MatchKey key) {
    return switch (key) {
      case ULN ->
          realUln != null
              ? "ULN"
              : foundUln != null
                  ? "ULN of the same reference number"
                  : crowded
                      ? "reference number, for the ULN has too many records"
                      : "reference number";
      case LRN -> reference == null ? "ULN" : "reference number";
    };
  }

  private String byReference() {
    return "reference " + reference;
  }
}
