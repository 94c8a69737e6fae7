package org.openqar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.pipeline.Variants;
import org.openqar.reports.Comparison;
import org.openqar.reports.ComparisonReport;
import org.openqar.reports.Differing;
import org.openqar.reports.PublishedComparison;
import org.openqar.reports.PublishedComparisonReport;
import org.openqar.reports.Sensitivity;
import org.openqar.reports.Unmet;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
import org.openqar.tables.Filter;
import org.openqar.tables.TableReader;
import org.openqar.tables.Tables;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Shows what another rule set makes of the same returns, or sets our rates beside published ones.
 */
@Command(
    name = "compare",
    description = {
      "Judges the same returns by two rule sets and shows which aims change status or year and by"
          + " which rule, and what that does to the rates of each provider and of all together, in"
          + " points.",
      "",
      "Give two editions, or one edition and changes to its parameters; --sensitivity makes the"
          + " changes one at a time. The command first says in what they differ, and what of this no"
          + " loaded record can meet. If that is all of it, it computes nothing. Otherwise it computes"
          + " in a copy of the warehouse, which it deletes at the end; the warehouse stays as it is.",
      "",
      "--published instead sets the rates that the last run wrote beside published ones, within"
          + " their rounding, with the difference in points: imported tables (qar"
          + " import-published), and the national apprenticeship rates that come with the program."
          + " It computes no rates."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar compare --edition 2023-24 --edition 2024-25",
      "  ./qar compare --edition 2024-25 --set rules.durations.inclusive=false",
      "  ./qar compare --set rules.breaks.continuation-protects=false --set"
          + " rules.exclusions.transfer-days=90 --sensitivity",
      "  ./qar compare --published --publication AchievementRatesNational_2017-18"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;
  @Mixin private InputOptions inputs;

  @Option(
      names = "--sensitivity",
      description = "Change one parameter at a time, and show a line for each.")
  private boolean sensitivity;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write changes.csv, tally.csv and effect.csv here as well; with --published"
              + " published_comparison.csv.")
  private String out;

  @Option(
      names = "--published",
      description = "Compare with published figures instead of another rule set.")
  private boolean published;

  @Option(
      names = "--publication",
      paramLabel = "NAME",
      description =
          "With --published: only this publication (default: all imported ones, and"
              + " dfe-apprenticeship-national, which comes with the program).")
  private String publication;

  @Override
  public Integer call() {
    if (out != null) {
      new Places(qar.sessions().hadoop(common.settings()), "--out")
          .refuseUnwritableFolder(Common.fromHere(out));
    }
    if (published) {
      return besidePublished();
    }
    if (publication != null) {
      throw refused("--publication goes with --published.");
    }
    Settings settings = inputs.settings(common);
    Edition before = common.edition(first(settings), Map.of());
    List<Other> others = others(before);
    CommandLine line = spec.commandLine();
    if (answersInASentence() && others.get(0).differing().inNothing()) {
      line.getOut().println(heading(before, others.get(0)) + "No aim can change.");
      line.getOut().flush();
      return Qar.DONE;
    }
    ConsoleProgress progress = new ConsoleProgress(line.getErr(), 4 * (1 + others.size()));
    try (Engine engine = progress.watching(qar.sessions(), settings);
        Variants variants =
            new Variants(engine, settings, common.configuration().calendar(), progress)) {
      Comparison.Side left = side(variants, before, settings);
      Sensitivity table = new Sensitivity(settings.reportYear());
      for (Other other : others) {
        String unmet = "";
        if (!sensitivity) {
          Unmet found = new Unmet(other.differing(), left, hasR04(left));
          unmet = found.text();
          if (answersInASentence() && found.everything()) {
            line.getOut().println(heading(before, other) + unmet);
            continue;
          }
        }
        Comparison.Side right = side(variants, other.edition(), settings);
        try (ComparisonReport report = new ComparisonReport(new Comparison(left, right))) {
          table.add(other.edition().edition(), report);
          print(before, other, unmet, report, engine.hadoop());
        }
      }
      if (sensitivity) {
        line.getOut().print(table);
      }
      line.getOut().flush();
      return Qar.DONE;
    }
  }

  private int besidePublished() {
    if (sensitivity || inputs.given()) {
      throw refused(
          "--published reads the warehouse alone: leave --sensitivity, --returns and --reference"
              + " out.");
    }
    if (common.editions().size() > 1) {
      throw refused("--published takes one --edition.");
    }
    Settings settings = common.settings();
    String edition = common.edition(settings).edition();
    Configuration hadoop = qar.sessions().hadoop(settings);
    try (PublishedComparisonReport report =
        new PublishedComparisonReport(
            new PublishedComparison(
                new TableReader(hadoop, settings.warehouse()),
                edition,
                settings.reportYear(),
                Optional.ofNullable(publication)))) {
      spec.commandLine().getOut().print(report.text());
      spec.commandLine().getOut().flush();
      if (out != null) {
        report.write(Common.fromHere(out), hadoop);
      }
      return Qar.DONE;
    }
  }

  private static Comparison.Side side(Variants variants, Edition edition, Settings settings) {
    return new Comparison.Side(variants.run(edition), edition.edition(), settings.reportYear());
  }

  /**
   * Whether one sentence can answer the comparison, because the command asks for no files and no
   * table.
   */
  private boolean answersInASentence() {
    return out == null && !sensitivity;
  }

  /** A rule set to compare with the first, and how the two differ. */
  private record Other(Edition edition, Differing differing) {}

  /** Whether the loaded returns include an R04. */
  private static boolean hasR04(Comparison.Side side) {
    return side.reader().list(Tables.RETURN_FILE, List.of("return_number"), Filter.all()).stream()
        .anyMatch(
            file ->
                Integer.valueOf(CollectionCalendar.LOOK_AHEAD).equals(file.getAs("return_number")));
  }

  private String heading(Edition before, Other other) {
    return "%s compared with %s. %s%n"
        .formatted(before.edition(), other.edition().edition(), other.differing().text());
  }

  private void print(
      Edition before, Other other, String unmet, ComparisonReport report, Configuration hadoop) {
    PrintWriter text = spec.commandLine().getOut();
    if (sensitivity) {
      text.print("%s compared with %s: ".formatted(before.edition(), other.edition().edition()));
      text.println("%d aims".formatted(report.changedAims()));
    } else {
      text.print(heading(before, other) + (unmet.isEmpty() ? "" : unmet + "\n"));
      text.println(report.text());
    }
    if (out != null) {
      report.write(
          Common.fromHere(out)
              + (sensitivity
                  ? "/" + other.edition().edition().replaceAll("[^A-Za-z0-9.=+-]", "_")
                  : ""),
          hadoop);
    }
  }

  private String first(Settings settings) {
    return common.editions().isEmpty() ? settings.edition() : common.editions().get(0);
  }

  private List<Other> others(Edition before) {
    List<String> names = common.editions();
    Map<String, String> changes = common.configuration().ruleChanges();
    if (names.size() > 2) {
      throw refused("Two editions can be compared; %d are given.".formatted(names.size()));
    }
    if (names.size() < 2 && changes.isEmpty()) {
      throw refused(
          "There is nothing to compare %s with: give a second --edition, or --set rules.KEY=VALUE."
              .formatted(before.edition()));
    }
    if (sensitivity && changes.isEmpty()) {
      throw refused("--sensitivity needs at least one --set rules.KEY=VALUE.");
    }
    String name = names.size() == 2 ? names.get(1) : before.edition();
    List<Other> others = new ArrayList<>();
    if (sensitivity) {
      changes.forEach((key, value) -> others.add(other(before, name, Map.of(key, value))));
    } else {
      others.add(other(before, name, changes));
    }
    return others;
  }

  private Other other(Edition before, String name, Map<String, String> changes) {
    Edition edition = common.edition(name, changes);
    return new Other(
        edition,
        new Differing(
            before,
            common.configuration().parameters(before.edition()),
            edition,
            common.configuration().parameters(name, changes),
            changes));
  }

  private static UserException refused(String why) {
    return UserException.usage(why);
  }
}
