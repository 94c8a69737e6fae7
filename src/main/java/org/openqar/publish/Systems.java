package org.openqar.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.openqar.calendar.AcademicYear;
import org.openqar.rules.ReportTypes;

/**
 * Computes the figures of each report type, measure and year, as many at a time as there are cores.
 * It takes the largest first, and reports when each begins and ends.
 */
final class Systems implements AutoCloseable {
  private static final String[] SYSTEM = {"report_type", "measure", "year"};

  private final Disclosure disclosure;
  private final Consumer<String> says;
  private final List<Dataset<Row>> shown = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();

  Systems(Disclosure disclosure, Consumer<String> says) {
    this.disclosure = disclosure;
    this.says = says;
  }

  /**
   * Returns the figures of all systems, kept until this object is closed.
   *
   * @param cells the cells, in the form of {@link PublishableCells#all()}
   */
  Dataset<Row> control(Dataset<Row> cells) {
    List<Row> systems =
        cells
            .groupBy(col("report_type"), col("measure"), col("year"))
            .agg(count(lit(1)).as("cells"))
            .orderBy(col("cells").desc(), col("report_type"), col("measure"), col("year"))
            .collectAsList();
    int cores = cells.sparkSession().sparkContext().defaultParallelism();
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(cores, systems.size())));
    try {
      List<Future<?>> work = new ArrayList<>();
      for (Row system : systems) {
        Column ofSystem = lit(true);
        for (String column : SYSTEM) {
          ofSystem = ofSystem.and(col(column).equalTo(system.getAs(column)));
        }
        Dataset<Row> one = disclosure.control(cells.where(ofSystem)).persist();
        shown.add(one);
        work.add(pool.submit(() -> work(system, one, systems.size())));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException because
          ? because
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
    return shown.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private void work(Row system, Dataset<Row> one, int all) {
    String name =
        "[%d/%d] %s, %s, %s"
            .formatted(
                begun.incrementAndGet(),
                all,
                ReportTypes.named(system.getAs("report_type")).title(),
                system.getAs("measure"),
                new AcademicYear(system.getAs("year")));
    says.accept("%s: %,d cells".formatted(name, system.<Long>getAs("cells")));
    long start = System.nanoTime();
    long hidden =
        one.agg(
                count_if(col(Indicator.LEAVERS.column()).equalTo(Figures.CONFIDENTIAL))
                    .as("hidden"))
            .first()
            .getLong(0);
    says.accept(
        String.format(
            Locale.ROOT,
            "%s: done in %.1f s, %,d cells hidden",
            name,
            (System.nanoTime() - start) / 1e9,
            hidden));
  }

  @Override
  public void close() {
    shown.forEach(Dataset::unpersist);
  }
}
