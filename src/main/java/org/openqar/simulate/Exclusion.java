package org.openqar.simulate;

import java.util.Locale;

/** Why an aim is in no cohort, in the order of the columns of {@code qar_aim}. */
enum Exclusion {
  PLANNED_BREAK_EXCL,
  FUNDING_QUALIFYING_PERIOD_EXCL,
  TRANSFER_EXCL,
  INTERVENTION_TRANSFER_EXCL,
  MERGER_EXCL,
  AT_EPA_EXCL;

  /** Returns the name of its column. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
