package org.openqar.reports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.breakdowns.Dimension;
import org.openqar.breakdowns.Reach;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.rules.ReportTypes;

/**
 * A study of the sector, as its file declares it: what it compares, for whom, and how.
 *
 * @param name the name of the study: lower case letters, digits, {@code -} and {@code _}
 * @param title the subject, in words
 * @param editions the rule sets, each studied separately
 * @param reportYear R, the latest year reported
 * @param years the years compared
 * @param reportTypes the reports compared, each separately
 * @param measures overall, timely or both
 * @param dimensions the breakdowns
 * @param providers the providers in the sector studied
 * @param minimumLeavers the fewest leavers that a provider needs to be ranked
 * @param methods the ways to find thresholds
 * @param groups the numbers of groups into which thresholds divide the providers
 */
public record Study(
    String name,
    String title,
    List<String> editions,
    int reportYear,
    List<Integer> years,
    List<String> reportTypes,
    List<String> measures,
    List<String> dimensions,
    Providers providers,
    int minimumLeavers,
    List<Settings.Method> methods,
    List<Integer> groups) {

  private static final int REPORTED_YEARS = 5;

  /**
   * The sector: a provider must meet each list that is not empty.
   *
   * @param types types of provider
   * @param regions regions of the head office
   * @param ukprns providers by number
   * @param groups providers of these groups, by {@code group_id}
   */
  public record Providers(
      List<String> types, List<String> regions, List<Integer> ukprns, List<String> groups) {}

  public Study {
    require(name.matches("[a-z0-9_-]{1,50}"), "name", "1 to 50 of a-z, 0-9, - and _");
    require(!editions.isEmpty(), "editions", "one edition or more, such as [\"2024-25\"]");
    int first = reportYear - REPORTED_YEARS + 1;
    require(
        !years.isEmpty() && years.stream().allMatch(year -> year >= first && year <= reportYear),
        "years",
        "one year or more from %d to %d, the years reported".formatted(first, reportYear));
    among("report-types", reportTypes, ReportTypes.names());
    among("measures", measures, List.of("overall", "timely"));
    among("dimensions", dimensions, Dimension.names(Reach.NATIONAL));
    require(minimumLeavers >= 1, "minimum-leavers", "1 or more");
    require(!methods.isEmpty(), "methods", "one method or more");
    require(
        !groups.isEmpty() && groups.stream().allMatch(number -> number >= 2 && number <= 100),
        "groups",
        "one number or more, from 2 to 100");
  }

  /** Returns how to find the thresholds. */
  Settings.Benchmarks benchmarks(Settings.Benchmarks others) {
    return new Settings.Benchmarks(
        minimumLeavers, methods, Settings.Places.ALL_METHODS, groups, others.mix(), others.peers());
  }

  private static void among(String key, List<String> found, List<String> allowed) {
    Set<String> wrong = new TreeSet<>(found);
    wrong.removeAll(allowed);
    require(
        wrong.isEmpty() && !found.isEmpty(), key, "one or more of " + String.join(", ", allowed));
  }

  private static void require(boolean met, String key, String expected) {
    if (!met) {
      throw UserException.setting(key, "must be " + expected);
    }
  }
}
