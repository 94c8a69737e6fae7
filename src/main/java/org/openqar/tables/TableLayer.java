package org.openqar.tables;

import java.util.Locale;

/** Where a table stands in the one direction of data flow; a stage writes one layer. */
public enum TableLayer {
  RETURNS,
  REFERENCE,
  AIMS,
  MEASURES,
  BENCHMARKS,
  OPERATIONS;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
