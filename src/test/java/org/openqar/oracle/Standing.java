package org.openqar.oracle;

import java.time.LocalDate;
import java.util.Set;

/** Whether a record shows an aim in learning, at end-point assessment or ended (3.9, 9.16). */
record Standing(Switches switches) {
  /** X-EPA: the training ended on this day or later. */
  private static final LocalDate EPA_FROM = LocalDate.of(2019, 8, 1);

  /** Still in learning, or training over and the assessment to come. */
  boolean open(Seen record) {
    return record.is(1) || atEpa(record);
  }

  /** X-EPA, 8.14, 9.16: programme aims on standards. */
  boolean atEpa(Seen record) {
    return switches.endPointAssessment
        && record.aimType == 1
        && record.isStandard()
        && (record.is(1) || (record.is(2) && switches.acceptCompletedAtEpa))
        && record.outcome != null
        && record.outcome == 8
        && record.actualEnd != null
        && !record.actualEnd.isBefore(EPA_FROM)
        && record.achDate == null;
  }

  /** CompStatus 2 or 3, or 4 that means 3. */
  boolean ended(Seen record) {
    return record.compStatus != null
        && Set.of(2, 3, 4).contains(record.compStatus)
        && !atEpa(record);
  }
}
