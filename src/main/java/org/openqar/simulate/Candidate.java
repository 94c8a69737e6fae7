package org.openqar.simulate;

import java.util.Locale;

/** The dates whose years compete for the hybrid end year; the first of equals gives its name. */
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
