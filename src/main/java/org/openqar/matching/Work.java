package org.openqar.matching;

import java.time.LocalDate;

/**
 * A learner's employment records in the return that has them (qar-rules 9.25).
 *
 * @param firstOut first day on which EmpStat 11 or 12 holds; null if there is none
 * @param lastIn last day from which EmpStat 10 holds; null if there is none
 */
public record Work(LocalDate firstOut, LocalDate lastIn) {
  /** The run did not ask, or the records do not say. */
  public static final Work UNKNOWN = new Work(null, null);

  boolean outBefore(LocalDate start) {
    return firstOut != null && start != null && firstOut.isBefore(start);
  }

  boolean inAfter(LocalDate start) {
    return lastIn != null && start != null && lastIn.isAfter(start);
  }
}
