package org.openqar.breakdowns;

import static org.openqar.breakdowns.Breakdown.breakdown;

import java.util.Map;

/** Whether the learner reports a learning difficulty, disability or health problem. */
final class LearningDifficulty {
  private LearningDifficulty() {}

  private static final String YES = "LLDD - yes";
  private static final String NO = "LLDD - no";

  static final Breakdown LEARNING_DIFFICULTY =
      breakdown("lldd")
          .label("Learning difficulty or disability")
          .meaning("Learning difficulty, disability or health problem")
          .reach(Reach.PUBLISHED)
          .about(About.LEARNER)
          .value(YES, Facts.LLDD_HEALTH_PROB.is("1"))
          .value(NO, Facts.LLDD_HEALTH_PROB.is("2"))
          .unknown("no information provided (9), any other code, or none")
          .inFiles(
              "learning_difficulty_disability",
              "Learning difficulty or disability",
              "Filter by learning difficulty or disability",
              Map.of(
                  YES, "With learning difficulty / disability",
                  NO, "No learning difficulty / disability"))
          .declare();
}
