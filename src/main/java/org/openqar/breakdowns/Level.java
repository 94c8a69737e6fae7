package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;
import static org.openqar.breakdowns.Facts.OF_STANDARD;
import static org.openqar.breakdowns.Facts.PROGRAMME_AIM;
import static org.openqar.breakdowns.Facts.PROG_TYPE;
import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Value.column;

import java.util.Map;
import org.openqar.rules.Condition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Term;

/** The level in the groups of the published tables (qar-rules 5.1, 9.27). */
final class Level {
  private Level() {}

  static final Term OF_PROGRAMME = new Term("its level", column(Facts.PROGRAMME_LEVEL));
  static final Term OF_AIM = new Term("level in LARS", column(Facts.AIM_LEVEL));
  static final Term NUMBER_OF_AIM = new Term("level in LARS", column(Facts.AIM_LEVEL_NUMBER));

  private static final String INTERMEDIATE = "Intermediate";
  private static final String ADVANCED = "Advanced";
  private static final String HIGHER = "Higher";

  static final Breakdown LEVEL =
      breakdown("level")
          .label("Level")
          .meaning(
              "Intermediate, Advanced or Higher for a programme aim; E/1, 2, 3 or 4+"
                  + " for any other; or Unknown")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNING)
          .value(INTERMEDIATE, ofProgramme(OF_PROGRAMME.is(2), PROG_TYPE.is(3)))
          .value(ADVANCED, ofProgramme(OF_PROGRAMME.is(3), PROG_TYPE.is(2)))
          .value(HIGHER, ofProgramme(OF_PROGRAMME.atLeast(4), PROG_TYPE.in(10, 20, 21, 22, 23)))
          .value("E/1", ofAim(anyOf(OF_AIM.is("E"), NUMBER_OF_AIM.under(2))))
          .value("2", ofAim(NUMBER_OF_AIM.under(3)))
          .value("3", ofAim(NUMBER_OF_AIM.under(4)))
          .value("4+", ofAim(anyOf(OF_AIM.is("H"), NUMBER_OF_AIM.known())))
          .unknown("mixed (M) or without a level (X) in LARS, or in no look-up")
          .inFiles("qualification_level", "Qualification level", "Filter by level")
          .inFilesOf(
              ReportTypes.APPRENTICESHIP,
              new FileColumn(
                  "apprenticeship_level",
                  "Apprenticeship level",
                  "Filter by level",
                  Map.of(
                      INTERMEDIATE, "Intermediate Apprenticeship",
                      ADVANCED, "Advanced Apprenticeship",
                      HIGHER, "Higher Apprenticeship")))
          .likeness("level_difference")
          .declare();

  /**
   * Tests the level of a programme: that of a standard by its look-up, that of a framework by its
   * ProgType.
   */
  private static Condition ofProgramme(Condition standard, Condition framework) {
    return allOf(PROGRAMME_AIM, anyOf(allOf(OF_STANDARD, standard), framework));
  }

  static Condition ofAim(Condition level) {
    return allOf(not(PROGRAMME_AIM), level);
  }
}
