package org.openqar.ilr;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by name, of a bounded number of names of a bounded length; further names go uncounted. */
final class NameTally {
  private final IlrLimits limits;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  NameTally(IlrLimits limits) {
    this.limits = limits;
  }

  void add(String name) {
    String kept =
        name.length() > limits.nameCharacters() ? name.substring(0, limits.nameCharacters()) : name;
    if (counts.size() < limits.distinctNames() || counts.containsKey(kept)) {
      counts.merge(kept, 1L, Long::sum);
    }
  }

  /** In the order in which the names were first met. */
  Map<String, Long> counts() {
    return counts;
  }
}
