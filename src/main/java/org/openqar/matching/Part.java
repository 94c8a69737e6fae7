package org.openqar.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An earlier part of a programme that a restart continues (qar-rules 9.21). */
public record Part(String aimId, LocalDate start, LocalDate end) {
  /** Returns the days in it; 0 if it ends before it starts or lacks a date. */
  int days(boolean inclusive) {
    return start == null || end == null
        ? 0
        : (int) Math.max(0, ChronoUnit.DAYS.between(start, end) + (inclusive ? 1 : 0));
  }
}
