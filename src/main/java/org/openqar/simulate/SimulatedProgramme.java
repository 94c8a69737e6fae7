package org.openqar.simulate;

/**
 * The programme of an apprentice or a trainee.
 *
 * @param progType ProgType
 * @param code the standard's code, or the framework's; 0 for a traineeship
 * @param pathway the framework's pathway; 0 for a standard
 * @param name its name
 * @param level its level, 2 to 7
 * @param area its sector subject area, null for a traineeship
 */
record SimulatedProgramme(
    int progType, int code, int pathway, String name, int level, SimulatedSubjectArea area) {

  static final int STANDARD = 25;
  static final int TRAINEESHIP = 24;

  boolean isStandard() {
    return progType == STANDARD;
  }

  boolean isTraineeship() {
    return progType == TRAINEESHIP;
  }

  /** Returns the published level of an apprenticeship. A traineeship has none. */
  String levelName() {
    if (isTraineeship()) {
      return "Unknown";
    }
    return level == 2 ? "Intermediate" : level == 3 ? "Advanced" : "Higher";
  }

  /** Returns the published subject. A traineeship has none. */
  String subject() {
    return area == null ? "Unknown" : area.firstTier();
  }

  /** Returns the shortest and the longest usual planned length, in days. */
  StoryYears usualDays() {
    return switch (level) {
      case 2 -> new StoryYears(372, 500);
      case 3 -> new StoryYears(380, 620);
      case 4, 5 -> new StoryYears(420, 740);
      default -> new StoryYears(500, 900);
    };
  }
}
