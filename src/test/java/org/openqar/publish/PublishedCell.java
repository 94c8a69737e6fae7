package org.openqar.publish;

import java.util.Map;
import java.util.TreeMap;
import org.openqar.breakdowns.Dimension;

/**
 * One line of a published file, as a reader has it.
 *
 * @param system what cannot be added up with others: the report, the measure and the period
 * @param unit {@code National} or a provider's number
 * @param filters the filters that are not {@code Total}
 * @param figures what stands under each indicator
 */
record PublishedCell(
    String system, String unit, Map<String, String> filters, Map<String, String> figures) {
  static final String NATION = "National";

  PublishedCell {
    filters = new TreeMap<>(filters);
    filters.values().removeIf(Dimension.ALL_OF_IT::equals);
  }

  String key() {
    return key(system, unit, filters);
  }

  static String key(String system, String unit, Map<String, String> filters) {
    return system + "|" + unit + "|" + new TreeMap<>(filters);
  }

  /** Of the same system and unit, broken down otherwise. */
  String key(Map<String, String> otherFilters) {
    return key(system, unit, otherFilters);
  }

  boolean isNational() {
    return unit.equals(NATION);
  }
}
