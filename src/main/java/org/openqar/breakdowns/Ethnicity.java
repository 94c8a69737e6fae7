package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Condition.allOf;

import java.util.Map;
import org.openqar.rules.Condition;

/** The major ethnic group of the learner's ethnicity. */
final class Ethnicity {
  private Ethnicity() {}

  private static final String MIXED = "Mixed / multiple ethnic groups";

  static final Breakdown ETHNICITY =
      breakdown("ethnicity")
          .label("Ethnicity")
          .meaning("Major ethnic group")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNER)
          .value("White", between(31, 34))
          .value(MIXED, between(35, 38))
          .value("Asian / Asian British", between(39, 43))
          .value("Black / African / Caribbean / Black British", between(44, 46))
          .value("Other ethnic group", Facts.ETHNICITY.in(47, 98))
          .unknown("not provided (99), any other code, or none")
          .inFiles(
              "ethnicity_major",
              "Ethnicity major",
              "Filter by ethnic group",
              Map.of(MIXED, "Mixed / Multiple ethnic groups"))
          .declare();

  private static Condition between(int first, int last) {
    return allOf(Facts.ETHNICITY.atLeast(first), Facts.ETHNICITY.atMost(last));
  }
}
