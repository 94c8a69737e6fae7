package org.openqar.ilr;

import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;

/** The kinds of rows of a return. */
enum RecordKind {
  LEARNER,
  DESTINATION,
  FILE;

  private final UTF8String label = UTF8String.fromString(label());

  /** Returns the value in the column {@code record}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  UTF8String value() {
    return label;
  }
}
