package org.openqar.reports.show;

import java.util.List;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/**
 * A question that analysts ask often: some columns of some rows of a table, in an order. The user
 * can change each of these.
 *
 * @param about what the view shows, in one line
 * @param columns the columns to show
 * @param conditions the conditions on rows, in the form that {@link RowCondition} reads; {@link
 *     #REPORT_YEAR} means the report year
 * @param order the columns to sort by, in the form that {@link Order} reads
 */
public record View(
    String name,
    String about,
    Table table,
    List<String> columns,
    List<String> conditions,
    List<String> order) {
  /** The placeholder in a condition for the report year. */
  static final String REPORT_YEAR = "R";

  /** All views. */
  public static final List<View> ALL =
      List.of(
          new View(
              "rates",
              "counts and rates of providers, year by year; --where ukprn=N for one of them",
              Tables.QAR_PROVIDER,
              List.of(
                  "ukprn",
                  "report_type",
                  "measure",
                  "year",
                  "leavers",
                  "achievers",
                  "achievement_rate",
                  "retention_rate",
                  "pass_rate",
                  ShownColumns.PROVIDER_NAME),
              List.of("dimension=total"),
              List.of("ukprn", "report_type", "measure", "year")),
          new View(
              "national",
              "counts and rates of all providers read together, year by year",
              Tables.QAR_NATIONAL,
              List.of(
                  "report_type",
                  "measure",
                  "year",
                  "leavers",
                  "achievers",
                  "achievement_rate",
                  "retention_rate",
                  "pass_rate"),
              List.of("dimension=total", "provider_type=Total"),
              List.of("report_type", "measure", "year")),
          new View(
              "report-types",
              "the report types, with the rates of all providers read in the report year",
              Tables.QAR_NATIONAL,
              List.of(
                  "report_type",
                  "leavers",
                  "achievers",
                  "achievement_rate",
                  "retention_rate",
                  "pass_rate"),
              List.of(
                  "dimension=total",
                  "provider_type=Total",
                  "measure=overall",
                  "year=" + REPORT_YEAR),
              List.of("report_type")),
          new View(
              "places",
              "places of providers in the report year: rank, quarter, gap to all providers read",
              Tables.PROVIDER_BENCHMARK,
              List.of(
                  "report_type",
                  "rank",
                  "ukprn",
                  ShownColumns.PROVIDER_NAME,
                  "leavers",
                  "rate_value",
                  "quartile_label",
                  "gap_to_national"),
              places("year=" + REPORT_YEAR),
              List.of("report_type", "rank", "ukprn")),
          new View(
              "thresholds",
              "the quartile thresholds of achievement and the shares of providers below 50, 60 and 70,"
                  + " year by year",
              Tables.QUARTILE_THRESHOLD,
              List.of(
                  "report_type",
                  "measure",
                  "year",
                  "providers",
                  "q1",
                  "q2",
                  "q3",
                  "national_rate",
                  "below_50",
                  "below_60",
                  "below_70"),
              List.of(
                  "dimension=total",
                  "rate=achievement",
                  "method=provider",
                  "groups=4",
                  "source=computed"),
              List.of("report_type", "measure", "year")),
          new View(
              "standards",
              "the spread of the achievement rates of standards, with the shares below 50, 60 and 70",
              Tables.STANDARD_THRESHOLD,
              List.of(
                  "report_type",
                  "measure",
                  "year",
                  "standards",
                  "q1",
                  "q2",
                  "q3",
                  "below_50",
                  "below_60",
                  "below_70"),
              List.of("rate=achievement"),
              List.of("report_type", "measure", "year")),
          new View(
              "department",
              "the Department's national rates beside each provider's, year by year",
              Tables.PROVIDER_BENCHMARK,
              List.of(
                  "ukprn",
                  "report_type",
                  "year",
                  "rate_value",
                  "national_rate",
                  "published_year",
                  "gap_to_national",
                  ShownColumns.PROVIDER_NAME),
              List.of(
                  "measure=overall",
                  "rate=achievement",
                  "dimension=total",
                  "method=provider",
                  "groups=4",
                  "source=published"),
              List.of("ukprn", "report_type", "year")),
          new View(
              "files",
              "the files that the newest run found, and why some were refused",
              Tables.RETURN_FILE,
              List.of("ukprn", "funding_year", "return_number", "status", "aims", "reason"),
              List.of("present=true"),
              List.of("ukprn", "funding_year", "return_number", "source_file")),
          new View(
              "runs",
              "the runs that wrote the tables, the newest first",
              Tables.RUN,
              List.of("finished_at", "edition", "report_year", "refused_files", "run_id"),
              List.of(),
              List.of("finished_at:desc")));

  private static List<String> places(String year) {
    return List.of(
        "measure=overall",
        year,
        "rate=achievement",
        "dimension=total",
        "method=provider",
        "groups=4",
        "source=computed");
  }
}
