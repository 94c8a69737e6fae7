package org.openqar.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who answers for whom (3.2, 9.3, 9.4). */
record Providers(
    List<Sector.Merger> mergers, Set<Sector.ProviderYear> finalReturns, int reportYear) {

  /** 9.4: mergers in force by R, followed to the last survivor, for all years. */
  int survivor(int ukprn) {
    return survivor(ukprn, reportYear);
  }

  /**
   * 9.3: whether the final return that would show a chain in a year is missing. A provider that has
   * merged by then is answered for by the survivor; one whose learner has moved by then, by the
   * provider that the learner moved to.
   */
  boolean gap(Chain chain, int year) {
    Seen newest = chain.current();
    Map.Entry<Integer, Integer> told = newest.toldBy.floorEntry(year);
    int provider = told == null ? newest.source.ukprn() : told.getValue();
    int inCharge = survivor(provider, Math.min(year, reportYear));
    return !finalReturns.contains(new Sector.ProviderYear(inCharge, year));
  }

  private int survivor(int ukprn, int year) {
    int current = ukprn;
    Set<Integer> passed = new HashSet<>();
    while (passed.add(current)) {
      for (Sector.Merger merger : mergers) {
        if (merger.old() == current && merger.fromYear() <= year) {
          current = merger.survivor();
          break;
        }
      }
    }
    return current;
  }
}
