package org.openqar.ilr;

import java.util.EnumSet;
import java.util.Set;

/** The option {@code records}: the kinds of rows to give. */
enum Records {
  LEARNER(EnumSet.of(RecordKind.LEARNER)),
  DESTINATION(EnumSet.of(RecordKind.DESTINATION)),
  FILE(EnumSet.of(RecordKind.FILE)),
  ALL(EnumSet.allOf(RecordKind.class));

  private final Set<RecordKind> kinds;

  Records(Set<RecordKind> kinds) {
    this.kinds = kinds;
  }

  boolean has(RecordKind kind) {
    return kinds.contains(kind);
  }

  static Records of(String value) {
    return OptionValue.of("records", value, values(), LEARNER);
  }
}
