package org.openqar.simulate;

import java.time.LocalDate;

/**
 * A stand-alone course beside the programme, begun and ended in one year.
 *
 * @param aim what is learned
 * @param year the year whose return shows it
 * @param start LearnStartDate
 * @param plannedEnd LearnPlanEndDate
 * @param ending how it ended
 * @param answer what must come out
 */
record Course(
    LearningAim aim,
    int year,
    LocalDate start,
    LocalDate plannedEnd,
    Ending ending,
    Answer answer) {

  private static final LocalDate ADULT_SKILLS_FUND = LocalDate.of(2024, 8, 1);

  /** The adult skills fund, which follows the adult education budget from August 2024. */
  int fundModel() {
    return start.isBefore(ADULT_SKILLS_FUND) ? 35 : 38;
  }
}
