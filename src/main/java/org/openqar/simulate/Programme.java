package org.openqar.simulate;

/**
 * What an apprentice is enrolled on.
 *
 * @param progType ProgType
 * @param code the standard's code, or the framework's
 * @param pathway the framework's pathway; 0 for a standard
 * @param name its name
 * @param level its level, 2 to 7
 * @param area its sector subject area
 */
record Programme(int progType, int code, int pathway, String name, int level, SubjectArea area) {

  static final int STANDARD = 25;

  boolean isStandard() {
    return progType == STANDARD;
  }

  /** The published level of apprenticeship. */
  String levelName() {
    return level == 2 ? "Intermediate" : level == 3 ? "Advanced" : "Higher";
  }

  /** The usual planned length in days: at least, at most. */
  Years usualDays() {
    return switch (level) {
      case 2 -> new Years(372, 500);
      case 3 -> new Years(380, 620);
      case 4, 5 -> new Years(420, 740);
      default -> new Years(500, 900);
    };
  }
}
