package org.openqar.matching;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows providers through mergers. Says which provider an aim belongs to, and for which years the
 * provider in charge made a final return (qar-rules 3.2, 9.3, 9.4).
 *
 * @param mergers the merger of each provider that a merger closed
 * @param finalReturns the years for which each provider made a final return that counts
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
   * A merger.
   *
   * @param survivor the provider that continues
   * @param fromYear the first year for which the survivor is in charge
   */
  public record Merger(int survivor, int fromYear) implements Serializable {}

  /**
   * Returns the survivor of a provider after all its mergers, or the provider itself if it never
   * merged.
   */
  public int survivor(int ukprn) {
    return inCharge(ukprn, Integer.MAX_VALUE);
  }

  /**
   * Returns the loaded years with a final return by the provider in charge. Until its merger that
   * is the provider itself, and afterwards the survivor.
   *
   * @param ukprn the provider as returned
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
