package org.openqar.ilr;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts occurrences by name, for at most 50 names of at most 64 characters. It does not count
 * further names.
 */
final class NameTally {
  private static final int NAMES = 50;
  private static final int CHARACTERS = 64;

  private final Map<String, Long> counts = new LinkedHashMap<>();

  void add(String name) {
    String kept = name.length() > CHARACTERS ? name.substring(0, CHARACTERS) : name;
    if (counts.size() < NAMES || counts.containsKey(kept)) {
      counts.merge(kept, 1L, Long::sum);
    }
  }

  /** Returns the counts in the order in which the names first occurred. */
  Map<String, Long> counts() {
    return counts;
  }
}
