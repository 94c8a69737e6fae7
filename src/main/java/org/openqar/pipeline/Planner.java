package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.messages.UserException;
import org.openqar.pipeline.RunPlan.Input;
import org.openqar.returns.Returns;
import org.openqar.tables.ProviderScope;
import org.openqar.tables.Tables;

/**
 * Decides from the stages' declarations what a run would do, and whether an earlier run already did
 * it. Writes nothing and needs no Spark session.
 */
final class Planner {
  private final List<Stage> stages;
  private final Job job;
  private final RunLog log;

  Planner(List<Stage> stages, Job job) {
    this.stages = stages;
    this.job = job;
    this.log = job.log();
  }

  /**
   * @param from the first stage to run again, on the tables of the stages before; empty to compute
   *     only what changed
   * @param to the last stage to run
   */
  RunPlan plan(Optional<Stage> from, Stage to) {
    int first = from.map(stages::indexOf).orElse(0);
    List<Stage> planned = stages.subList(first, stages.indexOf(to) + 1);
    if (readsReference(planned)) {
      job.reference().refuseMissing();
    }
    return first > 0 ? continued(stages.subList(0, first), planned) : whole(planned, from);
  }

  private static boolean readsReference(List<Stage> planned) {
    return planned.stream().anyMatch(stage -> stage.writes().contains(Tables.PROVIDER_MERGER));
  }

  private RunPlan whole(List<Stage> planned, Optional<Stage> from) {
    Returns returns = Returns.of(job.found(), job.countingRules());
    List<Input> inputs = inputs(stages);
    return new RunPlan(
        returns,
        returns.bytes(),
        inputs,
        job.gaps(returns.finalYears()),
        planned,
        from.isPresent(),
        job.mergers(),
        job.reference().strangers(),
        job.noReturns(),
        new Fingerprints(stages, job, inputs));
  }

  /** Lists the current inputs that some stages read and no stage wrote. */
  private List<Input> inputs(List<Stage> some) {
    return some.stream()
        .flatMap(stage -> stage.sources().stream())
        .flatMap(source -> source.list().apply(job).stream())
        .toList();
  }

  /**
   * Refuses a run that starts at a later stage if the tables that earlier runs left are out of
   * date.
   */
  private RunPlan continued(List<Stage> skipped, List<Stage> planned) {
    refuseMissing(skipped);
    LoggedRun earlier = log.newest().orElseThrow(log::noRun);
    List<Stage> shared = skipped.stream().filter(stage -> !stage.isOfEdition()).toList();
    if (!log.stillStands(earlier, shared)) {
      throw UserException.failed(
          "The tables of the earlier stages are not those of the last complete run: start from %s."
              .formatted(stages.get(0)));
    }
    if (!readsReference(planned)) {
      job.standOnReference();
    }
    List<Stage> refreshed = stages.subList(skipped.size(), stages.size());
    List<Input> inputs = new ArrayList<>(log.inputs(earlier));
    refreshed.stream()
        .flatMap(stage -> stage.sources().stream())
        .forEach(source -> inputs.removeAll(source.of(inputs)));
    inputs.addAll(inputs(refreshed));
    Fingerprints now = new Fingerprints(stages, job, inputs);
    refuseOtherKey(earlier);
    for (Stage stage : shared) {
      stage
          .logged()
          .filter(where -> !earlier.hash(where.column()).equals(now.logged(stage, where)))
          .ifPresent(any -> refuse(stage.outdated()));
    }
    Set<CountedReturn> counted = log.counted();
    for (Stage stage : skipped) {
      if (stage.isOfEdition() && !stands(stage, now, counted)) {
        refuse(stage.outdated());
      }
    }
    return new RunPlan(
        Returns.of(List.of(), job.countingRules()),
        log.bytes(),
        inputs,
        job.gaps(finalYears(counted)),
        planned,
        true,
        job.mergers(),
        readsReference(planned) ? job.reference().strangers() : List.of(),
        Map.of(),
        now);
  }

