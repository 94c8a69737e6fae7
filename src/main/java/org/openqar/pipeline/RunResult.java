package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import org.openqar.returns.Returns;
import org.openqar.tables.ProviderScope;

/**
 * How a run ended.
 *
 * @param nothingNew the tables of an earlier run stand, because nothing changed since
 * @param runId the run whose tables stand now
 * @param finishedAt when that run was complete
 * @param refusedFiles how many files were refused
 * @param scope the providers whose aims it computed
 * @param gaps provider-years without a usable final return, as reading the files showed
 */
public record RunResult(
    boolean nothingNew,
    String runId,
    Instant finishedAt,
    int refusedFiles,
    List<Timing> timings,
    ProviderScope scope,
    List<Returns.Gap> gaps) {

  /** Wall time of a stage. */
  public record Timing(Stage stage, double seconds) {}
}
