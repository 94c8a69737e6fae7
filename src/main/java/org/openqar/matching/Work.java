package org.openqar.matching;

import java.time.LocalDate;

/**
 * What a learner's employment records say, by the return that they stand in (qar-rules 9.25).
 *
 * @param firstOut first day on which EmpStat 11 or 12 holds; null without one
 * @param lastIn last day from which EmpStat 10 holds; null without one
 */
public record Work(LocalDate firstOut, LocalDate lastIn) {
  /** Nothing was asked, or nothing is known. */
  public static final Work UNKNOWN = new Work(null, null);

  boolean outBefore(LocalDate start) {
    return firstOut != null && start != null && firstOut.isBefore(start);
  }

  boolean inAfter(LocalDate start) {
    return lastIn != null && start != null && lastIn.isAfter(start);
  }
}
