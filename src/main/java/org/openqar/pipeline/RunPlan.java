package org.openqar.pipeline;

import java.util.List;
import org.openqar.returns.Returns;

/**
 * What a run would do, before anything is written.
 *
 * @param inputs every file that the figures depend on
 * @param gaps provider-years without a usable final return, mergers taken into account
 * @param stages those that would run, in order
 * @param afresh whether all is computed again, whatever stands
 * @param fingerprint of all that the figures depend on
 */
public record RunPlan(
    Returns returns,
    List<Input> inputs,
    List<Returns.Gap> gaps,
    List<Stage> stages,
    boolean afresh,
    Fingerprint fingerprint) {

  /** The same, now that the files were read to their ends. */
  RunPlan having(Returns read, List<Returns.Gap> gapsNow) {
    return new RunPlan(read, inputs, gapsNow, stages, afresh, fingerprint);
  }

  /**
   * Hashes that differ whenever figures could.
   *
   * @param whole of everything
   * @param method of everything but the returns and the imported publications: rules, settings,
   *     reference data, the program
   * @param aims of what settles how aims are matched, but for the returns themselves
   * @param reading of what settles how a return is read
   */
  public record Fingerprint(String whole, String method, String aims, String reading) {}

  /** One file read, or one imported publication, with the hash of its content. */
  public record Input(String sourceFile, String contentHash) {}
}
