package org.openqar.matching;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which provider an aim belongs to after mergers, and for which years whoever answers for it made a
 * final return (qar-rules 3.2, 9.3, 9.4).
 *
 * @param mergers what each provider that is no more went into
 * @param finalReturns the years of which each provider made a final return that counts
 * @param firstYear the first loaded year
 * @param lastYear the last loaded year
 */
public record Providers(
    Map<Integer, Merger> mergers,
    Map<Integer, Set<Integer>> finalReturns,
    int firstYear,
    int lastYear)
    implements Serializable {

  /**
   * @param survivor the provider that it went into
   * @param fromYear the first year that the survivor answers for
   */
  public record Merger(int survivor, int fromYear) implements Serializable {}

  /** The survivor of a provider, through all its mergers; itself without one. */
  public int survivor(int ukprn) {
    return inCharge(ukprn, Integer.MAX_VALUE);
  }

  /**
   * The loaded years for which whoever answers for a provider made a final return: until its merger
   * it does so itself, afterwards the survivor.
   *
   * @param ukprn the provider as it was returned
   */
  List<Integer> finalReturnYears(int ukprn) {
    List<Integer> years = new ArrayList<>();
    for (int year = firstYear; year <= lastYear; year++) {
      if (finalReturns.getOrDefault(inCharge(ukprn, year), Set.of()).contains(year)) {
        years.add(year);
      }
    }
    return years;
  }

  private int inCharge(int ukprn, int year) {
    Merger merger = mergers.get(ukprn);
    if (merger == null || merger.fromYear() > year) {
      return ukprn;
    }
    int current = ukprn;
    Set<Integer> seen = new HashSet<>();
    while (merger != null && merger.fromYear() <= year && seen.add(current)) {
      current = merger.survivor();
      merger = mergers.get(current);
    }
    return current;
  }
}
