package org.openqar.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An earlier part of a programme, which a restart takes up (qar-rules 9.21). */
public record Part(String aimId, LocalDate start, LocalDate end) {
  /** Days served in it; 0 where it ends before it starts or a date is missing. */
  int days(boolean inclusive) {
    return start == null || end == null
        ? 0
        : (int) Math.max(0, ChronoUnit.DAYS.between(start, end) + (inclusive ? 1 : 0));
  }
}
