package org.openqar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openqar.config.Settings;
import org.openqar.config.Yaml;
import org.openqar.messages.UserException;
import org.openqar.pipeline.Pipeline;
import org.openqar.pipeline.RunPlan;
import org.openqar.pipeline.Stages;
import org.openqar.reports.Study;
import org.openqar.reports.StudyReport;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.spark.Engine;
import org.openqar.tables.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a benchmarking study of a sector. */
@Command(
    name = "study",
    description = {
      "Runs a benchmarking study that a file describes: which providers, years, editions, report"
          + " types and breakdowns, and the methods for thresholds. The providers that it names"
          + " are a sector of their own: thresholds, ranks and the sector's rate come from them"
          + " alone.",
      "",
      "The command first computes what the tables lack. The results are CSV files with the study's"
          + " file beside them; the same file on the same returns gives the same bytes on one"
          + " core, on two or on a cluster."
    },
    footer = {"", "Example:", "  ./qar study conf/studies/apprenticeships.yaml --out study"},
    mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
  @ParentCommand private Qar qar;
  @Spec private CommandSpec spec;
  @Mixin private Common common;
  @Mixin private InputOptions inputs;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The study, such as conf/studies/apprenticeships.yaml, which explains each key.")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; results of an earlier study are replaced.")
  private String out;

  @Override
  public Integer call() {
    Study study = study();
    common.override("report-year", String.valueOf(study.reportYear()));
    Settings settings = inputs.settings(common);
    List<Edition> editions =
        study.editions().stream().map(name -> common.edition(name, Map.of())).toList();
    Places places = new Places(qar.sessions().hadoop(settings), "--out");
    places.refuseUnwritableFolder(Common.fromHere(out));
    PrintWriter text = spec.commandLine().getOut();
    ConsoleProgress progress =
        new ConsoleProgress(
            spec.commandLine().getErr(), Stages.ALL.size() * study.editions().size());
    try (Engine engine = progress.watching(qar.sessions(), settings)) {
      new Places(engine.hadoop(), "--warehouse").refuseUnwritableFolder(settings.warehouse());
      List<RunPlan> plans = new ArrayList<>();
      for (Edition edition : editions) {
        progress.says("Rules of %s".formatted(edition.edition()));
        Pipeline pipeline =
            new Pipeline(engine, settings, edition, common.configuration().calendar(), progress);
        RunPlan plan = pipeline.plan(Optional.empty(), Stages.BENCHMARKS);
        if (pipeline.alreadyDone(plan).isEmpty()) {
          pipeline.run(plan);
        }
        plans.add(plan);
      }
      StudyReport report =
          new StudyReport(new TableStore(engine.spark(), settings.warehouse()), study, settings);
      for (int i = 0; i < plans.size(); i++) {
        Edition edition = editions.get(i);
        report.add(edition.edition(), ReportTypes.book(edition, study.reportYear()), plans.get(i));
      }
      report
          .write(Common.fromHere(out), bytes())
          .forEach((name, rows) -> text.printf("%s/%s: %d rows%n", out, name, rows));
      text.flush();
      return Qar.DONE;
    }
  }

  private Study study() {
    Path absolute = file.toAbsolutePath();
    return Yaml.read(absolute.getParent(), absolute.getFileName().toString()).as(Study.class);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(file),
          e,
          "check that it is there and that you may read it");
    }
  }
}
