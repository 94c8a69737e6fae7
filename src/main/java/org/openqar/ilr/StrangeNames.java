package org.openqar.ilr;

import java.util.HashSet;
import java.util.Set;

/** The names in one file that no year knows: the XML parser keeps each, so they must be few. */
final class StrangeNames {
  /** Characters of a long name; what is longer on average counts as more names. */
  private static final int USUAL_NAME = 64;

  private final int limit;
  private final Set<String> names = new HashSet<>();
  private long characters;

  StrangeNames(IlrLimits limits) {
    limit = limits.strangeNames();
  }

  /** Takes a name; false if that makes too many. */
  boolean admits(String name) {
    if (names.add(name)) {
      characters += name.length();
    }
    return names.size() <= limit && characters <= (long) limit * USUAL_NAME;
  }
}
