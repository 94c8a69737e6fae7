package org.openqar.matching;

import java.util.List;
import org.openqar.rules.Edition.MatchKey;

/**
 * The owner of a record, after number changes, moves and mergers (qar-rules 3.2 to 3.4).
 *
 * @param ukprn the provider that its aim belongs to
 * @param reference the learner's newest reference number there; null if absent
 * @param realUln the record's own ULN, if it identifies one learner
 * @param foundUln the only real ULN that the reference number has in other records; used only if
 *     the record has none
 * @param move the change that moved the record; null if none did
 * @param moved says in words what moved the record; null if nothing did
 * @param stayed says in words which changes of number or provider left the record where it was;
 *     null if none did
 * @param crowded whether the ULN has more records than one learner can have, and so identifies
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
   * @param since the year of the return that reported it
   * @param after the years, from the change on, for which the provider in charge made a final
   *     return
   */
  public record Move(int since, List<Integer> after) {}

  /** Returns the owner that the record itself names. */
  public static Owner of(Said.Number number, String realUln) {
    return new Owner(number.ukprn(), number.reference(), realUln, null, null, null, null, false);
  }

  /**
   * Returns the owner without a ULN that identifies nobody. An owner without a reference number
   * stays as it is.
   */
  Owner byReferenceOnly() {
    return reference == null
        ? this
        : new Owner(ukprn, reference, null, null, move, moved, stayed, true);
  }

  /** Returns the person: the record's own ULN, or the one found, or the reference number. */
  String person() {
    String uln = realUln == null ? foundUln : realUln;
    return uln == null ? byReference() : "ULN " + uln;
  }

  /** Returns the learner's identity in matching, by the edition's key (3.4). */
  String learner(MatchKey key) {
    return switch (key) {
      case ULN -> person();
      case LRN -> reference == null ? "ULN " + realUln : byReference();
    };
  }

  /** Says what {@link #learner} used. */
  String matchedBy(MatchKey key) {
    return switch (key) {
      case ULN ->
          realUln != null
              ? "ULN"
              : foundUln != null
                  ? "ULN of the same reference number"
                  : crowded
                      ? "reference number, because the ULN has too many records"
                      : "reference number";
      case LRN -> reference == null ? "ULN" : "reference number";
    };
  }

  private String byReference() {
    return "reference " + reference;
  }
}
