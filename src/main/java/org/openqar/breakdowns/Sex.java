package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;

/** The learner's sex. */
final class Sex {
  private Sex() {}

  static final Breakdown SEX =
      breakdown("sex")
          .label("Sex")
          .meaning("Female, Male or Unknown")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNER)
          .value("Female", Facts.SEX.is("F"))
          .value("Male", Facts.SEX.is("M"))
          .unknown("any other text, or none")
          .inFiles("sex", "Sex", "Filter by sex")
          .declare();
}