  private void refuseMissing(List<Stage> skipped) {
    for (Stage stage : skipped) {
      stage
          .missing()
          .filter(any -> newest(stage).isEmpty())
          .ifPresent(
              sentence ->
                  refuse(
                      "%s for edition %s and report year %d: start from %s."
                          .formatted(
                              sentence,
                              job.edition().edition(),
                              job.settings().reportYear(),
                              stage)));
    }
  }

  private void refuseOtherKey(LoggedRun earlier) {
    if (!earlier.hash("key_check").equals(job.reading().keyCheck().orElse(""))) {
      refuse(
          "The last run read the returns with another pseudonym key, or without one: start from"
              + " returns, or give that key.");
    }
  }

  private static void refuse(String sentence) {
    throw UserException.failed(sentence);
  }

  /** Whether a stage would compute the same rows now. */
  private boolean stands(Stage stage, Fingerprints now, Set<CountedReturn> counted) {
    List<Stage> behind =
        stages.stream()
            .filter(one -> one == stage || one.isOfEdition() && leads(one, stage))
            .toList();
    boolean fromReturns = stage.readsFrom(stages.get(0));
    return newest(stage)
        .filter(run -> isOfNow(run, stage, now))
        .filter(run -> !fromReturns || log.returns(run).equals(counted))
        .filter(run -> log.ownRowsStand(run, behind))
        .isPresent();
  }

  /** Whether another stage reads one stage's tables, directly or through stages between them. */
  private boolean leads(Stage one, Stage to) {
    return to.readsFrom(one)
        || stages.stream().anyMatch(middle -> to.readsFrom(middle) && leads(one, middle));
  }

  /**
   * Whether a run's result of a stage is up to date. If the stage has no column of its own, the
   * methods of the runs that reach it decide.
   */
  private boolean isOfNow(LoggedRun run, Stage stage, Fingerprints now) {
    return stage
        .logged()
        .map(where -> run.hash(where.column()).equals(now.logged(stage, where)))
        .orElseGet(
            () ->
                stages.subList(stages.indexOf(stage), stages.size()).stream()
                    .map(now::method)
                    .anyMatch(run.hash("method_fingerprint")::equals));
  }

  private Optional<LoggedRun> newest(Stage stage) {
    return newest(run -> run.ran(stage));
  }

  private Optional<LoggedRun> newest(Predicate<LoggedRun> which) {
    return log.newest(job.edition().edition(), job.settings().reportYear(), which);
  }

  private static Map<Integer, Set<Integer>> finalYears(Set<CountedReturn> counted) {
    Map<Integer, Set<Integer>> years = new TreeMap<>();
    for (CountedReturn one : counted) {
      if (one.returnNumber() == CollectionCalendar.FINAL) {
        years.computeIfAbsent(one.ukprn(), any -> new TreeSet<>()).add(one.fundingYear());
      }
    }
    return years;
  }

  /** Finds the run whose tables already hold what a plan would compute, or more. */
  Optional<RunResult> alreadyDone(RunPlan plan) {
    if (plan.afresh()) {
      return Optional.empty();
    }
    return newest(run -> plan.isDoneBy(run.hash("input_fingerprint")))
        .filter(run -> run.refusedFiles() == 0 || !log.mayBeReadNow())
        .filter(run -> log.ownRowsStand(run, stages.stream().filter(Stage::isOfEdition).toList()))
        .filter(this::sharedStandFor)
        .map(
            run ->
                new RunResult(
                    true,
                    run.id(),
                    run.finishedAt(),
                    run.refusedFiles(),
                    List.of(),
                    ProviderScope.of(Set.of()),
                    plan.gaps()));
  }

  /** Whether the tables that all runs share hold what that run read, whichever run wrote them. */
  private boolean sharedStandFor(LoggedRun run) {
    List<Stage> shared = stages.stream().filter(stage -> !stage.isOfEdition()).toList();
    return log.newest()
        .filter(newest -> log.stillStands(newest, shared))
        .filter(
            newest -> newest.hash("reading_fingerprint").equals(run.hash("reading_fingerprint")))
        .filter(
            newest ->
                newest.id().equals(run.id())
                    || Set.copyOf(log.inputs(newest)).equals(Set.copyOf(log.inputs(run))))
        .isPresent();
  }
}
