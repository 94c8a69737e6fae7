package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import org.openqar.tables.ProviderScope;

/**
 * How a run ended.
 *
 * @param nothingNew the tables of an earlier run stand, because nothing changed since
 * @param runId the run whose tables stand now
 * @param finishedAt when that run was complete
 * @param refusedFiles how many files were refused
 * @param scope the providers whose aims it computed
 */
public record RunResult(
    boolean nothingNew,
    String runId,
    Instant finishedAt,
    int refusedFiles,
    List<Timing> timings,
    ProviderScope scope) {

  /** Wall time of a stage. */
  public record Timing(Stage stage, double seconds) {}
}
