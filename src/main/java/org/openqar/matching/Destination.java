package org.openqar.matching;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A learner's destination (qar-rules 3.10, 9.19).
 *
 * @param outcome DPOutcome type and code, such as EMP1
 * @param start OutStartDate
 */
public record Destination(String outcome, LocalDate start) {
  /** Earliest first. */
  static final Comparator<Destination> ORDER =
      Comparator.comparing(Destination::start).thenComparing(Destination::outcome);
}
