package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.openqar.tables.TableStore;

/**
 * The context of a stage.
 *
 * @param stages all stages, in order
 * @param job the request
 * @param plan the work to do
 * @param log the runs before this one
 * @param startedAt when the run began
 */
record Tools(
    List<Stage> stages,
    Job job,
    RunPlan plan,
    RunLog log,
    SparkSession spark,
    TableStore store,
    Instant startedAt) {

  /**
   * Returns the newest complete run of this edition and report year with the same code and rules.
   */
  Optional<LoggedRun> newestOfThisMethod() {
    return log.newest(
        job.edition().edition(),
        job.settings().reportYear(),
        run -> run.hash("method_fingerprint").equals(plan.method()));
  }
}
