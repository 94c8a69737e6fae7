package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.openqar.benchmarks.BenchmarksStage;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.rules.Edition;
import org.openqar.tables.TableStore;

/** The benchmarks of data-samples with {@code benchmarks.places: ALL_METHODS}. */
public final class AllPlaces {
  private static Path warehouse;

  private AllPlaces() {}

  /** The tables of the main job, with these benchmarks in the place of its own. */
  public static synchronized TableStore store() {
    try {
      if (warehouse == null) {
        warehouse = MadeOnce.ownCopy(MadeOnce.folder("all-places", AllPlaces::make));
      }
      return of(warehouse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path folder) {
    SampleRun.copyTo(folder);
    Configuration configuration =
        new Configuration(null, Map.of("benchmarks.places", "ALL_METHODS"));
    Settings settings = configuration.settings();
    new BenchmarksStage(
            of(folder), settings, configuration.edition(settings.edition(), Edition.class))
        .run();
  }

  private static TableStore of(Path warehouse) {
    return new TableStore(SparkTest.spark(), warehouse.toString());
  }
}
