package org.openqar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.pipeline.Variants;
import org.openqar.reports.Comparison;
import org.openqar.reports.ComparisonReport;
import org.openqar.reports.PublishedComparison;
import org.openqar.reports.PublishedComparisonReport;
import org.openqar.reports.Sensitivity;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
import org.openqar.tables.TableReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What another rule set makes of the same returns, or how our rates stand beside published ones.
 */
@Command(
    name = "compare",
    description = {
      "Judges the same returns by two rule sets and tells which aims change status or year and by"
          + " which rule, and what that does to the rates of each provider and of all together, in"
          + " points.",
      "",
      "Give two editions, or one and some of its parameters changed; --sensitivity changes them one"
          + " at a time. All is computed in a copy of the warehouse, which is deleted at the end;"
          + " the warehouse stays as it is.",
      "",
      "--published sets the rates that the last run wrote beside published ones instead, within"
          + " their rounding, with the difference in points: tables that were imported (qar"
          + " import-published), and the national apprenticeship rates that come with the program."
          + " It computes none."
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

  @Option(
      names = "--returns",
      paramLabel = "DIR",
      description = "Folder of the returns, as for qar run. May be given several times.")
  private List<String> returns = List.of();

  @Option(names = "--reference", paramLabel = "DIR", description = "Folder of the reference CSVs.")
  private String reference;

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
          "With --published: only that publication (default: all that were imported, and"
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
    Settings settings = common.settings(returns, reference);
    Edition before = common.edition(first(settings), Map.of());
    List<Edition> others = others(before);
    CommandLine line = spec.commandLine();
    ConsoleProgress progress = new ConsoleProgress(line.getErr(), 4 * (1 + others.size()));
    try (Engine engine = progress.watching(qar.sessions(), settings);
        Variants variants =
            new Variants(engine, settings, common.configuration().calendar(), progress)) {
      Comparison.Side left = side(variants, before, settings);
      Sensitivity table = new Sensitivity(settings.reportYear());
      for (Edition other : others) {
        Comparison.Side right = side(variants, other, settings);
        try (ComparisonReport report = new ComparisonReport(new Comparison(left, right))) {
          table.add(other.edition(), report);
          print(before, other, report, engine.hadoop());
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
    if (sensitivity || !returns.isEmpty() || reference != null) {
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

  private void print(Edition before, Edition other, ComparisonReport report, Configuration hadoop) {
    PrintWriter text = spec.commandLine().getOut();
    text.print("%s compared with %s: ".formatted(before.edition(), other.edition()));
    text.println(sensitivity ? "%d aims".formatted(report.changedAims()) : report.text());
    if (out != null) {
      report.write(
          Common.fromHere(out)
              + (sensitivity ? "/" + other.edition().replaceAll("[^A-Za-z0-9.=+-]", "_") : ""),
          hadoop);
    }
  }

  private String first(Settings settings) {
    return common.editions().isEmpty() ? settings.edition() : common.editions().get(0);
  }

  private List<Edition> others(Edition before) {
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
    List<Edition> others = new ArrayList<>();
    if (sensitivity) {
      changes.forEach((key, value) -> others.add(common.edition(name, Map.of(key, value))));
    } else {
      others.add(common.edition(name, changes));
    }
    return others;
  }

  private static UserException refused(String why) {
    return UserException.usage(why);
  }
}
