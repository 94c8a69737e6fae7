package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.breakdowns.Facts.AGE;
import static org.openqar.rules.Condition.allOf;

import org.openqar.rules.Condition;

/** The learner's age (qar-rules 5.1, 9.27). */
final class AgeBand {
  private AgeBand() {}

  static final Breakdown AGE_BAND =
      breakdown("age_band")
          .label("Age band")
          .meaning("16-18, 19-23, 24+ or Unknown; 19+ in education and training")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .value("16-18", between(16, 18))
          .value("19+", allOf(Facts.OF_EDUCATION, AGE.atLeast(19)))
          .value("19-23", between(19, 23))
          .value("24+", AGE.atLeast(24))
          .unknown("under 16, or without a date of birth or a start that can be read")
          .inFiles("age_group", "Age group", "Filter by age at the start")
          .declare();

  private static Condition between(int youngest, int oldest) {
    return allOf(AGE.atLeast(youngest), AGE.atMost(oldest));
  }
}
