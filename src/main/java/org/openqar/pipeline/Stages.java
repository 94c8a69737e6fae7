package org.openqar.pipeline;

import static org.openqar.pipeline.Stage.stage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openqar.aims.AimsStage;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.imports.ProgramFigures;
import org.openqar.measures.MeasuresStage;
import org.openqar.pipeline.Source.Change;
import org.openqar.reference.ReferenceStage;
import org.openqar.returns.LoadedReturns;
import org.openqar.returns.Returns;
import org.openqar.returns.ReturnsStage;
import org.openqar.tables.TableLayer;
import org.openqar.tables.Tables;

/** The stages, in the one direction in which data flows. */
public final class Stages {
  private Stages() {}

  private static final Source RETURNED_FILES =
      new Source(
          "ILR returns",
          List.of("XML or ZIP, one a", "provider, year and", "return (R01 to R14)"),
          name -> !Inputs.isReference(name) && !Inputs.isPublished(name),
          Inputs::returned,
          Change.SOME_PROVIDERS);

  private static final Source REFERENCE_FILES =
      new Source(
          "Reference CSVs",
          List.of("providers, mergers,", "standards, frameworks,", "aims, postcodes"),
          Inputs::isReference,
          Inputs::reference,
          Change.EVERYTHING);

  private static final Source PUBLICATIONS =
      new Source(
          "Published tables",
          List.of("imported, one", "publication at a time"),
          Inputs::isPublished,
          Inputs::published,
          Change.THIS_STAGE);

  public static final Stage RETURNS =
      stage("returns")
          .does("read the files that count")
          .from(RETURNED_FILES)
          .writes(Tables.ofStage(TableLayer.RETURNS))
          .settledBy(Job::waysOfReading)
          .loggedAs("reading_fingerprint")
          .whenOutdated(
              "The last run read the returns under other settings, or with another version of the"
                  + " program")
          .handsOn(
              (tools, before) -> {
                Returns read =
                    new ReturnsStage(
                            tools.spark(),
                            tools.store(),
                            tools.job().reading().options(),
                            tools.startedAt())
                        .run(before.returns(), loaded(tools));
                return new HandedOn(
                    read, tools.job().gaps(read.finalYears()), Changed.since(tools));
              });

  public static final Stage REFERENCE =
      stage("reference")
          .does("read the lookups")
          .from(REFERENCE_FILES)
          .writes(Tables.ofStage(TableLayer.REFERENCE))
          .runs(
              (tools, before) ->
                  new ReferenceStage(tools.spark(), tools.store(), tools.job().reference()).run());

  public static final Stage AIMS =
      stage("aims")
          .does("link each aim through the years")
          .reads(
              Tables.RETURN_FILE,
              Tables.RETURNED_LEARNER,
              Tables.RETURNED_DELIVERY,
              Tables.RETURNED_DESTINATION,
              Tables.PROVIDER_MERGER,
              Tables.LEARNING_AIM,
              Tables.STANDARD)
          .writes(Tables.AIM)
          .forEachEdition()
          .settledBy(
              job -> List.of(job.settings().window().toString(), AimsStage.method(job.edition())))
          .loggedAs("aims_fingerprint")
          .whenMissing("There are no aims yet")
          .whenOutdated(
              "The aims were matched from other returns, reference data or settings than those of"
                  + " now")
          .handsOn(
              (tools, before) ->
                  before.withScope(
                      new AimsStage(tools.store(), tools.job().settings(), tools.job().edition())
                          .run(before.scope())));

  public static final Stage MEASURES =
      stage("measures")
          .does("judge each aim, count and rate")
          .reads(
              Tables.AIM,
              Tables.PROVIDER,
              Tables.LEARNING_AIM,
              Tables.STANDARD,
              Tables.FRAMEWORK,
              Tables.POSTCODE)
          .writes(Tables.QAR_AIM, Tables.QAR_PROVIDER, Tables.QAR_NATIONAL)
          .forEachEdition()
          .appliesRules()
          .settledBy(Job::rules)
          .settlementLoggedAs("rule_fingerprint")
          .whenOutdated("The current aims were not judged by the current rules")
          .runs(
              (tools, before) ->
                  new MeasuresStage(
                          tools.store(),
                          tools.job().settings(),
                          tools.job().edition(),
                          tools.job().book())
                      .run(
                          before.scope(),
                          tools
                              .job()
                              .mergers()
                              .bySurvivor(before.gaps(), tools.job().settings().reportYear())));

  public static final Stage BENCHMARKS =
      stage("benchmarks")
          .does("thresholds and places")
          .from(PUBLICATIONS)
          .reads(Tables.QAR_PROVIDER, Tables.QAR_NATIONAL, Tables.PROVIDER, Tables.PROVIDER_GROUP)
          .writes(
              Tables.QUARTILE_THRESHOLD,
              Tables.STANDARD_THRESHOLD,
              Tables.PROVIDER_BENCHMARK,
              Tables.PROVIDER_PEER,
              Tables.GROUP_BENCHMARK)
          .forEachEdition()
          .settledBy(
              job -> List.of(job.settings().benchmarks().toString(), ProgramFigures.fingerprint()))
          .runs(
              (tools, before) ->
                  new BenchmarksStage(tools.store(), tools.job().settings(), tools.job().edition())
                      .run());

  /** Returns all stages. */
  public static final List<Stage> ALL = List.of(RETURNS, REFERENCE, AIMS, MEASURES, BENCHMARKS);

  /**
   * Returns the part of the returns tables that a run may keep: nothing unless the newest run left
   * them as they are.
   */
  private static LoadedReturns loaded(Tools tools) {
    String now = tools.plan().fingerprints().of(RETURNS);
    boolean sound =
        !tools.plan().afresh()
            && tools
                .log()
                .newest()
                .filter(run -> run.hash("reading_fingerprint").equals(now))
                .filter(run -> tools.log().stillStands(run, List.of(RETURNS)))
                .isPresent();
    return LoadedReturns.of(tools.log().now().tables(), sound);
  }

  /** Returns the last stage. */
  public static Stage last() {
    return ALL.get(ALL.size() - 1);
  }

  /** Finds a stage by its label, in upper or lower case. */
  public static Optional<Stage> named(String label) {
    return ALL.stream().filter(stage -> stage.label().equalsIgnoreCase(label)).findFirst();
  }

  /** Lists the names of all stages, as people write them. */
  public static String labels() {
    return ALL.stream().map(Stage::label).collect(Collectors.joining(", "));
  }

  /** Counts the stages from one to another, including both. */
  public static int between(Stage first, Stage last) {
    return ALL.indexOf(last) - ALL.indexOf(first) + 1;
  }

  /** Lists the stages for the command line. */
  public static List<String> choices() {
    return ALL.stream().map(stage -> stage.label().toUpperCase(Locale.ROOT)).toList();
  }
}
