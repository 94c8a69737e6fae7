package org.openqar.simulate;

import java.time.LocalDate;

/**
 * A stand-alone course beside the programme. It begins and ends in one year.
 *
 * @param aim what the learner learns
 * @param year the year whose return shows it
 * @param start LearnStartDate
 * @param plannedEnd LearnPlanEndDate
 * @param ending how it ended
 * @param answer the expected result
 */
record Course(
    LearningAim aim,
    int year,
    LocalDate start,
    LocalDate plannedEnd,
    SimulatedEnding ending,
    Answer answer) {

  private static final LocalDate ADULT_SKILLS_FUND = LocalDate.of(2024, 8, 1);

  /**
   * Returns the fund model. The adult skills fund follows the adult education budget from August
   * 2024.
   */
  int fundModel() {
    return start.isBefore(ADULT_SKILLS_FUND) ? 35 : 38;
  }
}
