package org.openqar.simulate;

/**
 * An invented provider.
 *
 * @param rank its place by size, 0 for the largest
 * @param ukprn its UKPRN
 * @param name its name
 * @param type its published type
 * @param region where it teaches
 * @param learners the number of learners who enrol with it
 * @param firstLearner the number of learners of the sector before its own
 * @param target the share of leavers who achieve, 0 to 1
 * @param mergedInto the UKPRN of the survivor, null for a provider that stays
 * @param successor the UKPRN that takes over its contracts, null for none
 */
record Provider(
    int rank,
    int ukprn,
    String name,
    String type,
    SimulatedRegion region,
    int learners,
    int firstLearner,
    double target,
    Integer mergedInto,
    Integer successor) {

  /** Whether it returns destinations. Some software leaves them out. */
  boolean returnsDestinations() {
    return rank % 2 == 0;
  }

  boolean isMerged() {
    return mergedInto != null;
  }

  boolean handsOver() {
    return successor != null;
  }

  /** Whether it makes a return for a year. */
  boolean existsIn(int year, Window window) {
    return !isMerged() || year < window.mergerYear();
  }

  /** Returns the UKPRN under which its learners count. */
  int survivor() {
    return isMerged() ? mergedInto : ukprn;
  }
}
