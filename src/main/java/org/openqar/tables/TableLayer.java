package org.openqar.tables;

import java.util.Locale;

/** The place of a table in the data flow, which has one direction. A stage writes one layer. */
public enum TableLayer {
  RETURNS,
  REFERENCE,
  AIMS,
  MEASURES,
  BENCHMARKS,
  OPERATIONS;

  /** Returns the name as people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
