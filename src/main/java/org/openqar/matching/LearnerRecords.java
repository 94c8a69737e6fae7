package org.openqar.matching;

import java.util.List;

/**
 * What was returned of one learner at one provider.
 *
 * @param deliveries the records of aims, those without a LearnAimRef too
 * @param destinations what became of the learner
 */
public record LearnerRecords(List<Delivery> deliveries, List<Reached> destinations) {
  /** A destination and whose it is. */
  public record Reached(Owner owner, Destination destination) {}
}
