package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqar.pipeline.RunPlan.Input;
import org.openqar.pipeline.Source.Change;

/**
 * Hashes that differ whenever figures could, made of what the stages declare that they depend on.
 */
final class Fingerprints {
  private final List<Stage> stages;
  private final List<Input> inputs;
  private final Map<Stage, String> own = new HashMap<>();

  /**
   * @param stages all of them, in order
   * @param inputs what the stages read from outside
   */
  Fingerprints(List<Stage> stages, Job job, List<Input> inputs) {
    this.stages = List.copyOf(stages);
    this.inputs = List.copyOf(inputs);
    for (Stage stage : stages) {
      List<String> parts = new ArrayList<>(stage.settledBy(job));
      stage.sources().stream()
          .filter(source -> source.change() == Change.EVERYTHING)
          .forEach(source -> parts.addAll(hashes(source.of(inputs))));
      own.put(stage, parts.size() == 1 ? parts.get(0) : Sha256.of(parts));
    }
  }

  /** Of what settles one stage alone; what is one text already is its own hash. */
  String own(Stage stage) {
    return own.get(stage);
  }

  /** Of all that a stage's result depends on, but for what is computed again where it changes. */
  String of(Stage stage) {
    List<String> parts = new ArrayList<>(List.of(own(stage)));
    stages.stream().filter(stage::readsFrom).forEach(earlier -> parts.add(of(earlier)));
    return Sha256.of(parts);
  }

  /** As the row of a run has it. */
  String logged(Stage stage, Stage.Logged where) {
    return where.own() ? own(stage) : of(stage);
  }

  /**
   * Of all that a run's result depends on, but for what is computed again where it changes. A run
   * that stops early never equals a whole one.
   *
   * @param last the run's last stage
   */
  String method(Stage last) {
    List<String> parts = new ArrayList<>();
    for (Stage stage : stages.subList(0, stages.indexOf(last) + 1)) {
      parts.add(of(stage));
    }
    parts.add(last.label());
    return Sha256.of(parts);
  }

  /** Of everything. */
  String whole(Stage last) {
    List<String> parts = new ArrayList<>(hashes(inputs));
    parts.add(method(last));
    return Sha256.of(parts);
  }

  /** Of everything that runs to a stage, or beyond it, depend on. */
  List<String> wholeFrom(Stage last) {
    return stages.subList(stages.indexOf(last), stages.size()).stream().map(this::whole).toList();
  }

  private static List<String> hashes(List<Input> inputs) {
    return inputs.stream()
        .map(input -> input.sourceFile() + " " + input.contentHash())
        .sorted()
        .toList();
  }
}
