package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Value.column;

import org.openqar.rules.Term;

/**
 * The deprivation of the area of the learner's earlier home, by fifths of the index of multiple
 * deprivation. The Department breaks down participation by it, under the name here, but no rates.
 */
final class Deprivation {
  private Deprivation() {}

  private static final Term FIFTH = new Term("fifth in the look-up", column(Facts.FIFTH_OF_HOME));

  static final Breakdown DEPRIVATION =
      breakdown("deprivation")
          .label("Deprivation of the learner's home")
          .meaning(
              "Deprivation fifth of the area of the learner's earlier home; empty"
                  + " without a look-up")
          .reach(Reach.NATIONAL)
          .about(About.BACKGROUND)
          .value("One (most deprived)", FIFTH.is(1))
          .value("Two", FIFTH.is(2))
          .value("Three", FIFTH.is(3))
          .value("Four", FIFTH.is(4))
          .value("Five (least deprived)", FIFTH.is(5))
          .absent("a home whose postcode has no fifth in the look-up, or several")
          .inFiles(
              "learner_home_depriv",
              "Learner home deprivation quintile",
              "Filter by deprivation of the learner's home")
          .declare();
}
