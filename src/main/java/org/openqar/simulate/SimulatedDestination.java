package org.openqar.simulate;

import java.time.LocalDate;

/**
 * What a learner does afterwards: one DPOutcome.
 *
 * @param type OutType
 * @param code OutCode
 * @param from OutStartDate
 */
record SimulatedDestination(String type, int code, LocalDate from) {}
