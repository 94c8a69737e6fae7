package org.openqar.reports;

import static java.util.stream.Collectors.toSet;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.RunResult;
import org.openqar.pipeline.Stage;
import org.openqar.rules.Edition;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;

/** Describes the result of a run, for the person who started it. */
public final class SummaryReport {
  /** The longest list shown. A longer one is cut, and says so. */
  static final int MOST = 25;

  private final TableReader reader;
  private final Settings settings;
  private final Edition edition;

  /**
   * @param reader reads the tables as the run left them
   */
  public SummaryReport(TableReader reader, Settings settings, Edition edition) {
    this.reader = reader;
    this.settings = settings;
    this.edition = edition;
  }

  /** Returns the few lines for a run that found nothing new. */
  public static String nothingNew(RunPlan plan, RunResult result, Settings settings) {
    return """
    Nothing new: the %d files, the settings and the rules are those of the run of %s.
    Its tables stand in %s. To compute them again: ./qar run --from returns
    """
        .formatted(plan.inputs().size(), result.finishedAt(), settings.warehouse());
  }

  public String of(RunPlan plan, RunResult result) {
    Set<TableLayer> settled = plan.stages().stream().map(Stage::layer).collect(toSet());
    RatesSummary rates = new RatesSummary(reader, settings, edition);
    StringBuilder text = new StringBuilder();
    text.append('\n');
    AimsSummary aims = new AimsSummary(reader, settings, edition);
    section(
        settled,
        text,
        "Returns",
        Tables.RETURN_FILE,
        () -> new ReturnsSummary(reader, settings).text() + noReturns(plan));
    text.append(PlanReport.gaps(result.gaps()));
    text.append(scope(result.scope()));
    text.append(
            new LookupsReport(plan, settings)
                .text(merger -> settled.contains(TableLayer.AIMS) ? aims.moved(merger) : ""))
        .append('\n');
    section(settled, text, "Aims", Tables.QAR_AIM, aims::text);
    section(settled, text, rates.title(), Tables.QAR_NATIONAL, rates::together);
    section(
        settled,
        text,
        "Quartile thresholds, all aims of a report type",
        Tables.QUARTILE_THRESHOLD,
        rates::thresholds);
    section(
        settled,
        text,
        "Where providers stand in " + new AcademicYear(settings.reportYear()),
        Tables.PROVIDER_BENCHMARK,
        rates::places);
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

  /** Returns one line on the files in the returns folder that are not returns. */
  static String noReturns(RunPlan plan) {
    long files = plan.noReturns().values().stream().mapToLong(Long::longValue).sum();
    return files == 0
        ? ""
        : "  %d other %s not read, because their names are not those of returns: %s\n"
            .formatted(
                files,
                files == 1 ? "file was" : "files were",
                plan.noReturns().entrySet().stream()
                    .map(ending -> ending.getValue() + " " + ending.getKey())
                    .collect(Collectors.joining(", ")));
  }

  /** Says how much the run computed, if it did not compute everything. */
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

  /**
   * Shows only the tables that belong to this run. Readers would take a table of an earlier run for
   * its result.
   */
  private static void section(
      Set<TableLayer> settled,
      StringBuilder text,
      String title,
      Table table,
      Supplier<String> body) {
    if (settled.contains(table.layer())) {
      text.append(title).append('\n').append(body.get()).append('\n');
    }
  }

  static String whole(Object number) {
    return String.format(Locale.ROOT, "%,d", number == null ? 0L : ((Number) number).longValue());
  }
}
