package org.openqar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqar.config.Configuration;

/** Rule books to compare engines by: those of every edition, and of what editions leave open. */
record Books(String name, Edition edition, int reportYear) {
  /** Switches of the editions in each of their positions, and lists that are empty in them. */
  private static final List<Map<String, String>> OPEN =
      List.of(
          Map.of("overdue.vanished", "CONTINUING", "timely.measured", "true"),
          Map.of("breaks.continuation-protects", "false", "breaks.window-years", "2"),
          Map.of("breaks.r04-grace", "true", "returns.look-ahead", "R04", "match.key", "LRN"),
          Map.of("durations.inclusive", "false", "qualifying-period.restarts", "SEGMENT"),
          Map.of("qualifying-period.restarts", "NONE", "timely.measured", "true"),
          Map.of(
              "qualifying-period.steps",
              "[{planned-from: 100, served: 50}, {planned-from: 0, served: 7}]",
              "qualifying-period.exempt-fund-models",
              "[]"),
          Map.of("hybrid-end-year.ach-date", "NONE"),
          Map.of("hybrid-end-year.ach-date", "FM36_STANDARDS"),
          Map.of(
              "hybrid-end-year.ach-date", "ALL_PROGRAMME",
              "hybrid-end-year.reporting-year", "LAST_RETURNED"),
          Map.of("end-point-assessment.applies", "false"),
          Map.of("end-point-assessment.accept-completed", "false", "timely.measured", "true"),
          Map.of(
              "exclusions.employer-ownership-ldm-codes", "['300', '034']",
              "exclusions.foundation", "true",
              "exclusions.foundation-standards", "[800]"),
          Map.of(
              "exclusions.ldm-codes",
              "['300', '999']",
              "exclusions.aim-refs",
              "[{hybrid-end-year: 2023, aims: ['60004321']},"
                  + " {hybrid-end-year: 2024, aims: ['60004321', '60001234']}]"),
          Map.of("education.t-levels", "true", "scope.apprenticeship-units", "true"),
          Map.of("education.non-funded", "true", "exclusions.foundation", "true"),
          Map.of("exclusions.merger-reasons", "[]", "exclusions.transfer-days", "0"),
          Map.of(
              "traineeships.months-without-destination", "1",
              "timely.measured", "true",
              "timely.days", "30"));

  /** Each edition for its latest year, and the newest with what it leaves open. */
  static List<Books> all() {
    List<Books> all = new ArrayList<>();
    for (String edition : new Configuration(null, Map.of()).editions()) {
      Edition own = RuleCases.edition(edition, Map.of());
      all.add(new Books(edition, own, own.year()));
    }
    for (Map<String, String> changes : OPEN) {
      all.add(new Books("2024-25 with " + changes, RuleCases.edition(changes), 2024));
    }
    return all;
  }

  /** The same for the years around the latest ones. */
  static List<Books> ofOtherYears() {
    return all().stream()
        .flatMap(
            it ->
                List.of(-2, -1, 1).stream()
                    .map(years -> new Books(it.name, it.edition, it.reportYear + years)))
        .toList();
  }

  RuleBook book() {
    return ReportTypes.book(edition, reportYear);
  }

  @Override
  public String toString() {
    return name + " for " + reportYear;
  }
}
