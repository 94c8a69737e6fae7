package org.openqar.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openqar.returns.Returns;

/**
 * The work that a run would do.
 *
 * @param bytes the size of the returns, whether the run reads them again or not
 * @param inputs every file that the figures depend on
 * @param gaps provider-years without a usable final return, allowing for mergers
 * @param stages the stages that would run, in order
 * @param afresh whether the run computes everything again, whatever is up to date
 * @param mergers the providers that merged into others
 * @param strangeReference CSVs in the reference folder that have the name of no lookup
 * @param noReturns the number of files in the returns folder that are not returns, by the ending of
 *     their names
 * @param fingerprints hashes of all that the figures depend on
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

  /** Returns the same plan with what reading the files to the end showed. */
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

  /** Returns the last stage that would run. */
  Stage last() {
    return stages.get(stages.size() - 1);
  }

  /** Hash of everything that the figures depend on. */
  String whole() {
    return fingerprints.whole(last());
  }

  /** Whether a run with this hash of everything made all that this plan would, or more. */
  boolean isDoneBy(String hash) {
    return fingerprints.wholeFrom(last()).contains(hash);
  }

  /**
   * Hash of everything except the returns and imported publications, whose changes the stages
   * compute one by one.
   */
  String method() {
    return fingerprints.method(last());
  }

  /** Whether the plan computes rows of an edition and report year from the returns. */
  boolean computesFrom(List<Stage> shared) {
    return stages.stream()
        .anyMatch(stage -> stage.isOfEdition() && shared.stream().anyMatch(stage::readsFrom));
  }
}
