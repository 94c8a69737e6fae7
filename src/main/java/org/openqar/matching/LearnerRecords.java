package org.openqar.matching;

import java.util.List;

/**
 * The records of one learner at one provider.
 *
 * @param deliveries the records of aims, and those without a LearnAimRef
 * @param destinations the learner's destinations
 */
public record LearnerRecords(List<Delivery> deliveries, List<Reached> destinations) {
  /** A destination and its owner. */
  public record Reached(Owner owner, Destination destination) {}
}
