package org.openqar.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openqar.returns.Returns;

/**
 * What a run would do, before anything is written.
 *
 * @param bytes how large the returns are, whether they are read again or not
 * @param inputs every file that the figures depend on
 * @param gaps provider-years without a usable final return, mergers taken into account
 * @param stages those that would run, in order
 * @param afresh whether all is computed again, whatever stands
 * @param mergers the providers that merged into others
 * @param strangeReference CSVs of the reference folder that no look-up is called by
 * @param noReturns how many files among the returns are none, by the ending of their names
 * @param fingerprints of all that the figures depend on
 */
public record RunPlan(
    Returns returns,
    long bytes,
    List<Input> inputs,
    List<Returns.Gap> gaps,
    List<Stage> stages,
    boolean afresh,
    Mergers mergers,
    List<String> strangeReference,
    Map<String, Long> noReturns,
    Fingerprints fingerprints) {

  /** One file read, or one imported publication, with the hash of its content. */
  public record Input(String sourceFile, String contentHash) {}

  /** The same with what reading the files to their ends showed. */
  RunPlan with(Returns read, Function<Map<Integer, Set<Integer>>, List<Returns.Gap>> gapsOf) {
    return new RunPlan(
        read,
        bytes,
        inputs,
        gapsOf.apply(read.finalYears()),
        stages,
        afresh,
        mergers,
        strangeReference,
        noReturns,
        fingerprints);
  }

  /** The last stage that would run. */
  Stage last() {
    return stages.get(stages.size() - 1);
  }

  /** Hash of everything that the figures depend on. */
  String whole() {
    return fingerprints.whole(last());
  }

  /** Whether a run with this hash of everything made all that this one would, or more. */
  boolean isDoneBy(String hash) {
    return fingerprints.wholeFrom(last()).contains(hash);
  }

  /** Hash of all but what is computed again where it changes: returns, imported publications. */
  String method() {
    return fingerprints.method(last());
  }

  /** Whether it computes rows of an edition and report year from the returns. */
  boolean computesFrom(List<Stage> shared) {
    return stages.stream()
        .anyMatch(stage -> stage.isOfEdition() && shared.stream().anyMatch(stage::readsFrom));
  }
}
