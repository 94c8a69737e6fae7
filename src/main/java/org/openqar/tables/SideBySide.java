package org.openqar.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs several Spark actions at a time, because most of a small action is planning and committing,
 * which uses one core. The threads use the caller's class loader, which under spark-submit has the
 * job's jars.
 */
final class SideBySide {
  private static final int THREADS = 3;

  private SideBySide() {}

  /**
   * Returns the results in the order of the items. If one fails, it waits for the others, so that
   * nothing still reads what the caller then releases.
   */
  static <T, R> List<R> each(List<T> items, Function<T, R> action) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T item : items) {
        running.add(threads.submit(() -> action.apply(item)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while working on tables", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
      await(threads);
    }
  }

  private static void await(ExecutorService threads) {
    try {
      threads.awaitTermination(1, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
