package org.openqar.simulate;

import java.time.LocalDate;

/**
 * One LearningDelivery record.
 *
 * @param aim what the learner learns
 * @param aimType 1 programme, 3 component, 4 stand-alone
 * @param fundModel FundModel
 * @param start LearnStartDate
 * @param originalStart OrigLearnStartDate, null unless a restart
 * @param plannedEnd LearnPlanEndDate
 * @param programme its programme, null for a stand-alone course
 * @param details the other fields of its programme, null for a stand-alone course
 * @param ending how far it has come
 */
record SimulatedDelivery(
    LearningAim aim,
    int aimType,
    int fundModel,
    LocalDate start,
    LocalDate originalStart,
    LocalDate plannedEnd,
    SimulatedProgramme programme,
    AimDetails details,
    SimulatedEnding ending) {

  static final int PROGRAMME = 1;
  static final int COMPONENT = 3;
  static final int STAND_ALONE = 4;

  private static final int APPRENTICESHIPS = 36;
  private static final int STUDY_PROGRAMMES = 25;

  static SimulatedDelivery programme(AimStory story, int year, SimulatedEnding ending) {
    return of(story, year, LearningAim.PROGRAMME, PROGRAMME, ending);
  }

  static SimulatedDelivery component(
      AimStory story, int year, LearningAim aim, SimulatedEnding ofProgramme) {
    boolean trained =
        ofProgramme.end() != null
            && (ofProgramme.isOpen() || ofProgramme.compStatus() == SimulatedEnding.COMPLETED);
    return of(
        story,
        year,
        aim,
        COMPONENT,
        trained ? SimulatedEnding.achieved(ofProgramme.end()) : ofProgramme);
  }

  static SimulatedDelivery course(Course course, SimulatedEnding ending) {
    return new SimulatedDelivery(
        course.aim(),
        STAND_ALONE,
        course.fundModel(),
        course.start(),
        null,
        course.plannedEnd(),
        null,
        null,
        ending);
  }

  private static SimulatedDelivery of(
      AimStory story, int year, LearningAim aim, int aimType, SimulatedEnding ending) {
    return new SimulatedDelivery(
        aim,
        aimType,
        story.programme().isTraineeship() ? STUDY_PROGRAMMES : APPRENTICESHIPS,
        story.startIn(year),
        story.originalStart(),
        story.plannedEnd(),
        story.programme(),
        story.details(),
        ending);
  }

  boolean isProgramme() {
    return aimType == PROGRAMME;
  }
}
