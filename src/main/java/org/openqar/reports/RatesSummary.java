package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;
import static org.openqar.reports.SummaryReport.whole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.config.Settings.Benchmarks;
import org.openqar.rules.Edition;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/**
 * Summarises the rates of all providers of an edition and report year together, the thresholds, and
 * the providers' places. It calls the rates national only if a setting says that the returns of all
 * providers were read.
 */
final class RatesSummary {
  private static final Filter TOTAL = Filter.equal("dimension", "total");

  private final TableReader reader;
  private final Settings settings;
  private final Edition edition;
  private final Filter ours;
  private int providersRead;

  RatesSummary(TableReader reader, Settings settings, Edition edition) {
    this.reader = reader;
    this.settings = settings;
    this.edition = edition;
    this.ours = Filter.of(edition.edition(), settings.reportYear()).and(TOTAL);
  }

  /** Says which providers the rates of all providers together cover. */
  String title() {
    if (settings.returns().wholeSector()) {
      return "National rates";
    }
    int read = providersRead();
    return read == 1
        ? "Rates of the one provider read"
        : "Rates of all %d providers read".formatted(read);
  }

  private int providersRead() {
    if (providersRead == 0) {
      providersRead =
          (int)
              reader
                  .list(
                      Tables.RETURN_FILE,
                      List.of("ukprn"),
                      Filter.equal("present", true).and(Filter.equal("status", "accepted")))
                  .stream()
                  .map(row -> row.getInt(0))
                  .distinct()
                  .count();
    }
    return providersRead;
  }

  String together() {
    List<Row> rows =
        reader
            .list(
                Tables.QAR_NATIONAL,
                List.of(
                    "report_type",
                    "measure",
                    "year",
                    "leavers",
                    "achievement_rate",
                    "retention_rate",
                    "pass_rate",
                    "missing_providers",
                    "missing_leavers",
                    "achievement_rate_low",
                    "achievement_rate_high"),
                ours.and(Filter.equal("provider_type", "Total")))
            .stream()
            .sorted(RowOrder.by("report_type", "measure", "year"))
            .toList();
    if (rows.isEmpty()) {
      return "  none\n";
    }
    TextTable table =
        new TextTable("report", "measure", "year", "leavers", "achievement", "retention", "pass");
    rows.forEach(
        row ->
            table.row(
                row.get(0),
                row.get(1),
                new AcademicYear(row.getInt(2)),
                whole(row.get(3)),
                row.get(4),
                row.get(5),
                row.get(6)));
    return table + kept() + first() + missing(rows);
  }

  private String first() {
    return settings.firstLoadedYear() == settings.firstReportedYear()
        ? "  %s comes out too high: aims that ended before the first loaded return are in no file.\n"
            .formatted(new AcademicYear(settings.firstReportedYear()))
        : "";
  }

  private String kept() {
    return edition.history().asPublished().isEmpty()
        ? ""
        : "  Years before %s are kept as published, of %s: each has the figures of its own edition.\n"
            .formatted(
                new AcademicYear(settings.reportYear()),
                String.join(", ", edition.history().asPublished()));
  }

  /** Says how far the providers without a final return could move the rates. */
  private static String missing(List<Row> together) {
    return together.stream()
        .filter(row -> row.<Long>getAs("missing_leavers") > 0)
        .map(
            row ->
                "  %s, %s, %s: without the returns of %s with up to %s, achievement is between %s and %s.\n"
                    .formatted(
                        row.get(0),
                        row.get(1),
                        new AcademicYear(row.getInt(2)),
                        counted(row.getAs("missing_providers"), "provider"),
                        counted(row.getAs("missing_leavers"), "leaver"),
                        row.getAs("achievement_rate_low"),
                        row.getAs("achievement_rate_high")))
        .collect(Collectors.joining());
  }

  private static String counted(long number, String what) {
    return whole(number) + " " + what + (number == 1 ? "" : "s");
  }

