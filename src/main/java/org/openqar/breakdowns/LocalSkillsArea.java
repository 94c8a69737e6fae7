package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

/** The local skills improvement plan area of the delivery. */
final class LocalSkillsArea {
  private LocalSkillsArea() {}

  static final Breakdown LOCAL_SKILLS_AREA =
      breakdown("local_skills_area")
          .label("Local skills improvement plan area")
          .meaning("Local skills improvement plan area of the delivery; empty without a look-up")
          .reach(Reach.NATIONAL)
          .about(About.PLACE)
          .values(
              "The area of DelLocPostCode in the look-up", column(Facts.SKILLS_AREA_OF_DELIVERY))
          .absent("a postcode with no area in the look-up, or several")
          .declare();
}
