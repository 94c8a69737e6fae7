package org.openqar.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openqar.csv.CsvText;
import org.openqar.rules.ReportTypes;

/**
 * One data file: its content and the names of its columns.
 *
 * @param filters the filters with at least two items, in the order of the breakdowns
 * @param regional whether the file has rows of regions as well as those of the nation
 * @param firstYear the earliest year in it
 * @param lastYear the latest year in it
 */
record DataFile(
    String reportType,
    String measure,
    Level level,
    List<EesFilter> filters,
    boolean regional,
    int firstYear,
    int lastYear) {

  /** The level of the cells. The table tool requires providers in separate files. */
  enum Level {
    NATIONAL("National"),
    PROVIDERS("Provider");

    private final String geographicLevel;

    Level(String geographicLevel) {
      this.geographicLevel = geographicLevel;
    }

    String geographicLevel() {
      return geographicLevel;
    }
  }

  /** The timely measure has separate files, because it cannot be added to the overall one. */
  String name() {
    String of = measure.equals("overall") ? "" : measure + "_";
    return "%s_%s%s".formatted(reportType, of, level.name().toLowerCase(Locale.ROOT));
  }

  String csv() {
    return name() + ".csv";
  }

  String title() {
    return "%s, %s measure, %s"
        .formatted(
            ReportTypes.named(reportType).title(),
            measure,
            level == Level.PROVIDERS
                ? "by provider"
                : regional ? "national and regional" : "national");
  }

  List<Indicator> indicators() {
    return Indicator.of(measure);
  }

  /** The columns of time and place, by the names in the open data standards. */
  List<String> placeColumns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "time_period",
                "time_identifier",
                "geographic_level",
                "country_code",
                "country_name"));
    if (regional) {
      columns.addAll(List.of("region_code", "region_name"));
    }
    if (level == Level.PROVIDERS) {
      columns.addAll(List.of("provider_ukprn", "provider_name"));
    }
    return columns;
  }

  /** Returns the columns that together identify a row. They also give the order of the rows. */
  List<String> key() {
    List<String> key = new ArrayList<>(placeColumns());
    filters.forEach(filter -> key.add(filter.column()));
    return key;
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>(key());
    indicators().forEach(indicator -> columns.add(indicator.column()));
    return columns;
  }

  /** Returns the metadata file of the data file: a row for every filter and indicator. */
  String metadata() {
    CsvText csv = new CsvText();
    StringBuilder text =
        new StringBuilder(
            csv.line(
                List.of(
                    "col_name",
                    "col_type",
                    "label",
                    "indicator_grouping",
                    "indicator_unit",
                    "indicator_dp",
                    "filter_hint",
                    "filter_grouping_column")));
    for (EesFilter filter : filters) {
      text.append(
          csv.line(
              List.of(filter.column(), "Filter", filter.label(), "", "", "", filter.hint(), "")));
    }
    for (Indicator indicator : indicators()) {
      text.append(
          csv.line(
              List.of(
                  indicator.column(),
                  "Indicator",
                  indicator.label(),
                  indicator.grouping(),
                  indicator.unit(),
                  indicator.isRate() ? "1" : "0",
                  "",
                  "")));
    }
    return text.toString();
  }
}
