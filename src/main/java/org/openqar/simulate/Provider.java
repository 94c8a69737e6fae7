package org.openqar.simulate;

/**
 * An invented provider.
 *
 * @param rank its place by size, 0 for the largest
 * @param ukprn its UKPRN
 * @param name its name
 * @param type its published type
 * @param region where it teaches
 * @param learners how many learners enrol with it
 * @param firstLearner how many learners of the sector come before its own
 * @param target the share of leavers it lets achieve, 0 to 1
 * @param mergedInto the UKPRN of the survivor, null for a provider that stays
 * @param successor the UKPRN that takes over its contracts, null when none does
 */
record Provider(
    int rank,
    int ukprn,
    String name,
    String type,
    Region region,
    int learners,
    int firstLearner,
    double target,
    Integer mergedInto,
    Integer successor) {

  /** Some software leaves destinations out. */
  boolean returnsDestinations() {
    return rank % 2 == 0;
  }

  boolean isMerged() {
    return mergedInto != null;
  }

  boolean handsOver() {
    return successor != null;
  }

  /** Whether it makes returns in a year. */
  boolean existsIn(int year, Window window) {
    return !isMerged() || year < window.mergerYear();
  }

  /** Under which UKPRN its learners count. */
  int survivor() {
    return isMerged() ? mergedInto : ukprn;
  }
}
