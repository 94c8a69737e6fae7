package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * The records of one aim (qar-rules 3.4): what its newest final return says, or the R04 that stands
 * in its place.
 *
 * @param key with which they were matched
 * @param current the record that gives the values
 * @param history oldest first: the final returns' records, and those of R04 that stand in the place
 *     of one
 * @param firstYear the first final return with it; null where only an R04 has it
 * @param lastYear the newest final return with it; null where only an R04 has it
 * @param firstLookAhead the first year whose R04 has it; null without one
 */
record Chain(
    AimKey key,
    String id,
    Keyed current,
    List<Keyed> history,
    Integer firstYear,
    Integer lastYear,
    Integer firstLookAhead) {

  /** Whether any final return has it: an aim that only an R04 has tells about the others alone. */
  boolean returned() {
    return firstYear != null;
  }

  Delivery values() {
    return current.delivery();
  }

  /**
   * What the newest final return says. Starts are matched by it: an R04 in its place decides what
   * is judged, and matches nothing (9.5, 9.18).
   */
  Delivery lastReturned() {
    int place = history.size() - 1;
    while (history.get(place).lookAhead()) {
      place--;
    }
    return history.get(place).delivery();
  }

  /** A start that the newest record does not tell is the one that it was matched by. */
  LocalDate start() {
    LocalDate returned = values().start();
    return returned == null ? key.start() : returned;
  }

  /** Of several records of one year only the last counts (9.6): whether that at a place does. */
  boolean counts(int place) {
    return counts(history, place);
  }

  static boolean counts(List<Keyed> records, int place) {
    return place + 1 == records.size()
        || records.get(place + 1).year() != records.get(place).year();
  }
}
