package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.breakdowns.Facts.PROGRAMME_AIM;
import static org.openqar.breakdowns.Facts.PROG_TYPE;
import static org.openqar.rules.Value.first;
import static org.openqar.rules.Value.text;

import org.openqar.rules.Value;

/**
 * The single level. It comes from the look-up. A framework without one takes its level from
 * ProgType.
 */
final class DetailedLevel {
  private DetailedLevel() {}

  private static final Value OF_PROGRAMME =
      first(
          Level.OF_PROGRAMME.value(),
          new Value.When(PROG_TYPE.is(3), new Value.Literal(2)),
          new Value.When(PROG_TYPE.is(2), new Value.Literal(3)));

  static final Breakdown DETAILED_LEVEL =
      breakdown("detailed_level")
          .label("Detailed level")
          .meaning(
              "Level 2 to Level 7 for a programme aim; Entry, Level 1 to Level 8 for"
                  + " any other; or Unknown")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .values(
              "Level and its number; without a look-up, 2 for an intermediate framework"
                  + " and 3 for an advanced one",
              PROGRAMME_AIM,
              text("Level ", OF_PROGRAMME))
          .value("Entry", Level.OF_AIM.is("E"))
          .value("Level 4 or above", Level.OF_AIM.is("H"))
          .values("Level and its number", text("Level ", Level.NUMBER_OF_AIM.value()))
          .unknown("mixed (M) or without a level (X) in LARS, or in no look-up")
          .within(Level.LEVEL)
          .inFiles("detailed_level", "Detailed level", "Filter by single level")
          .declare();
}
