package org.openqar.simulate;

import java.util.Locale;

/**
 * The dates whose years compete for the hybrid end year. If several give the same year, the first
 * of them is named.
 */
enum Candidate {
  EXPECTED,
  ACTUAL,
  ACHIEVEMENT,
  REPORTING,
  DESTINATION;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
