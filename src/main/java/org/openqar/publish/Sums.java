package org.openqar.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.breakdowns.Breakdown;
import org.openqar.breakdowns.Dimension;

/**
 * The cells of one report type, measure and year, and every sum that a reader knows: a total and
 * its breakdown, a margin and its pairs, an outer value and the inner ones, the nation and its
 * types of provider, the nation and its providers.
 */
final class Sums {
  /**
   * One sum, by the positions of its cells.
   *
   * @param exact whether the parts make up the whole. Otherwise the whole includes aims that are in
   *     no cell, such as those of a provider without cells of its own
   * @param ofProviders whether the parts are providers
   */
  record Sum(int whole, int[] parts, boolean exact, boolean ofProviders) {}

  /** The cells that are added up, and the cell that they add up to. */
  private record Family(String over, CellPlace whole) {}

  /** The factor by which a national cell weighs more than a provider's. */
  static final int NATIONAL = 4;

  /** The factor by which a cell that is not broken down weighs more. */
  static final int TOTAL = 10;

  private final List<CellPlace> places;
  private final List<TrueCounts> counts;
  private final List<Sum> all = new ArrayList<>();
  private final List<List<Integer>> sumsOf = new ArrayList<>();

  /**
   * @param columns the columns of the breakdowns, in the order of the places' values
   * @param places the places, in {@link CellPlace#ORDER}
   * @param typeOf each provider's type
   */
  Sums(
      List<String> columns,
      List<CellPlace> places,
      List<TrueCounts> counts,
      Map<Integer, String> typeOf,
      List<Nesting> nestings) {
    this.places = places;
    this.counts = counts;
    Map<CellPlace, Integer> at = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      at.put(places.get(i), i);
      sumsOf.add(new ArrayList<>());
    }
    Map<Family, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      for (Family family : families(columns, places.get(i), typeOf, nestings)) {
        if (at.containsKey(family.whole())) {
          families.computeIfAbsent(family, any -> new ArrayList<>()).add(i);
        }
      }
    }
    families.forEach((family, parts) -> add(at.get(family.whole()), parts, family));
  }

  private static List<Family> families(
      List<String> columns, CellPlace place, Map<Integer, String> typeOf, List<Nesting> nestings) {
    List<Family> families = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      if (place.isBrokenDown(c)) {
        CellPlace margin = place.with(c, Dimension.ALL_OF_IT);
        families.add(new Family(columns.get(c), margin));
        for (Nesting nesting : nestings) {
          int outer = columns.indexOf(nesting.outer());
          String value = nesting.outerOf().get(place.value(c));
          if (nesting.inner().equals(columns.get(c))
              && value != null
              && outer >= 0
              && !place.isBrokenDown(outer)) {
            families.add(
                new Family(columns.get(c) + " in " + nesting.outer(), margin.with(outer, value)));
          }
        }
      }
    }
    if (!place.isNational()) {
      families.add(new Family("ukprn", place.of(Dimension.ALL_OF_IT)));
      families.add(
          new Family("ukprn", place.of(typeOf.getOrDefault(place.ukprn(), Breakdown.UNKNOWN))));
    } else if (!place.providerType().equals(Dimension.ALL_OF_IT)) {
      families.add(new Family("provider_type", place.of(Dimension.ALL_OF_IT)));
    }
    return families;
  }

  private void add(int whole, List<Integer> parts, Family family) {
    int[] positions = parts.stream().mapToInt(Integer::intValue).toArray();
    Sum sum = new Sum(whole, positions, addsUp(whole, positions), family.over().equals("ukprn"));
    all.add(sum);
    sumsOf.get(whole).add(all.size() - 1);
    parts.forEach(part -> sumsOf.get(part).add(all.size() - 1));
  }

  private boolean addsUp(int whole, int[] parts) {
    long leavers = 0;
    long completers = 0;
    long achievers = 0;
    for (int part : parts) {
      TrueCounts counted = counts.get(part);
      leavers += counted.leavers();
      completers += counted.completers() == null ? 0 : counted.completers();
      achievers += counted.achievers();
    }
    TrueCounts sum = counts.get(whole);
    return leavers == sum.leavers()
        && achievers == sum.achievers()
        && (sum.completers() == null || completers == sum.completers());
  }

  int cells() {
    return places.size();
  }

  CellPlace place(int cell) {
    return places.get(cell);
  }

  TrueCounts counts(int cell) {
    return counts.get(cell);
  }

  List<Sum> all() {
    return all;
  }

  /** Returns the positions of the sums that have a cell as part or whole. */
  List<Integer> sumsOf(int cell) {
    return sumsOf.get(cell);
  }

  /** Returns how many providers contribute to a national cell. */
  int contributors(int cell) {
    return sumsOf.get(cell).stream()
        .map(all::get)
        .filter(sum -> sum.whole() == cell && sum.ofProviders())
        .mapToInt(sum -> sum.parts().length)
        .max()
        .orElse(0);
  }

  /**
   * Returns how much readers would miss a cell. This is its leavers, counted several times in a
   * national cell, because everybody reads it, and many times in a cell that is not broken down.
   */
  long weight(int cell) {
    CellPlace place = places.get(cell);
    boolean total = place.values().stream().allMatch(Dimension.ALL_OF_IT::equals);
    return counts.get(cell).leavers() * (place.isNational() ? NATIONAL : 1) * (total ? TOTAL : 1);
  }
}
