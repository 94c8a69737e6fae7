package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqar.pipeline.RunPlan.Input;
import org.openqar.pipeline.Source.Change;

/**
 * Hashes of what the stages declare that they depend on. They differ whenever figures could differ.
 */
final class Fingerprints {
  private final List<Stage> stages;
  private final List<Input> inputs;
  private final Map<Stage, String> own = new HashMap<>();

  /**
   * @param stages all stages, in order
   * @param inputs what the stages read and no stage wrote
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

  /** Hashes what settles one stage alone. A single text is its own hash. */
  String own(Stage stage) {
    return own.get(stage);
  }

  /**
   * Hashes all that a stage's result depends on, except inputs whose changes the stage computes one
   * by one.
   */
  String of(Stage stage) {
    List<String> parts = new ArrayList<>(List.of(own(stage)));
    stages.stream().filter(stage::readsFrom).forEach(earlier -> parts.add(of(earlier)));
    return Sha256.of(parts);
  }

  /** Returns the fingerprint as the row of a run holds it. */
  String logged(Stage stage, Stage.Logged where) {
    return where.own() ? own(stage) : of(stage);
  }

  /**
   * Hashes all that a run's result depends on, except inputs whose changes the stages compute one
   * by one. A run that stops early never equals a complete one.
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

  /** Hashes everything that a run depends on. */
  String whole(Stage last) {
    List<String> parts = new ArrayList<>(hashes(inputs));
    parts.add(method(last));
    return Sha256.of(parts);
  }

  /** Hashes everything that a run to a stage, or beyond it, depends on. */
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
