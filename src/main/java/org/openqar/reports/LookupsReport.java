package org.openqar.reports;

import static org.openqar.reports.SummaryReport.MOST;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Settings;
import org.openqar.pipeline.Mergers.Merger;
import org.openqar.pipeline.RunPlan;
import org.openqar.reference.Lookup;

/**
 * Says which lookups a run has, what it lacks without the others, and which providers count as
 * others.
 */
final class LookupsReport {
  private final RunPlan plan;
  private final Settings settings;

  LookupsReport(RunPlan plan, Settings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  /**
   * @param moved gives the effect of a merger on aims, to follow the merger
   */
  String text(Function<Merger, String> moved) {
    Map<Lookup, String> there = new HashMap<>();
    plan.inputs()
        .forEach(
            input ->
                Lookup.at(input.sourceFile())
                    .ifPresent(lookup -> there.put(lookup, folder(input.sourceFile()))));
    StringBuilder text = new StringBuilder("Reference data\n");
    if (there.isEmpty()) {
      text.append(
          settings.reference().isBlank()
              ? "  none: give its folder with --reference\n"
              : "  none of its files is in %s\n".formatted(settings.reference()));
    } else {
      text.append(
          "  found in %s: %s\n"
              .formatted(
                  String.join(", ", new TreeSet<>(there.values())),
                  Lookup.ALL.stream()
                      .filter(there::containsKey)
                      .map(Lookup::file)
                      .collect(Collectors.joining(", "))));
    }
    Lookup.ALL.stream()
        .filter(lookup -> !there.containsKey(lookup))
        .forEach(
            lookup -> text.append("  missing %s: %s\n".formatted(lookup.file(), lookup.lack())));
    if (!plan.strangeReference().isEmpty()) {
      text.append(
          "  not read: %s; no lookup has this name\n"
              .formatted(String.join(", ", plan.strangeReference())));
    }
    return text.append(mergers(moved)).toString();
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private String mergers(Function<Merger, String> moved) {
    List<String> lines = new ArrayList<>();
    for (Merger merger : plan.mergers().all()) {
      AcademicYear from = new AcademicYear(merger.fromYear());
      lines.add(
          merger.fromYear() <= settings.reportYear()
              ? "  merged: provider %d counts as %d from %s%s\n"
                  .formatted(merger.oldUkprn(), merger.newUkprn(), from, moved.apply(merger))
              : "  not merged yet: provider %d counts as %d from %s, after the report year\n"
                  .formatted(merger.oldUkprn(), merger.newUkprn(), from));
    }
    return lines.stream().limit(MOST).collect(Collectors.joining())
        + (lines.size() > MOST ? "  ... the others are in provider_merger\n" : "");
  }
}
