package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.openqar.tables.TableStore;

/**
 * What a stage works with.
 *
 * @param stages all of them, in order
 * @param job what is asked for
 * @param plan what is to be done
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

  /** The newest complete run of this edition and report year whose code and rules are the same. */
  Optional<LoggedRun> newestOfThisMethod() {
    return log.newest(
        job.edition().edition(),
        job.settings().reportYear(),
        run -> run.hash("method_fingerprint").equals(plan.method()));
  }
}
