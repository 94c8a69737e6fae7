package org.openqar.reports;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.RunResult;
import org.openqar.pipeline.Stage;
import org.openqar.rules.Edition;
import org.openqar.tables.KeyRange;
import org.openqar.tables.Layer;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** How a run came out, for the person who started it. */
public final class SummaryReport {
  /** A longer list is cut, and says so. */
  private static final int MOST = 25;

  private final TableStore store;
  private final Settings settings;
  private final Edition edition;

  public SummaryReport(TableStore store, Settings settings, Edition edition) {
    this.store = store;
    this.settings = settings;
    this.edition = edition;
  }

  /** The few lines of a run that found nothing new. */
  public static String nothingNew(RunPlan plan, RunResult result, Settings settings) {
    return """
        Nothing new: the %d files, the settings and the rules are those of the run of %s.
        Its tables stand in %s. To compute them again: ./qar run --from returns
        """
        .formatted(plan.inputs().size(), result.finishedAt(), settings.warehouse());
  }

  public String of(RunPlan plan, RunResult result) {
    Set<Layer> settled = plan.stages().stream().map(Stage::layer).collect(toSet());
    StringBuilder text = new StringBuilder();
    text.append('\n');
    section(settled, text, "Returns", Tables.RETURN_FILE, this::returns);
    text.append(PlanReport.gaps(result.gaps()));
    text.append(scope(result.scope()));
    section(settled, text, "Aims", Tables.QAR_AIM, this::aims);
    section(settled, text, "National rates", Tables.QAR_NATIONAL, this::national);
    section(
        settled,
        text,
        "Quartile thresholds, all aims of a report type",
        Tables.QUARTILE_THRESHOLD,
        this::thresholds);
    section(
        settled,
        text,
        "Where providers stand in " + new AcademicYear(settings.reportYear()),
        Tables.PROVIDER_BENCHMARK,
        this::places);
    text.append(
        "Run %s, edition %s, %s. Tables in %s\n"
            .formatted(
                result.runId(),
                edition.edition(),
                result.timings().stream()
                    .map(
                        timing ->
                            String.format(
                                Locale.ROOT, "%s %.1f s", timing.stage().label(), timing.seconds()))
                    .collect(Collectors.joining(", ")),
                settings.warehouse()));
    return text.toString();
  }

  /** How much was computed, where it was not all. */
  private static String scope(ProviderScope scope) {
    return scope
        .some()
        .map(
            some ->
                some.isEmpty()
                    ? "No return that counts has changed: every aim and rate stands.\n\n"
                    : "Computed again: %s; the rows of all other providers stand.\n\n"
                        .formatted(providers(some)))
        .orElse("");
  }

  private static String providers(Set<Integer> some) {
    String named = some.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
    return (some.size() == 1 ? "provider " : some.size() + " providers, ")
        + named
        + (some.size() > MOST ? ", ..." : "");
  }

  /** Only what this run answers for: a table of an earlier run would pass for its result. */
  private static void section(
      Set<Layer> settled, StringBuilder text, String title, Table table, Supplier<String> body) {
    if (settled.contains(table.layer())) {
      text.append(title).append('\n').append(body.get()).append('\n');
    }
  }

  private String returns() {
    Map<String, Long> byStatus = new TreeMap<>();
    for (Row row : files().groupBy("status").count().collectAsList()) {
      byStatus.put(row.getString(0), row.getLong(1));
    }
    Row loaded = files().where("status = 'accepted'").agg(sum("learners"), sum("aims")).head();
    StringBuilder text = new StringBuilder();
    text.append(
        "  %d files accepted, %d superseded, %d refused, %d copies of another; %s learner records and %s aims loaded\n"
            .formatted(
                byStatus.getOrDefault("accepted", 0L),
                byStatus.getOrDefault("superseded", 0L),
                byStatus.getOrDefault("refused", 0L),
                store.read(Tables.RETURN_ISSUE).where("code = 'identical_copy'").count(),
                whole(loaded.get(0)),
                whole(loaded.get(1))));
    for (Row refused :
        files()
            .where("status = 'refused'")
            .select("source_file", "reason")
            .orderBy("source_file")
            .takeAsList(MOST)) {
      text.append("  refused: %s\n    %s\n".formatted(refused.getString(0), refused.getString(1)));
    }
    return text.append(issues()).toString();
  }

  /** The files that this run found. */
  private Dataset<Row> files() {
    return store.read(Tables.RETURN_FILE).where("present");
  }

