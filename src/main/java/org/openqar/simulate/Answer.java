package org.openqar.simulate;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The expected result for one aim, as its journey states it.
 *
 * @param hybridEndYear the year in which it counts, or null
 * @param from the date that gave that year, or null
 * @param overdueContinuing whether it vanished while in learning
 * @param overduePlannedBreak whether it never came back from a break
 * @param exclusions why it is in no cohort
 * @param completes whether it ends as completed
 * @param achieves whether it ends as achieved
 */
record Answer(
    Integer hybridEndYear,
    Candidate from,
    boolean overdueContinuing,
    boolean overduePlannedBreak,
    Set<Exclusion> exclusions,
    boolean completes,
    boolean achieves) {

  static final String INCLUSION = "QAR Inclusion";

  /** An aim of no year: still in learning, unless {@link #excluded} says more. */
  static Answer inNoYear() {
    return new Answer(null, null, false, false, EnumSet.noneOf(Exclusion.class), false, false);
  }

  /** An aim that ended without completing. */
  static Answer leaverOf(int year, Candidate from) {
    return new Answer(year, from, false, false, EnumSet.noneOf(Exclusion.class), false, false);
  }

  static Answer achieverOf(int year, Candidate from) {
    return new Answer(year, from, false, false, EnumSet.noneOf(Exclusion.class), true, true);
  }

  /** An aim that completed the learning and did not achieve. */
  static Answer completerOf(int year, Candidate from) {
    return new Answer(year, from, false, false, EnumSet.noneOf(Exclusion.class), true, false);
  }

  Answer excluded(Exclusion exclusion) {
    Set<Exclusion> more = EnumSet.of(exclusion);
    more.addAll(exclusions);
    return new Answer(
        hybridEndYear, from, overdueContinuing, overduePlannedBreak, more, completes, achieves);
  }

  Answer vanished() {
    return new Answer(
        hybridEndYear, from, true, overduePlannedBreak, exclusions, completes, achieves);
  }

  Answer neverCameBack() {
    return new Answer(
        hybridEndYear, from, overdueContinuing, true, exclusions, completes, achieves);
  }

  String status(int reportYear) {
    if (!exclusions.isEmpty()) {
      return "QAR Exclusion";
    }
    if (hybridEndYear == null) {
      return "Continuing";
    }
    return hybridEndYear > reportYear ? "Future" : INCLUSION;
  }

  boolean isLeaver(int reportYear) {
    return status(reportYear).equals(INCLUSION);
  }

  boolean isCompleter(int reportYear) {
    return completes && isLeaver(reportYear);
  }

  boolean isAchiever(int reportYear) {
    return achieves && isLeaver(reportYear);
  }

  String exclusionColumns() {
    return exclusions.stream().map(Exclusion::column).collect(Collectors.joining(" "));
  }
}
