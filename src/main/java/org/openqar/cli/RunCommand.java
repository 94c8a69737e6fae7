package org.openqar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.pipeline.Pipeline;
import org.openqar.pipeline.Progress;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.RunResult;
import org.openqar.pipeline.Stage;
import org.openqar.pipeline.Stages;
import org.openqar.reports.PlanReport;
import org.openqar.reports.SummaryReport;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
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
      "Reads the returns and computes every table, from the returned files to each provider's"
          + " place.",
      "",
      "Without arguments, all settings come from conf/qar.yaml. A run parses only the files that"
          + " are new or changed since the last run. It computes again the providers whose returns"
          + " changed, and those that share a learner or merged with them. If nothing is new, it"
          + " ends at once; --from computes everything again."
    },
    footer = {
      "",
      "Examples:",
      "  ./qar run",
      "  ./qar run --returns /data/ilr --reference /data/reference --warehouse /data/qar"
          + " --report-year 2024",
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
          "Folder of the returns: <YYYY>/<Rnn>/ILR-<UKPRN>-<YYYY>-<date>-<time>-<nn>.xml, .xml.gz"
              + " or .zip; or a file, or a pattern. May be given several times.")
  private List<String> returns = List.of();

  @Option(names = "--reference", paramLabel = "DIR", description = "Folder of the reference CSVs.")
  private String reference;

  @Option(
      names = "--max-refused",
      paramLabel = "N",
      description =
          "How many refused files the run may have before it ends with exit code 3 (default:"
              + " returns.max-refused of qar.yaml, 0). The others are finished in any case.")
  private Optional<Integer> maxRefused = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "STAGE",
      converter = StageChoice.class,
      completionCandidates = StageChoice.class,
      description =
          "First stage to run: ${COMPLETION-CANDIDATES}; the tables of earlier stages stay as they are.")
  private Optional<Stage> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      converter = StageChoice.class,
      completionCandidates = StageChoice.class,
      description = "Last stage to run.")
  private Stage to = Stages.last();

  @Option(
      names = "--details",
      description =
          "Print how the run works: what the size of the input decided, and Spark's settings.")
  private boolean details;

  @Option(
      names = "--dry-run",
      description =
          "Print what a run would read and do, write nothing, and end with the exit code of that run.")
  private boolean dryRun;

  @Override
  public Integer call() {
    maxRefused.ifPresent(most -> common.override("returns.max-refused", most.toString()));
    Settings settings = common.settings(returns, reference);
    Edition edition = common.edition(settings);
    CommandLine line = spec.commandLine();
    Stage first = from.orElse(Stages.RETURNS);
    int stages = Stages.between(first, to);
    if (stages < 1) {
      throw UserException.usage(
          "--from %s comes after --to %s; the order is %s."
              .formatted(first.label(), to.label(), Stages.labels()));
    }
    ConsoleProgress progress = new ConsoleProgress(line.getErr(), stages);
    try (Engine engine = progress.watching(qar.sessions(), settings)) {
      Pipeline pipeline =
          new Pipeline(engine, settings, edition, common.configuration().calendar(), progress);
      new Places(engine.hadoop(), "--warehouse").refuseUnwritableFolder(settings.warehouse());
      return run(pipeline, settings, edition, progress);
    }
  }

  private int run(Pipeline pipeline, Settings settings, Edition edition, Progress progress) {
    PrintWriter out = spec.commandLine().getOut();
    if (from.orElse(Stages.RETURNS) == Stages.RETURNS) {
      progress.says(
          "Reading the headers of the returns in %s".formatted(settings.returns().shownRoots()));
    }
    RunPlan plan = pipeline.plan(from, to);
    if (details) {
      progress.says(pipeline.sizing(plan).details());
    }
    if (dryRun) {
      return rehearse(pipeline, plan, settings, edition);
    }
    RunResult result = pipeline.alreadyDone(plan).orElseGet(() -> pipeline.run(plan));
    out.print(
        result.nothingNew()
            ? SummaryReport.nothingNew(plan, result, settings)
            : new SummaryReport(pipeline.reader(), settings, edition).of(plan, result));
    out.flush();
    return ending(result.refusedFiles(), settings);
  }

  /** Prints what a run would do, and returns the exit code that it would have. */
  private int rehearse(Pipeline pipeline, RunPlan plan, Settings settings, Edition edition) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<RunResult> done = pipeline.alreadyDone(plan);
    RunPlan rehearsed = done.isPresent() ? plan : pipeline.rehearsed(plan);
    out.print(PlanReport.of(rehearsed, settings, edition));
    done.ifPresent(
        earlier ->
            out.print(
                "\nNothing new since the run of %s; a run would end at once.\n"
                    .formatted(earlier.finishedAt())));
    out.flush();
    return ending(
        done.map(RunResult::refusedFiles).orElseGet(() -> pipeline.refusals(rehearsed)), settings);
  }

  private static int ending(int refusedFiles, Settings settings) {
    return refusedFiles > settings.returns().maxRefused() ? Qar.REFUSED : Qar.DONE;
  }
}
