package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

/** The subject of the standard, the framework or the aim itself (qar-rules 5.1). */
final class SubjectArea {
  private SubjectArea() {}

  private static final String UNKNOWN = "in no look-up, or without a subject there";

  static final Breakdown FIRST_TIER =
      breakdown("ssa_t1")
          .label("Sector subject area, tier 1")
          .meaning("Sector subject area, tier 1")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .values("The first tier in the look-up", column(Facts.FIRST_TIER))
          .unknown(UNKNOWN)
          .inFiles("ssa_tier_1", "Sector subject area tier 1", "Filter by subject area")
          .likeness("subject_difference")
          .declare();

  static final Breakdown SECOND_TIER =
      breakdown("ssa_t2")
          .label("Sector subject area, tier 2")
          .meaning("Sector subject area, tier 2")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .values("The second tier in the look-up", column(Facts.SECOND_TIER))
          .unknown(UNKNOWN)
          .within(FIRST_TIER)
          .inFiles("ssa_tier_2", "Sector subject area tier 2", "Filter by detailed subject")
          .declare();
}
