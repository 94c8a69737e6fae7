package org.openqar.pipeline;

import java.util.List;
import org.openqar.returns.Returns;

/**
 * What a run would do, before anything is written.
 *
 * @param bytes how large the returns are, whether they are read again or not
 * @param inputs every file that the figures depend on
 * @param gaps provider-years without a usable final return, mergers taken into account
 * @param stages those that would run, in order
 * @param afresh whether all is computed again, whatever stands
 * @param fingerprints of all that the figures depend on
 */
public record RunPlan(
    Returns returns,
    long bytes,
    List<Input> inputs,
    List<Returns.Gap> gaps,
    List<Stage> stages,
    boolean afresh,
    Fingerprints fingerprints) {

  /** One file read, or one imported publication, with the hash of its content. */
  public record Input(String sourceFile, String contentHash) {}

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
