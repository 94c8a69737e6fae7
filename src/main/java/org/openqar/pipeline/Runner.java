package org.openqar.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openqar.pipeline.Source.Change;
import org.openqar.tables.ProviderScope;

/** Runs the stages of a plan one after the other, and commits the run. */
final class Runner {
  private final Tools tools;
  private final Progress progress;

  Runner(Tools tools, Progress progress) {
    this.tools = tools;
    this.progress = progress;
  }

  RunResult run() {
    RunPlan plan = tools.plan();
    List<RunResult.Timing> timings = new ArrayList<>();
    HandedOn handedOn = new HandedOn(plan.returns(), plan.gaps(), ProviderScope.ALL);
    for (Stage stage : plan.stages()) {
      if (stands(stage, handedOn.scope())) {
        continue;
      }
      progress.begins(stage);
      Instant began = Instant.now();
      handedOn = stage.run(tools, handedOn);
      double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
      timings.add(new RunResult.Timing(stage, seconds));
      progress.ended(stage, seconds);
    }
    RunLog now = tools.log().now();
    RunResult result =
        new RunResult(
            false,
            UUID.randomUUID().toString(),
            Instant.now(),
            now.refusals(),
            timings,
            handedOn.scope(),
            handedOn.gaps());
    Set<CountedReturn> returns =
        plan.computesFrom(tools.stages().subList(0, 1)) ? now.counted() : Set.of();
    new RunRow(tools, result, returns).add();
    return result;
  }

  /**
   * Whether a stage would write what its tables already hold: no provider's aims changed, and
   * neither did the inputs that only this stage reads.
   */
  private boolean stands(Stage stage, ProviderScope scope) {
    return scope.isNone() && stage.isOfEdition() && !sourcesChanged(stage);
  }

  private boolean sourcesChanged(Stage stage) {
    List<Source> sources =
        stage.sources().stream().filter(source -> source.change() == Change.THIS_STAGE).toList();
    return !sources.isEmpty()
        && tools
            .newestOfThisMethod()
            .filter(
                run ->
                    sources.stream()
                        .allMatch(
                            source ->
                                Set.copyOf(source.of(tools.log().inputs(run)))
                                    .equals(Set.copyOf(source.of(tools.plan().inputs())))))
            .isEmpty();
  }
}
