package org.openqar.pipeline;

import java.util.List;
import org.openqar.returns.Returns;

/**
 * What a run would do, before anything is written.
 *
 * @param inputs every file that the figures depend on
 * @param gaps provider-years without a usable final return, mergers taken into account
 * @param stages those that would run, in order
 * @param fingerprint of all that the figures depend on
 */
public record RunPlan(
    Returns returns,
    List<Input> inputs,
    List<Returns.Gap> gaps,
    List<Stage> stages,
    String fingerprint) {

  /** One file read, with the hash of its content. */
  public record Input(String sourceFile, String contentHash) {}
}
