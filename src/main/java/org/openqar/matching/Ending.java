package org.openqar.matching;

import static org.openqar.rules.Codes.COMPLETED;
import static org.openqar.rules.Codes.PLANNED_BREAK;
import static org.openqar.rules.Codes.TRANSFERRED;
import static org.openqar.rules.Codes.WITHDRAWN;

/**
 * How a record says that the aim ended. Each value is null if it is absent or unreadable.
 *
 * @param compStatus CompStatus
 * @param withdrawReason WithdrawReason
 * @param outcome Outcome
 */
public record Ending(Integer compStatus, Integer withdrawReason, Integer outcome) {
  boolean onBreak() {
    return is(PLANNED_BREAK);
  }

  /** Whether the learner completed, withdrew or transferred. */
  boolean ended() {
    return is(COMPLETED) || is(WITHDRAWN) || is(TRANSFERRED);
  }

  /** Whether the learner left without completing: on a break, withdrawn or transferred. */
  boolean left() {
    return is(PLANNED_BREAK) || is(WITHDRAWN) || is(TRANSFERRED);
  }

  boolean is(int status) {
    return compStatus != null && compStatus == status;
  }

  boolean hasOutcome(int code) {
    return outcome != null && outcome == code;
  }
}
