package org.openqar.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.pipeline.RunPlan;
import org.openqar.returns.JudgedFile;
import org.openqar.returns.JudgedFile.Status;
import org.openqar.rules.Edition;
import org.openqar.tables.Table;

/** Describes what a run would do, for the reader of a dry run. */
public final class PlanReport {
  private PlanReport() {}

  public static String of(RunPlan plan, Settings settings, Edition edition) {
    StringBuilder text = new StringBuilder();
    text.append("Plan (nothing is written)\n\n");
    text.append("  edition    %s: %s\n".formatted(edition.edition(), edition.title()));
    text.append(
        "  reports    %d to %d, from final returns of %s\n"
            .formatted(
                settings.firstReportedYear(), settings.reportYear(), settings.loadedYears()));
    text.append(
        "  returns    %s\n  reference  %s\n  warehouse  %s\n\n"
            .formatted(
                settings.returns().shownRoots(),
                settings.reference().isBlank() ? "none" : settings.reference(),
                settings.warehouse()));
    text.append(files(plan));
    text.append(gaps(plan.gaps()));
    text.append(new LookupsReport(plan, settings).text(any -> "")).append('\n');
    text.append("Stages and the tables that they replace\n");
    plan.stages()
        .forEach(
            stage ->
                text.append(
                    "  %-10s  %s\n"
                        .formatted(
                            stage.label(),
                            stage.writes().stream()
                                .map(Table::name)
                                .collect(Collectors.joining(", ")))));
    return text.toString();
  }

  private static String files(RunPlan plan) {
    List<JudgedFile> files = plan.returns().files();
    if (files.isEmpty()) {
      return "No files are read: the tables of the earlier stages stand.\n\n";
    }
    StringBuilder text = new StringBuilder();
    Map<String, Integer> perReturn = new TreeMap<>();
    files.stream()
        .filter(file -> file.year() != null && file.returnNumber() != null)
        .forEach(
            file ->
                perReturn.merge(
                    file.year() + " " + CollectionCalendar.name(file.returnNumber()),
                    1,
                    Integer::sum));
    text.append("Files by year and return\n");
    perReturn.forEach((key, count) -> text.append("  %s  %d\n".formatted(key, count)));
    text.append("\nFiles\n");
    TextTable table = new TextTable("provider", "year", "return", "becomes", "file");
    for (JudgedFile file : files) {
      table.row(
          file.ukprn(),
          file.year(),
          file.returnNumber() == null ? null : CollectionCalendar.name(file.returnNumber()),
          file.status().label(),
          file.file().name());
    }
    text.append(table).append(SummaryReport.noReturns(plan)).append('\n');
    text.append(notes(plan, files));
    return text.toString();
  }

  private static String notes(RunPlan plan, List<JudgedFile> files) {
    StringBuilder text = new StringBuilder();
    for (JudgedFile file : files) {
      if (file.status() == Status.REFUSED) {
        text.append("  refused: %s: %s\n".formatted(file.file().name(), file.reason().orElse("")));
      }
    }
    plan.returns().allWarnings().forEach(line -> text.append("  note: ").append(line).append('\n'));
    return text.isEmpty() ? "" : "Refused or odd\n" + text + "\n";
  }

  static String gaps(List<org.openqar.returns.Returns.Gap> gaps) {
    if (gaps.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "Gaps: provider-years without a usable final return; nothing becomes overdue by them\n");
    gaps.forEach(gap -> text.append("  %d %s\n".formatted(gap.ukprn(), gap.year())));
    return text.append('\n').toString();
  }
}
