package org.openqar.ilr;

import java.util.HashSet;
import java.util.Set;

/**
 * Limits the names in one file that no ILR year knows. The XML parser keeps each of them in memory,
 * so there must be few.
 */
final class StrangeNames {
  /** Characters of a long name. Names that are longer on average count as more names. */
  private static final int USUAL_NAME = 64;

  private final int limit;
  private final Set<String> names = new HashSet<>();
  private long characters;

  StrangeNames(IlrLimits limits) {
    limit = limits.strangeNames();
  }

  /** Takes a name. Returns false if that makes too many. */
  boolean admits(String name) {
    if (names.add(name)) {
      characters += name.length();
    }
    return names.size() <= limit && characters <= (long) limit * USUAL_NAME;
  }
}