  /** File by file what is odd, then what is wrong inside, by kind. */
  private String issues() {
    StringBuilder text = new StringBuilder();
    Dataset<Row> issues = store.read(Tables.RETURN_ISSUE);
    List<Row> ofFiles =
        issues
            .where(col("learner_no").isNull().and(col("severity").equalTo("warning")))
            .select("source_file", "message")
            .orderBy("source_file", "code", "field")
            .takeAsList(MOST + 1);
    ofFiles.stream()
        .limit(MOST)
        .forEach(
            row ->
                text.append(
                    "  odd: %s\n    %s\n".formatted(name(row.getString(0)), row.getString(1))));
    if (ofFiles.size() > MOST) {
      text.append("  ... more are in return_issue\n");
    }
    List<Row> within =
        issues
            .where(col("learner_no").isNotNull())
            .groupBy("source_file", "severity", "message")
            .agg(count(lit(1)).as("times"))
            .orderBy(col("times").desc(), col("source_file"), col("message"))
            .takeAsList(MOST + 1);
    within.stream()
        .limit(MOST)
        .forEach(
            row ->
                text.append(
                    "  %s: %s\n    %d x %s\n"
                        .formatted(
                            row.getString(1),
                            name(row.getString(0)),
                            row.getLong(3),
                            row.getString(2))));
    if (within.size() > MOST) {
      text.append("  ... more are in return_issue\n");
    }
    return text.toString();
  }

  private String aims() {
    Map<Integer, Long> returned = new TreeMap<>();
    for (Row row :
        ours(Tables.AIM)
            .select(explode(col("history")).as("record"))
            .groupBy(col("record.funding_year"))
            .count()
            .collectAsList()) {
      returned.put(row.getInt(0), row.getLong(1));
    }
    TextTable table = new TextTable("year", "aims in final returns");
    for (int year = settings.firstLoadedYear(); year <= settings.lastLoadedYear(); year++) {
      table.row(new AcademicYear(year), whole(returned.getOrDefault(year, 0L)));
    }
    return table + statuses() + unusable();
  }

  /** How many aims of each report type have which status. */
  private String statuses() {
    Map<String, Map<String, Long>> byReport = new TreeMap<>();
    for (Row row :
        ours(Tables.QAR_AIM).groupBy("report_type", "qar_status").count().collectAsList()) {
      byReport
          .computeIfAbsent(row.getString(0), any -> new TreeMap<>())
          .put(row.getString(1), row.getLong(2));
    }
    if (byReport.isEmpty()) {
      return "  No aim that a report counts is in a final return (R14) of %s; in-year returns are loaded, but no rate comes of them.\n"
          .formatted(settings.loadedYears());
    }
    TextTable table =
        new TextTable("report", "QAR Inclusion", "QAR Exclusion", "Continuing", "Future");
    byReport.forEach(
        (report, statuses) ->
            table.row(
                report,
                whole(statuses.get("QAR Inclusion")),
                whole(statuses.get("QAR Exclusion")),
                whole(statuses.get("Continuing")),
                whole(statuses.get("Future"))));
    return table.toString();
  }

  /** The aims that cannot be judged, provider by provider. */
  private String unusable() {
    List<Row> rows =
        ours(Tables.QAR_AIM)
            .where("data_quality_excl")
            .groupBy("ukprn", "report_type")
            .count()
            .orderBy(col("count").desc(), col("ukprn"), col("report_type"))
            .takeAsList(MOST + 1);
    if (rows.isEmpty()) {
      return "  Unusable, because a deciding value cannot be read: none\n";
    }
    StringBuilder text =
        new StringBuilder(
            "  Unusable, because a deciding value cannot be read (rule ALL-EXC-06, aim by aim in"
                + " return_issue):\n");
    rows.stream()
        .limit(MOST)
        .forEach(
            row ->
                text.append(
                    "    %d, %s: %d\n".formatted(row.getInt(0), row.getString(1), row.getLong(2))));
    return text.append(
            rows.size() > MOST ? "    ... the others are in qar_aim, data_quality_excl\n" : "")
        .toString();
  }

  private String national() {
    TextTable table =
        new TextTable("report", "measure", "year", "leavers", "achievement", "retention", "pass");
    List<Row> rows =
        ours(Tables.QAR_NATIONAL)
            .where("dimension = 'total' AND provider_type = 'Total'")
            .select(
                "report_type",
                "measure",
                "year",
                "leavers",
                "achievement_rate",
                "retention_rate",
                "pass_rate")
            .orderBy("report_type", "measure", "year")
            .collectAsList();
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
    if (rows.isEmpty()) {
      return "  none\n";
    }
    String first =
        settings.firstLoadedYear() == settings.firstReportedYear()
            ? "  %s comes out too high: aims that ended before the first loaded return are in no file.\n"
                .formatted(new AcademicYear(settings.firstReportedYear()))
            : "";
    String kept =
        edition.history().asPublished().isEmpty()
            ? ""
            : "  Years before %s are kept as published, of %s: each has the figures of its own edition.\n"
                .formatted(
                    new AcademicYear(settings.reportYear()),
                    String.join(", ", edition.history().asPublished()));
    return table + kept + first + missing();
  }

