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
record Delivery(
    LearningAim aim,
    int aimType,
    int fundModel,
    LocalDate start,
    LocalDate originalStart,
    LocalDate plannedEnd,
    Programme programme,
    AimDetails details,
    Ending ending) {

  static final int PROGRAMME = 1;
  static final int COMPONENT = 3;
  static final int STAND_ALONE = 4;

  private static final int APPRENTICESHIPS = 36;
  private static final int STUDY_PROGRAMMES = 25;

  static Delivery programme(AimStory story, int year, Ending ending) {
    return of(story, year, LearningAim.PROGRAMME, PROGRAMME, ending);
  }

  static Delivery component(AimStory story, int year, LearningAim aim, Ending ofProgramme) {
    boolean trained =
        ofProgramme.end() != null
            && (ofProgramme.isOpen() || ofProgramme.compStatus() == Ending.COMPLETED);
    return of(
        story, year, aim, COMPONENT, trained ? Ending.achieved(ofProgramme.end()) : ofProgramme);
  }

  static Delivery course(Course course, Ending ending) {
    return new Delivery(
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

  private static Delivery of(
      AimStory story, int year, LearningAim aim, int aimType, Ending ending) {
    return new Delivery(
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
