package org.openqar.simulate;

import java.time.LocalDate;

/**
 * How far an aim has come, as one return shows it.
 *
 * @param compStatus CompStatus
 * @param end LearnActEndDate, null while in learning
 * @param withdrawReason WithdrawReason, null unless withdrawn
 * @param outcome Outcome, null while in learning
 * @param achieved AchDate, null without one
 */
record SimulatedEnding(
    int compStatus, LocalDate end, Integer withdrawReason, Integer outcome, LocalDate achieved) {

  static final int IN_LEARNING = 1;
  static final int COMPLETED = 2;
  static final int WITHDRAWN = 3;
  static final int BREAK = 6;

  static final int ACHIEVED = 1;
  static final int NOT_ACHIEVED = 3;
  static final int NOT_YET_KNOWN = 8;

  static SimulatedEnding continuing() {
    return new SimulatedEnding(IN_LEARNING, null, null, null, null);
  }

  /** Training is over, the end-point assessment is not. */
  static SimulatedEnding atEpa(LocalDate end) {
    return new SimulatedEnding(IN_LEARNING, end, null, NOT_YET_KNOWN, null);
  }

  static SimulatedEnding achieved(LocalDate end, LocalDate achieved) {
    return new SimulatedEnding(COMPLETED, end, null, ACHIEVED, achieved);
  }

  /** An achieved framework: it has no achievement date. */
  static SimulatedEnding achieved(LocalDate end) {
    return achieved(end, null);
  }

  static SimulatedEnding failedEpa(LocalDate end, LocalDate result) {
    return new SimulatedEnding(COMPLETED, end, null, NOT_ACHIEVED, result);
  }

  static SimulatedEnding withdrawn(LocalDate end, int reason) {
    return new SimulatedEnding(WITHDRAWN, end, reason, NOT_ACHIEVED, null);
  }

  static SimulatedEnding onBreak(LocalDate end) {
    return new SimulatedEnding(BREAK, end, null, NOT_ACHIEVED, null);
  }

  boolean isOpen() {
    return compStatus == IN_LEARNING;
  }

  boolean isWithdrawn() {
    return compStatus == WITHDRAWN;
  }

  /** Returns what a return would have shown if it was prepared from the books of that day. */
  SimulatedEnding asAt(LocalDate day) {
    if (end == null || end.isAfter(day)) {
      return continuing();
    }
    return achieved != null && achieved.isAfter(day) ? atEpa(end) : this;
  }
}
