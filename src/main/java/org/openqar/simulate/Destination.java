package org.openqar.simulate;

import java.time.LocalDate;

/**
 * What becomes of a learner: one DPOutcome.
 *
 * @param type OutType
 * @param code OutCode
 * @param from OutStartDate
 */
record Destination(String type, int code, LocalDate from) {}
