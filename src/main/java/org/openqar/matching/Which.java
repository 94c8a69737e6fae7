package org.openqar.matching;

import java.util.HashSet;
import java.util.Set;

/**
 * Some records of a number. A move takes some and leaves others (qar-rules 3.3).
 *
 * @param aims the keys of the records' aims ({@link Said.Aim#key}); null for any aim
 * @param ulns the real ULNs that the records may have; a record without one also fits; null for any
 *     ULN
 */
public record Which(Set<String> aims, Set<String> ulns) {
  /** All records. */
  public static final Which ANY = new Which(null, null);

  /**
   * Whether a record is one of them.
   *
   * @param aim the key of its aim; null if unreadable, or for a destination
   */
  boolean has(String aim, String realUln) {
    return (aims == null || (aim != null && aims.contains(aim)))
        && (ulns == null || realUln == null || ulns.contains(realUln));
  }

  boolean has(Said record) {
    return has(record.aim() == null ? null : record.aim().key(), record.realUln());
  }

  boolean isAll() {
    return aims == null && ulns == null;
  }

  boolean isNone() {
    return aims != null && aims.isEmpty();
  }

  /** Returns the records that are in both. */
  Which and(Which other) {
    return new Which(both(aims, other.aims), both(ulns, other.ulns));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    if (some == null || others == null) {
      return some == null ? others : some;
    }
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
