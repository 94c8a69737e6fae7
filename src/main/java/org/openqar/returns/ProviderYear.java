package org.openqar.returns;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One provider in one year: the scope of a return. A newer return replaces all of it.
 *
 * @param year the calendar year in which the academic year starts
 */
public record ProviderYear(int ukprn, int year) implements Comparable<ProviderYear> {
  private static final Comparator<ProviderYear> ORDER =
      Comparator.comparingInt(ProviderYear::year).thenComparingInt(ProviderYear::ukprn);

  @Override
  public int compareTo(ProviderYear other) {
    return ORDER.compare(this, other);
  }

  /** Groups providers by year. */
  static Map<Integer, Set<Integer>> byYear(Collection<ProviderYear> all) {
    Map<Integer, Set<Integer>> byYear = new TreeMap<>();
    all.forEach(one -> byYear.computeIfAbsent(one.year, any -> new TreeSet<>()).add(one.ukprn));
    return byYear;
  }
}
