package org.openqar.matching;

import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;
import static org.openqar.rules.Codes.CORE_AIM;
import static org.openqar.rules.Codes.COURSE;

/**
 * The training that a record names, as returned. Each value is null if it is absent or unreadable.
 *
 * @param aimType AimType
 * @param learnAimRef LearnAimRef; a record without one is no aim
 * @param progType ProgType
 * @param stdCode StdCode
 * @param fworkCode FworkCode
 * @param pwayCode PwayCode
 */
public record Training(
    Integer aimType,
    String learnAimRef,
    Integer progType,
    Integer stdCode,
    Integer fworkCode,
    Integer pwayCode) {

  boolean ofStandard() {
    return progType != null && progType == APPRENTICESHIP_STANDARD;
  }

  /**
   * Returns the aim type for the key and for restarts, which treat a core aim as any other course
   * (3.4, 3.5, 9.7).
   */
  Integer keyAimType() {
    return aimType != null && aimType == CORE_AIM ? Integer.valueOf(COURSE) : aimType;
  }

  /** Returns the standard for the match key; null for other training (3.4). */
  Integer keyStandard() {
    return ofStandard() ? stdCode : null;
  }

  /** Returns the framework for the match key; null for a standard. */
  Integer keyFramework() {
    return ofStandard() ? null : fworkCode;
  }

  /** Returns the pathway for the match key. A pathway of 0 is no pathway (9.9). */
  Integer keyPathway() {
    return ofStandard() || pwayCode == null || pwayCode == 0 ? null : pwayCode;
  }
}
