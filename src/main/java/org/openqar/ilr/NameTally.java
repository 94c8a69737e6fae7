package org.openqar.ilr;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by name, of at most 50 names of at most 64 characters; further names go uncounted. */
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

  /** In the order in which the names were first met. */
  Map<String, Long> counts() {
    return counts;
  }
}
