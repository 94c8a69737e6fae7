package org.openqar.cli;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.pipeline.Pipeline;
import org.openqar.privacy.PseudonymKey;
import org.openqar.reports.Explanation;
import org.openqar.reports.SoughtLearner;
import org.openqar.rules.Edition;
import org.openqar.tables.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Why an aim was counted where it was, or was not. */
@Command(
    name = "explain",
    description = {
      "Why a learner's aims count where they do: the returned values by year, how they were matched, each candidate"
          + " year and which won, every rule tried with the values it read, its clause and its verdict."
    },
    footer = {"", "Example:", "  ./qar explain --ukprn 10000100 --learner 0009000011"},
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** How the explanation is written. */
  enum Format {
    PROSE,
    JSON
  }

  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(names = "--ukprn", required = true, paramLabel = "N", description = "The provider.")
  private int ukprn;

  @Option(
      names = "--learner",
      required = true,
      paramLabel = "REF",
      description = "LearnRefNumber in any of the years, or the ULN.")
  private String learner;

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description =
          "Where the tables hold pseudonyms: the file with the key they were made with, so that REF is a real number"
              + " (default: privacy.pseudonym-key-file of qar.yaml).")
  private String pseudonymKeyFile;

  @Option(
      names = "--format",
      defaultValue = "PROSE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  private SoughtLearner sought(Settings settings, SparkSession spark) {
    String file =
        pseudonymKeyFile == null
            ? settings.privacy().pseudonymKeyFile()
            : Common.fromHere(pseudonymKeyFile);
    return file.isBlank()
        ? SoughtLearner.as(learner.trim())
        : SoughtLearner.under(
            PseudonymKey.read(file, spark.sparkContext().hadoopConfiguration()), learner.trim());
  }

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Edition edition = common.edition(settings);
    SparkSession spark = qar.sessions().open(settings);
    try {
      Explanation explanation =
          new Explanation(
              new TableStore(spark, settings.warehouse()),
              settings,
              edition,
              Pipeline.book(edition, settings.reportYear()));
      var aims = explanation.of(ukprn, sought(settings, spark));
      var out = spec.commandLine().getOut();
      out.print(format == Format.JSON ? explanation.json(aims) : explanation.prose(aims));
      out.flush();
      return aims.found() ? Qar.DONE : Qar.FAILED;
    } finally {
      qar.sessions().close(spark);
    }
  }
}