  String thresholds() {
    List<Row> rows =
        reader
            .list(
                Tables.QUARTILE_THRESHOLD,
                List.of(
                    "report_type",
                    "measure",
                    "year",
                    "rate",
                    "providers",
                    "q1",
                    "q2",
                    "q3",
                    "below_50",
                    "below_60",
                    "below_70"),
                ours.and(shown()))
            .stream()
            .sorted(RowOrder.by("report_type", "measure", "year", "rate"))
            .toList();
    TextTable table =
        new TextTable(
            "report",
            "measure",
            "year",
            "rate",
            "providers",
            "q1",
            "q2",
            "q3",
            "% under 50",
            "under 60",
            "under 70");
    List<Row> enough =
        rows.stream()
            .filter(row -> row.<Long>getAs("providers") >= Benchmarks.FEWEST_RANKED)
            .toList();
    enough.forEach(
        row ->
            table.row(
                row.get(0),
                row.get(1),
                new AcademicYear(row.getInt(2)),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10)));
    return (enough.isEmpty() ? "  none\n" : table.toString())
        + (enough.size() == rows.size()
            ? ""
            : "  Where fewer than four providers are ranked (%d leavers or more) there are no thresholds, quarters or ranks: a quarter would be one provider, or none.\n"
                .formatted(settings.benchmarks().minimumLeavers()))
        + standards();
  }

  /** Says how many standards are below the bands, if there are enough standards. */
  private String standards() {
    return reader
        .list(
            Tables.STANDARD_THRESHOLD,
            List.of(
                "report_type", "year", "measure", "standards", "below_50", "below_60", "below_70"),
            Filter.of(edition.edition(), settings.reportYear())
                .and(Filter.equal("rate", "achievement"))
                .and(Filter.equal("year", settings.reportYear()))
                .and(Filter.filled("below_50")))
        .stream()
        .sorted(RowOrder.by("report_type", "measure"))
        .map(
            row ->
                "  %s, %s, %s: of %s standards %s %% have an achievement rate under 50, %s %% under 60, %s %% under 70.\n"
                    .formatted(
                        row.get(0),
                        row.get(2),
                        new AcademicYear(row.getInt(1)),
                        whole(row.get(3)),
                        row.get(4),
                        row.get(5),
                        row.get(6)))
        .collect(Collectors.joining());
  }

  /** Shows each report type separately, never together. */
  String places() {
    Map<String, List<Row>> byReport =
        reader
            .list(
                Tables.PROVIDER_BENCHMARK,
                List.of(
                    "report_type",
                    "ukprn",
                    "leavers",
                    "rate_value",
                    "gap_to_national",
                    "quartile_label",
                    "rank"),
                ours.and(shown())
                    .and(Filter.equal("measure", "overall"))
                    .and(Filter.equal("rate", "achievement"))
                    .and(Filter.equal("year", settings.reportYear())))
            .stream()
            .collect(
                Collectors.groupingBy(row -> row.getString(0), TreeMap::new, Collectors.toList()));
    if (byReport.isEmpty()) {
      return "  none\n";
    }
    Map<Integer, String> names = names();
    TextTable table =
        new TextTable(
            "report",
            "provider",
            "name",
            "leavers",
            "achievement",
            settings.returns().wholeSector() ? "to national" : "to all",
            "quarter",
            "rank");
    byReport.forEach(
        (report, rows) ->
            rows.stream()
                .sorted(RowOrder.nullsLastBy("rank").thenComparing(RowOrder.by("ukprn")))
                .limit(MOST)
                .forEach(
                    row ->
                        table.row(
                            report,
                            row.get(1),
                            names.getOrDefault(row.getInt(1), "Unknown"),
                            whole(row.get(2)),
                            row.get(3),
                            providersRead() == 1 ? null : row.get(4),
                            row.get(5) == null ? "not ranked" : row.get(5),
                            row.get(6))));
    return table
        + (byReport.values().stream().anyMatch(rows -> rows.size() > MOST)
            ? "  ... the others: ./qar export --table provider_benchmark --out places.csv\n"
            : "");
  }

  private Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    reader
        .list(Tables.PROVIDER, List.of("ukprn", "name"), Filter.filled("name"))
        .forEach(row -> names.put(row.getInt(0), row.getString(1)));
    return names;
  }

  /** Chooses one of several sets of thresholds: quartiles, or the first, by the first method. */
  private Filter shown() {
    List<Integer> groups = settings.benchmarks().groups();
    return Filter.equal("method", settings.benchmarks().methods().get(0).label())
        .and(Filter.equal("groups", groups.contains(4) ? 4 : groups.get(0)))
        .and(Filter.equal("source", "computed"));
  }
}
