package org.openqar.ilr;

import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;

/** The kinds of rows a return gives. */
enum RecordKind {
  LEARNER,
  DESTINATION,
  FILE;

  private final UTF8String label = UTF8String.fromString(label());

  /** What stands in the column {@code record}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  UTF8String value() {
    return label;
  }
}
