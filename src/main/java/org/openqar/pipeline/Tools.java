package org.openqar.pipeline;

import java.time.Instant;
import java.util.List;
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
    Instant startedAt) {}
