package org.openqar.simulate;

import java.util.Locale;

/** The published rates. */
enum Rate {
  ACHIEVEMENT,
  PASS,
  RETENTION;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
