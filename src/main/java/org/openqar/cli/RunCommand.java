package org.openqar.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.openqar.config.Settings;
import org.openqar.pipeline.Pipeline;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.RunResult;
import org.openqar.pipeline.Stage;
import org.openqar.reports.PlanReport;
import org.openqar.reports.SummaryReport;
import org.openqar.rules.Edition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "run",
    description = {
      "Reads the returns and computes every table, from the returned files to each provider's place.",
      "",
      "Without arguments everything comes from conf/qar.yaml. A second run over the same input finds nothing new"
          + " and ends at once; --from computes again."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar run",
      "  ./qar run --returns /data/ilr --reference /data/reference --warehouse /data/qar --report-year 2024",
      "  ./qar run --set rules.breaks.continuation-protects=false"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(
      names = "--returns",
      paramLabel = "DIR",
      description =
          "Folder of the returns: <YYYY>/<Rnn>/ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml or .zip.")
  private String returns;

  @Option(names = "--reference", paramLabel = "DIR", description = "Folder of the reference CSVs.")
  private String reference;

  @Option(
      names = "--from",
      paramLabel = "STAGE",
      description = "First stage to run: ${COMPLETION-CANDIDATES}; the earlier tables stand.")
  private Optional<Stage> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      defaultValue = "BENCHMARKS",
      description = "Last stage to run.")
  private Stage to;

  @Option(
      names = "--dry-run",
      description = "Print what would be read and done, and write nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Settings settings = common.settings(returns, reference);
    Edition edition = common.edition(settings);
    CommandLine line = spec.commandLine();
    PrintWriter out = line.getOut();
    SparkSession spark = qar.sessions().open(settings);
    try {
      ConsoleProgress progress =
          new ConsoleProgress(
              line.getErr(), to.ordinal() - from.orElse(Stage.RETURNS).ordinal() + 1);
      spark.sparkContext().addSparkListener(progress);
      Pipeline pipeline =
          new Pipeline(spark, settings, edition, common.configuration().calendar(), progress);
      if (from.orElse(Stage.RETURNS) == Stage.RETURNS) {
        progress.says("Reading the headers of the returns in %s".formatted(settings.returns()));
      }
      RunPlan plan = pipeline.plan(from.orElse(Stage.RETURNS), to);
      if (dryRun) {
        out.print(PlanReport.of(plan, settings, edition));
        out.flush();
        return Qar.DONE;
      }
      RunResult result =
          (from.isEmpty() ? pipeline.alreadyDone(plan) : Optional.<RunResult>empty())
              .orElseGet(() -> pipeline.run(plan));
      out.print(
          result.nothingNew()
              ? SummaryReport.nothingNew(plan, result, settings)
              : new SummaryReport(pipeline.store(), settings, edition).of(plan, result));
      out.flush();
      spark.sparkContext().removeSparkListener(progress);
      return result.refusedFiles() > settings.refusals().max() ? Qar.REFUSED : Qar.DONE;
    } finally {
      qar.sessions().close(spark);
    }
  }
}
