package org.openqar.simulate;

import java.util.List;

/**
 * A learning aim of the invented aims list.
 *
 * @param ref LearnAimRef
 * @param title its title
 * @param level its level, {@code E} for entry
 * @param area its sector subject area, null for a programme aim
 * @param type its qualification type
 * @param aimClass its class code, empty for a regulated qualification
 */
record LearningAim(
    String ref,
    String title,
    String level,
    SimulatedSubjectArea area,
    String type,
    String aimClass) {

  static final LearningAim PROGRAMME =
      new LearningAim(
          "ZPROG001", "Generic code to identify ILR programme aims", "", null, "Programme", "K");

  /** Returns the published level of an aim outside a programme. */
  String levelName() {
    return level.equals("E") || level.equals("1") ? "E/1" : level;
  }

  static final List<LearningAim> FUNCTIONAL_SKILLS =
      List.of(
          new LearningAim(
              "6000001X",
              "Functional Skills qualification in English",
              "1",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "Functional Skills",
              ""),
          new LearningAim(
              "60000021",
              "Functional Skills qualification in Mathematics",
              "1",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "Functional Skills",
              ""),
          new LearningAim(
              "60000033",
              "Functional Skills qualification in English",
              "2",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "Functional Skills",
              ""),
          new LearningAim(
              "60000045",
              "Functional Skills qualification in Mathematics",
              "2",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "Functional Skills",
              ""));

  static final List<LearningAim> KNOWLEDGE =
      List.of(
          new LearningAim(
              "60000057",
              "Certificate in Principles of the Workplace",
              "2",
              SimulatedSubjectArea.BUSINESS,
              "Certificate",
              ""),
          new LearningAim(
              "60000069",
              "Diploma in Occupational Practice",
              "3",
              SimulatedSubjectArea.MANAGEMENT,
              "Diploma",
              ""),
          new LearningAim(
              "60000070",
              "Award in Health, Safety and Welfare at Work",
              "2",
              SimulatedSubjectArea.HEALTH,
              "Award",
              ""),
          new LearningAim(
              "ZA000001",
              "Non-regulated provision, Level 2, Workplace Skills",
              "2",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "Non-regulated",
              "A"));

  static final List<LearningAim> COURSES =
      List.of(
          new LearningAim(
              "60000082",
              "Certificate in Counselling Skills",
              "2",
              SimulatedSubjectArea.HEALTH,
              "Certificate",
              ""),
          new LearningAim(
              "60000094",
              "Award in Digital Skills",
              "1",
              SimulatedSubjectArea.DIGITAL,
              "Award",
              ""),
          new LearningAim(
              "60000100",
              "Diploma in Professional Cookery",
              "3",
              SimulatedSubjectArea.HOSPITALITY,
              "Diploma",
              ""),
          new LearningAim(
              "60000112",
              "Certificate in English for Speakers of Other Languages",
              "E",
              SimulatedSubjectArea.SKILLS_FOR_WORK,
              "ESOL",
              ""));
}