  /** How far the providers without a final return could move the rates. */
  private String missing() {
    return ours(Tables.QAR_NATIONAL)
        .where("dimension = 'total' AND provider_type = 'Total' AND missing_leavers > 0")
        .select(
            "report_type",
            "measure",
            "year",
            "missing_providers",
            "missing_leavers",
            "achievement_rate_low",
            "achievement_rate_high")
        .orderBy("report_type", "measure", "year")
        .collectAsList()
        .stream()
        .map(
            row ->
                "  %s, %s, %s: without the returns of %s with up to %s, achievement is between %s and %s.\n"
                    .formatted(
                        row.get(0),
                        row.get(1),
                        new AcademicYear(row.getInt(2)),
                        counted(row.getLong(3), "provider"),
                        counted(row.getLong(4), "leaver"),
                        row.get(5),
                        row.get(6)))
        .collect(Collectors.joining());
  }

  private static String counted(long number, String what) {
    return whole(number) + " " + what + (number == 1 ? "" : "s");
  }

  private String thresholds() {
    TextTable table =
        new TextTable("report", "measure", "year", "rate", "providers", "q1", "q2", "q3");
    List<Row> rows =
        ours(Tables.QUARTILE_THRESHOLD)
            .where(col("dimension").equalTo("total").and(shown()))
            .select("report_type", "measure", "year", "rate", "providers", "q1", "q2", "q3")
            .orderBy("report_type", "measure", "year", "rate")
            .collectAsList();
    rows.forEach(
        row ->
            table.row(
                row.get(0),
                row.get(1),
                new AcademicYear(row.getInt(2)),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7)));
    return rows.isEmpty() ? "  none\n" : table.toString();
  }

  /** Report type by report type, never together. */
  private String places() {
    Dataset<Row> names =
        store.read(Tables.PROVIDER).select(col("ukprn").as("named_ukprn"), col("name"));
    WindowSpec inReport =
        Window.partitionBy("report_type").orderBy(col("rank").asc_nulls_last(), col("ukprn"));
    List<Row> rows =
        ours(Tables.PROVIDER_BENCHMARK)
            .where(
                shown()
                    .and(col("dimension").equalTo("total"))
                    .and(col("measure").equalTo("overall"))
                    .and(col("rate").equalTo("achievement"))
                    .and(col("year").equalTo(settings.reportYear())))
            .withColumn("line", row_number().over(inReport))
            .where(col("line").leq(MOST + 1))
            .join(names, col("ukprn").equalTo(col("named_ukprn")), "left")
            .select(
                "report_type",
                "ukprn",
                "name",
                "leavers",
                "rate_value",
                "gap_to_national",
                "quartile_label",
                "rank",
                "line")
            .orderBy("report_type", "line")
            .collectAsList();
    if (rows.isEmpty()) {
      return "  none\n";
    }
    TextTable table =
        new TextTable(
            "report",
            "provider",
            "name",
            "leavers",
            "achievement",
            "to national",
            "quarter",
            "rank");
    rows.stream()
        .filter(row -> row.<Integer>getAs("line") <= MOST)
        .forEach(
            row ->
                table.row(
                    row.get(0),
                    row.get(1),
                    row.get(2) == null ? "Unknown" : row.get(2),
                    whole(row.get(3)),
                    row.get(4),
                    row.get(5),
                    row.get(6) == null ? "not ranked" : row.get(6),
                    row.get(7)));
    return table
        + (rows.stream().anyMatch(row -> row.<Integer>getAs("line") > MOST)
            ? "  ... the others: ./qar export --table provider_benchmark --out places.csv\n"
            : "");
  }

  /** Of several sets of thresholds: quartiles, or what comes first, by the first method. */
  private Column shown() {
    List<Integer> groups = settings.benchmarks().groups();
    return col("method")
        .equalTo(settings.benchmarks().methods().get(0).label())
        .and(col("groups").equalTo(groups.contains(4) ? 4 : groups.get(0)))
        .and(col("source").equalTo("computed"));
  }

  private Dataset<Row> ours(Table table) {
    return store.read(table, KeyRange.of(edition.edition(), settings.reportYear()));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String whole(Object number) {
    return String.format(Locale.ROOT, "%,d", number == null ? 0L : ((Number) number).longValue());
  }
}
