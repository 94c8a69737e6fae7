package org.openqar.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one return shows of one learner.
 *
 * @param learner the learner
 * @param identity the numbers in this return
 * @param deliveries the learning deliveries, in the order in which this return numbers them
 */
record SimulatedRecord(Learner learner, Identity identity, List<SimulatedDelivery> deliveries) {

  static SimulatedRecord of(Learner learner, ReturnPlan plan) {
    int year = plan.year();
    Identity identity = learner.identityIn(year);
    if (identity.ukprn() != plan.provider().ukprn()) {
      return new SimulatedRecord(learner, identity, List.of());
    }
    List<SimulatedDelivery> deliveries = new ArrayList<>();
    for (AimStory aim : learner.aims()) {
      if (!isKnown(aim.startIn(year), plan)) {
        continue;
      }
      List<SimulatedEnding> endings =
          aim.in(year).stream().map(ending -> known(ending, plan)).toList();
      for (SimulatedEnding ending : endings) {
        deliveries.add(SimulatedDelivery.programme(aim, year, ending));
      }
      if (!endings.isEmpty()) {
        for (LearningAim component : aim.components()) {
          deliveries.add(SimulatedDelivery.component(aim, year, component, endings.get(0)));
        }
      }
    }
    Course course = learner.course();
    if (course != null && course.year() == year && isKnown(course.start(), plan)) {
      deliveries.add(SimulatedDelivery.course(course, known(course.ending(), plan)));
    }
    Collections.shuffle(deliveries, Dice.of(year, 4, learner.ordinal()).random());
    return new SimulatedRecord(learner, identity, List.copyOf(deliveries));
  }

  private static boolean isKnown(LocalDate start, ReturnPlan plan) {
    return plan.asAt() == null || !start.isAfter(plan.asAt());
  }

  private static SimulatedEnding known(SimulatedEnding ending, ReturnPlan plan) {
    return plan.asAt() == null ? ending : ending.asAt(plan.asAt());
  }

  boolean isEmpty() {
    return deliveries.isEmpty();
  }
}
