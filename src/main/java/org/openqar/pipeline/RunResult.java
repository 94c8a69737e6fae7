package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import org.openqar.returns.Returns;
import org.openqar.tables.ProviderScope;

/**
 * The result of a run.
 *
 * @param nothingNew whether the tables of an earlier run are still valid, because nothing has
 *     changed
 * @param runId the run that the tables now belong to
 * @param finishedAt when that run was complete
 * @param refusedFiles the number of files refused
 * @param scope the providers whose aims the run computed
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

  /** The wall time of a stage. */
  public record Timing(Stage stage, double seconds) {}
}
