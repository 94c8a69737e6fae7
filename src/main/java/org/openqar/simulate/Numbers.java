package org.openqar.simulate;

/**
 * How a learner's numbers change.
 *
 * @param renumberedFrom the first year under a new reference number, null for none
 * @param previousUntil the last year whose return names the previous reference number, null for
 *     none
 * @param ulnKnownFrom the first year whose return holds the real ULN
 * @param movesIn the first year in which another provider holds the contract, null for none
 */
record Numbers(Integer renumberedFrom, Integer previousUntil, int ulnKnownFrom, Integer movesIn) {

  static final Numbers UNCHANGED = new Numbers(null, null, Integer.MIN_VALUE, null);

  Numbers renumbered(int from) {
    return new Numbers(from, null, ulnKnownFrom, movesIn);
  }

  /** Renumbers correctly: with PrevLearnRefNumber in the first year only. */
  Numbers renumberedWithPrevious(int from) {
    return new Numbers(from, from, ulnKnownFrom, movesIn);
  }

  /** Renumbers, with PrevLearnRefNumber left in place up to a later year. */
  Numbers renumberedWithStalePrevious(int from, int until) {
    return new Numbers(from, until, ulnKnownFrom, movesIn);
  }

  Numbers ulnUnknown() {
    return new Numbers(renumberedFrom, previousUntil, Integer.MAX_VALUE, movesIn);
  }

  Numbers ulnKnownFrom(int year) {
    return new Numbers(renumberedFrom, previousUntil, year, movesIn);
  }

  /** Moves the learner to another provider, which states the old provider and number. */
  Numbers movedIn(int year) {
    return new Numbers(year, year, ulnKnownFrom, year);
  }

  boolean isRenumberedIn(int year) {
    return renumberedFrom != null && year >= renumberedFrom;
  }

  boolean namesPreviousIn(int year) {
    return isRenumberedIn(year) && previousUntil != null && year <= previousUntil;
  }

  boolean isMovedIn(int year) {
    return movesIn != null && year >= movesIn;
  }
}
