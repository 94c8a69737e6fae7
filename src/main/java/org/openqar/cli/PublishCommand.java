package org.openqar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.publish.Policy;
import org.openqar.publish.Publication;
import org.openqar.publish.Publication.Written;
import org.openqar.reports.RunsThere;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportType;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.RuleBook;
import org.openqar.tables.TableReader;
import org.openqar.tables.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes counts and rates as files that can be given away. */
@Command(
    name = "publish",
    description = {
      "Writes the counts and rates of an edition and report year as a folder that can be published:"
          + " for each report a national and a provider file as explore education statistics takes"
          + " them (name.csv, name.meta.csv), with CSVW metadata, one Frictionless data package"
          + " with checksums, and a page that describes how the figures were made.",
      "",
      "The policy decides what may be seen:",
      "  dfe-narts  as the Department publishes: counts to the nearest 10, low under 5; rates of"
          + " the true counts, x where fewer than 5 are above or below the line",
      "  strict     counts to the nearest 10, rates of these counts; small cells are hidden, and"
          + " others too, so that no sum reveals one",
      "  none       everything as it is, for people who may see it",
      "",
      "The command writes the whole folder or nothing."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar publish --policy strict --out published",
      "  ./qar publish --policy dfe-narts --report-type apprenticeship --out apprenticeships"
          + " --replace"
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "NAME",
      description = "dfe-narts, strict or none.")
  private String policy;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder; new, empty, or an earlier package with --replace.")
  private String out;

  @Option(
      names = "--fill-absent",
      description =
          "With policy dfe-narts: add a row of low for each cell that the nation has and a"
              + " provider or type of provider does not have, so that low means 0 to 4. Without"
              + " this option such a cell has no row, which shows that nobody is in it.")
  private boolean fillAbsent;

  @Option(names = "--replace", description = "Replace an earlier package with the new one.")
  private boolean replace;

  @Option(
      names = "--report-type",
      paramLabel = "NAME",
      description =
          "Only this report, such as apprenticeship. May be given several times (default: all).")
  private List<String> reportTypes = List.of();

  @Override
  public Integer call() {
    Policy chosen = Policy.named(policy);
    Settings settings = common.settings();
    Edition edition = common.edition(settings);
    RuleBook book = ReportTypes.book(edition, settings.reportYear());
    refuseStrange(book);
    RunsThere.refuseMissing(
        new TableReader(qar.sessions().hadoop(settings), settings.warehouse()),
        edition.edition(),
        settings.reportYear());
    new Places(qar.sessions().hadoop(settings), "--out")
        .refuseUnwritableFolder(Common.fromHere(out));
    SparkSession spark = qar.sessions().open(settings);
    try {
      PrintWriter text = spec.commandLine().getOut();
      List<Written> written =
          new Publication(
                  spark,
                  new TableStore(spark, settings.warehouse()),
                  edition,
                  settings.reportYear(),
                  book,
                  chosen,
                  fillAbsent,
                  this::say)
              .write(reportTypes, Common.fromHere(out), replace);
      written.forEach(
          file ->
              text.printf(
                  "%s/%s: %d rows, %d of them hidden (%s %%)%n",
                  out, file.file(), file.rows(), file.hidden(), file.share()));
      text.printf("How the figures were made: %s/methodology.md%n", out);
      written.stream()
          .filter(Written::isMostlyHidden)
          .forEach(
              file ->
                  text.printf(
                      "More than half of %s is hidden (%s %%): most of its cells are too small, or"
                          + " would reveal one that is.%n",
                      file.file(), file.share()));
      return Qar.DONE;
    } finally {
      qar.sessions().close(spark);
    }
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void refuseStrange(RuleBook book) {
    List<String> known = book.reportTypes().stream().map(ReportType::name).toList();
    for (String reportType : reportTypes) {
      if (!known.contains(reportType)) {
        throw UserException.usage(
            "There is no report %s; the reports are %s."
                .formatted(reportType, String.join(", ", known)));
      }
    }
  }
}
