package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.returns.JudgedFile;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
import org.openqar.tables.TableReader;
import org.openqar.tables.TableStore;

/**
 * One run of the job for an edition and report year: {@link Planner} decides what to do, and {@link
 * Runner} does it. A session starts only if there is something to do.
 */
public final class Pipeline {
  private final List<Stage> stages;
  private final Engine engine;
  private final Settings settings;
  private final Progress progress;
  private final Job job;
  private final Planner planner;

  /**
   * @throws org.openqar.messages.UserException if a history that is kept as published lacks a run
   */
  public Pipeline(
      Engine engine,
      Settings settings,
      Edition edition,
      CollectionCalendar calendar,
      Progress progress) {
    this(Stages.ALL, engine, settings, edition, calendar, progress);
  }

  Pipeline(
      List<Stage> stages,
      Engine engine,
      Settings settings,
      Edition edition,
      CollectionCalendar calendar,
      Progress progress) {
    this.stages = List.copyOf(stages);
    this.engine = engine;
    this.settings = settings;
    this.progress = progress;
    this.job =
        new Job(
            engine, settings, edition, calendar, new RunLog(engine.hadoop(), settings.warehouse()));
    this.planner = new Planner(this.stages, job);
  }

  /** Returns a reader of the current tables that needs no session. */
  public TableReader reader() {
    return new TableReader(engine.hadoop(), settings.warehouse());
  }

  /** Returns the store of the tables; starts a session. */
  public TableStore store() {
    return new TableStore(engine.spark(), settings.warehouse());
  }

  /**
   * Plans a run; writes nothing.
   *
   * @param from the first stage to run again, on the tables of the stages before; empty to compute
   *     only what changed
   * @param to the last stage to run
   * @throws org.openqar.messages.UserException if it must start from tables that do not exist
   * @throws org.openqar.messages.UserException if there is no return, or the tables to start from
   *     are out of date
   */
  public RunPlan plan(Optional<Stage> from, Stage to) {
    return planner.plan(from, to);
  }

  /** Finds the run whose tables already hold what a plan would compute. */
  public Optional<RunResult> alreadyDone(RunPlan plan) {
    return planner.alreadyDone(plan);
  }

  /**
   * Completes the plan as a run would: looks at the tables, and reads the files that count and the
   * reference files to their ends. Writes nothing.
   *
   * @throws org.openqar.messages.UserException if the run would refuse to go on, in its words
   */
  public RunPlan rehearsed(RunPlan plan) {
    refuseOutdated(plan);
    if (plan.stages().contains(Stages.REFERENCE)) {
      job.reference().check();
    }
    return plan.returns().files().isEmpty()
        ? plan
        : plan.with(job.readThrough(plan.returns()), job::gaps);
  }

  /** Returns how many files a run of a plan would refuse. */
  public int refusals(RunPlan plan) {
    return plan.returns().files().isEmpty()
        ? job.log().refusals()
        : plan.returns().with(JudgedFile.Status.REFUSED).size();
  }

  /** Returns the size of a plan's work, and the settings that follow from it. */
  public Sizing sizing(RunPlan plan) {
    return new Sizing(plan.bytes(), engine);
  }

  /**
   * Runs a plan and commits it.
   *
   * @throws org.openqar.messages.UserException if another version of the program wrote a table that
   *     the plan needs, before anything is done; or if something cannot be used
   */
  public RunResult run(RunPlan plan) {
    refuseOutdated(plan);
    Instant startedAt = Instant.now();
    Tools tools = new Tools(stages, job, plan, job.log(), sizing(plan).spark(), store(), startedAt);
    return new Runner(tools, progress).run();
  }

  private void refuseOutdated(RunPlan plan) {
    TableReader tables = reader();
    plan.stages().stream()
        .flatMap(stage -> Stream.concat(stage.reads().stream(), stage.writes().stream()))
        .distinct()
        .forEach(tables::refuseOutdated);
  }
}
