package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.NOT_APPLICABLE;
import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Condition.not;

/** Whether an apprenticeship follows a standard or a framework. */
final class KindOfProgramme {
  private KindOfProgramme() {}

  static final Breakdown KIND =
      breakdown("std_fwk")
          .label("Standard or framework")
          .meaning("Standard or Framework; Not applicable outside apprenticeships")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .value(NOT_APPLICABLE, not(Facts.OF_APPRENTICESHIPS))
          .value("Standard", Facts.OF_STANDARD)
          .value("Framework")
          .inFiles("std_fwk_flag", "Standard or framework", "Filter by kind of programme")
          .declare();
}
