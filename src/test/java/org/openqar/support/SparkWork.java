package org.openqar.support;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * What Spark was asked to do. It is counted and not timed: counts are the same on every machine.
 *
 * @param executions SQL executions
 * @param jobs jobs, of those executions and others
 */
public record SparkWork(int executions, int jobs) {

  /** What the tests' session is asked while something is done. */
  public static SparkWork of(Runnable done) {
    SparkSession spark = SparkTest.spark();
    Counter counter = new Counter();
    await(spark);
    spark.sparkContext().addSparkListener(counter);
    try {
      done.run();
      await(spark);
    } finally {
      spark.sparkContext().removeSparkListener(counter);
    }
    return new SparkWork(counter.executions.get(), counter.jobs.get());
  }

  /** Until the listeners know all that happened. */
  private static void await(SparkSession spark) {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new AssertionError("Spark's events were not told in time", e);
    }
  }

  private static final class Counter extends SparkListener {
    private final AtomicInteger executions = new AtomicInteger();
    private final AtomicInteger jobs = new AtomicInteger();

    @Override
    public void onJobStart(SparkListenerJobStart started) {
      jobs.incrementAndGet();
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart) {
        executions.incrementAndGet();
      }
    }
  }
}
