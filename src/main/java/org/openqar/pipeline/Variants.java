package org.openqar.pipeline;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;
import org.openqar.spark.Engine;
import org.openqar.tables.TableReader;

/**
 * Runs the job under several rule sets in a copy of the warehouse. The job does not read returns
 * again that the warehouse holds, and the warehouse itself does not change. The copy is deleted at
 * the end.
 */
public final class Variants implements AutoCloseable {
  private final Engine engine;
  private final Settings settings;
  private final CollectionCalendar calendar;
  private final Progress progress;
  private final Path copy;

  /**
   * Copies the warehouse, if there is one.
   *
   * @throws UserException if there is no room for the copy
   */
  public Variants(
      Engine engine, Settings settings, CollectionCalendar calendar, Progress progress) {
    this.engine = engine;
    this.calendar = calendar;
    this.progress = progress;
    Path warehouse = new Path(settings.warehouse());
    copy = new Path(warehouse.getParent(), ".compare-" + UUID.randomUUID());
    this.settings = settings.in(copy.toString());
    try {
      FileSystem files = copy.getFileSystem(hadoop());
      if (files.exists(warehouse)) {
        FileUtil.copy(files, warehouse, files, copy, false, hadoop());
      }
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be copied to %s".formatted(warehouse, copy),
          e,
          "make room beside the warehouse, or check that you may write there");
    }
  }

  /**
   * Computes the aims and measures under a rule set that do not exist yet.
   *
   * @return the warehouse that holds them; it holds the rows of several rule sets
   */
  public TableReader run(Edition edition) {
    progress.says("Rules of %s".formatted(edition.edition()));
    Pipeline pipeline = new Pipeline(engine, settings, edition, calendar, progress);
    RunPlan plan = pipeline.plan(Optional.empty(), Stages.MEASURES);
    if (pipeline.alreadyDone(plan).isEmpty()) {
      pipeline.run(plan);
    }
    return new TableReader(hadoop(), settings.warehouse());
  }

  @Override
  public void close() {
    try {
      copy.getFileSystem(hadoop()).delete(copy, true);
    } catch (IOException e) {
      throw UserException.io("%s cannot be deleted".formatted(copy), e, "delete it yourself");
    }
  }

  private Configuration hadoop() {
    return engine.hadoop();
  }
}
