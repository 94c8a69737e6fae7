package org.openqar.matching;

import java.util.HashSet;
import java.util.Set;

/**
 * Which records of a number something holds for: a move takes some and leaves others (qar-rules
 * 3.3).
 *
 * @param aims the aims whose records these are ({@link Said.Aim#key}); null for any record
 * @param ulns the ULNs that they have, if they have a real one; null for any
 */
public record Which(Set<String> aims, Set<String> ulns) {
  /** All records. */
  public static final Which ANY = new Which(null, null);

  /**
   * Whether a record is one of them.
   *
   * @param aim which aim it is of; null where that cannot be read, or in a destination
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

  /** The records that are in both. */
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
