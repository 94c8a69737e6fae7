package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Value.column;

import org.openqar.rules.Condition;
import org.openqar.rules.Term;

/**
 * The highest level that the learner had before the aim, by the code list of the year of the
 * return. The code list changes in 2021/22 (ilr-format 2).
 */
final class PriorAttainment {
  private PriorAttainment() {}

  private static final int RENUMBERED = 2021;

  private static final Term LEVEL = Facts.returned("PriorLevel", "prior_level");
  private static final Term YEAR = new Term("year of the return", column("prior_level_year"));

  static final Breakdown PRIOR_ATTAINMENT =
      breakdown("prior_attainment")
          .label("Prior attainment")
          .meaning("The highest level that the learner had at the start, or Unknown")
          .reach(Reach.NATIONAL)
          .about(About.BACKGROUND)
          .value("No qualifications", LEVEL.is(99))
          .value("Below level 1", anyOf(before(7, 9), since(1)))
          .value("Level 1", anyOf(before(1), since(2)))
          .value("Level 2", since(3))
          .value("Full level 2", anyOf(before(2), since(4)))
          .value("Level 3", since(5))
          .value("Full level 3", anyOf(before(3), since(6)))
          .value("Level 4", anyOf(before(4, 10), since(7)))
          .value("Level 5", anyOf(before(11), since(8)))
          .value("Level 5 and above", before(5))
          .value("Level 6", anyOf(before(12), since(9)))
          .value("Level 7 and above", anyOf(before(13), since(10)))
          .value("Level not known", LEVEL.is(97))
          .unknown("not known (98), any other code, or none that applied at the start")
          .declare();

  private static Condition before(Integer... codes) {
    return allOf(YEAR.under(RENUMBERED), LEVEL.in(codes));
  }

  private static Condition since(Integer code) {
    return allOf(YEAR.atLeast(RENUMBERED), LEVEL.is(code));
  }
}
