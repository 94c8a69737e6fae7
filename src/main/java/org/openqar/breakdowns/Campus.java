package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

/** The campus, by the provider's own code. */
final class Campus {
  private Campus() {}

  static final Breakdown CAMPUS =
      breakdown("camp_id")
          .label("Campus")
          .meaning("CampId, the campus")
          .reach(Reach.OWN)
          .about(About.PLACE)
          .values("CampId", column("camp_id"))
          .absent("without a CampId")
          .declare();
}
