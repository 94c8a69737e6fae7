package org.openqar.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.openqar.config.Settings;
import org.openqar.pipeline.Progress;
import org.openqar.pipeline.Stage;
import org.openqar.spark.Engine;
import org.openqar.spark.Sessions;

/**
 * Shows progress as lines: one when a stage begins, one when it ends, and between them, every few
 * seconds, the number of Spark tasks that are done.
 */
final class ConsoleProgress extends SparkListener implements Progress {
  private static final long SILENCE_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final int stages;
  private final AtomicInteger tasks = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private int stage;
  private volatile long lastSaid;

  ConsoleProgress(PrintWriter err, int stages) {
    this.err = err;
    this.stages = stages;
  }

  /** Returns the Spark engine of a command and follows its tasks once the session starts. */
  Engine watching(Sessions sessions, Settings settings) {
    return new Engine(
        sessions,
        settings,
        spark -> spark.sparkContext().addSparkListener(this),
        spark -> spark.sparkContext().removeSparkListener(this));
  }

  @Override
  public void begins(Stage next) {
    stage++;
    tasks.set(0);
    done.set(0);
    says("[%d/%d] %-10s %s".formatted(stage, stages, next.label(), next.what()));
  }

  @Override
  public void ended(Stage ended, double seconds) {
    says(String.format(Locale.ROOT, "      %-10s done in %.1f s", ended.label(), seconds));
  }

  @Override
  public void says(String line) {
    err.println(line);
    err.flush();
    lastSaid = System.nanoTime();
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    tasks.addAndGet(submitted.stageInfo().numTasks());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    int behind = done.incrementAndGet();
    if (System.nanoTime() - lastSaid > SILENCE_NANOS) {
      says("      %d of %d tasks so far".formatted(behind, Math.max(behind, tasks.get())));
    }
  }
}
