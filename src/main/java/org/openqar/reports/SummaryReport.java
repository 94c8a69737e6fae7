package org.openqar.reports;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    section(settled, text, "National rates, apprenticeships", Tables.QAR_NATIONAL, this::national);
    section(
        settled,
        text,
        "Quartile thresholds, all apprenticeships",
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
    Map<Integer, Long> leavers = new TreeMap<>();
    for (Row row :
        ours(Tables.QAR_AIM)
            .where("qar_status = 'QAR Inclusion'")
            .groupBy("hybrid_end_year")
            .count()
            .collectAsList()) {
      leavers.put(row.getInt(0), row.getLong(1));
    }
    TextTable table = new TextTable("year", "aims in final returns", "leavers (apprenticeships)");
    for (int year = settings.firstLoadedYear(); year <= settings.lastLoadedYear(); year++) {
      table.row(
          new AcademicYear(year),
          whole(returned.getOrDefault(year, 0L)),
          whole(leavers.getOrDefault(year, 0L)));
    }
    Map<String, Long> statuses = new TreeMap<>();
    for (Row row : ours(Tables.QAR_AIM).groupBy("qar_status").count().collectAsList()) {
      statuses.put(row.getString(0), row.getLong(1));
    }
    StringBuilder text = new StringBuilder(table.toString());
    if (statuses.isEmpty()) {
      text.append(
          "  No apprenticeship is in a final return (R14) of %s; in-year returns are loaded, but no"
                  .formatted(settings.loadedYears())
              + " rate comes of them.\n");
    } else {
      text.append("  By status: ")
          .append(
              statuses.entrySet().stream()
                  .map(entry -> entry.getKey() + " " + whole(entry.getValue()))
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
    long unusable = ours(Tables.QAR_AIM).where("data_quality_excl").count();
    if (unusable > 0) {
      text.append("  Unusable, because a deciding value cannot be read:\n");
      for (Row row :
          ours(Tables.QAR_AIM)
              .where("data_quality_excl")
              .groupBy("ukprn")
              .count()
              .orderBy(col("count").desc(), col("ukprn"))
              .takeAsList(MOST)) {
        text.append("    %d: %d\n".formatted(row.getInt(0), row.getLong(1)));
      }
    }
    return text.toString();
  }

  private String national() {
    TextTable table = new TextTable("year", "leavers", "achievement", "retention", "pass");
    List<Row> rows =
        ours(Tables.QAR_NATIONAL)
            .where("dimension = 'total' AND provider_type = 'Total'")
            .select("year", "leavers", "achievement_rate", "retention_rate", "pass_rate")
            .orderBy("year")
            .collectAsList();
    rows.forEach(
        row ->
            table.row(
                new AcademicYear(row.getInt(0)),
                whole(row.get(1)),
                row.get(2),
                row.get(3),
                row.get(4)));
    if (rows.isEmpty()) {
      return "  none\n";
    }
    return settings.firstLoadedYear() == settings.firstReportedYear()
        ? table
            + "  %s comes out too high: aims that ended before the first loaded return are in no file.\n"
                .formatted(new AcademicYear(settings.firstReportedYear()))
        : table.toString();
  }

  private String thresholds() {
    TextTable table = new TextTable("year", "rate", "providers", "q1", "q2", "q3");
    List<Row> rows =
        ours(Tables.QUARTILE_THRESHOLD)
            .where("dimension = 'total'")
            .select("year", "rate", "providers", "q1", "q2", "q3")
            .orderBy("year", "rate")
            .collectAsList();
    rows.forEach(
        row ->
            table.row(
                new AcademicYear(row.getInt(0)),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5)));
    return rows.isEmpty() ? "  none\n" : table.toString();
  }

  private String places() {
    TextTable table =
        new TextTable(
            "provider", "name", "leavers", "achievement", "to national", "quarter", "rank");
    Dataset<Row> names =
        store.read(Tables.PROVIDER).select(col("ukprn").as("named_ukprn"), col("name"));
    List<Row> rows =
        ours(Tables.PROVIDER_BENCHMARK)
            .where(
                col("dimension")
                    .equalTo("total")
                    .and(col("rate").equalTo("achievement"))
                    .and(col("year").equalTo(settings.reportYear())))
            .join(names, col("ukprn").equalTo(col("named_ukprn")), "left")
            .select(
                "ukprn",
                "name",
                "leavers",
                "rate_value",
                "gap_to_national",
                "quartile_label",
                "rank")
            .orderBy(col("rank").asc_nulls_last(), col("ukprn"))
            .takeAsList(MOST + 1);
    rows.stream()
        .limit(MOST)
        .forEach(
            row ->
                table.row(
                    row.get(0),
                    row.get(1) == null ? "Unknown" : row.get(1),
                    whole(row.get(2)),
                    row.get(3),
                    row.get(4),
                    row.get(5) == null ? "not ranked" : row.get(5),
                    row.get(6)));
    if (rows.isEmpty()) {
      return "  none\n";
    }
    return table
        + (rows.size() > MOST
            ? "  ... the others: ./qar export --table provider_benchmark --out places.csv\n"
            : "");
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
