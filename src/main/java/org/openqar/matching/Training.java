package org.openqar.matching;

import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;
import static org.openqar.rules.Codes.CORE_AIM;
import static org.openqar.rules.Codes.COURSE;

/**
 * What a record says it trains for, as returned; null where a value is absent or cannot be read.
 *
 * @param aimType AimType
 * @param learnAimRef LearnAimRef; null makes the record no aim
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

  /** A core aim is a course like another in the key and for restarts (3.4, 3.5, 9.7). */
  Integer keyAimType() {
    return aimType != null && aimType == CORE_AIM ? Integer.valueOf(COURSE) : aimType;
  }

  /** The part of the match key that a standard has (3.4). */
  Integer keyStandard() {
    return ofStandard() ? stdCode : null;
  }

  /** The part of the match key that all but a standard have. */
  Integer keyFramework() {
    return ofStandard() ? null : fworkCode;
  }

  /** A pathway of 0 is none (9.9). */
  Integer keyPathway() {
    return ofStandard() || pwayCode == null || pwayCode == 0 ? null : pwayCode;
  }
}
