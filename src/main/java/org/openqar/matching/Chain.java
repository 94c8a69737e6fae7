package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * The records of one aim (qar-rules 3.4). The record of its newest final return, or the R04 record
 * that replaces it, gives the values.
 *
 * @param key the match key of the records
 * @param current the record that gives the values
 * @param history the records of final returns and the R04 records that replace one, oldest first
 * @param firstYear the first final return with the aim; null if only an R04 has it
 * @param lastYear the newest final return with the aim; null if only an R04 has it
 * @param firstLookAhead the first year whose R04 has the aim; null if none has
 */
record Chain(
    AimKey key,
    String id,
    Keyed current,
    List<Keyed> history,
    Integer firstYear,
    Integer lastYear,
    Integer firstLookAhead) {

  /**
   * Whether any final return has the aim. An aim that only an R04 has serves only to judge other
   * aims.
   */
  boolean returned() {
    return firstYear != null;
  }

  Delivery values() {
    return current.delivery();
  }

  /**
   * Returns the newest final return's record. Starts are matched by it: an R04 in its place decides
   * how the aim is judged, and matches nothing (9.5, 9.18).
   */
  Delivery lastReturned() {
    int place = history.size() - 1;
    while (history.get(place).lookAhead()) {
      place--;
    }
    return history.get(place).delivery();
  }

  /** Returns the start of the newest record, or the start in the key if that record gives none. */
  LocalDate start() {
    LocalDate returned = values().start();
    return returned == null ? key.start() : returned;
  }

  /**
   * Whether the record at a place counts. Only the last of several records of one year does (9.6).
   */
  boolean counts(int place) {
    return counts(history, place);
  }

  static boolean counts(List<Keyed> records, int place) {
    return place + 1 == records.size()
        || records.get(place + 1).year() != records.get(place).year();
  }
}
