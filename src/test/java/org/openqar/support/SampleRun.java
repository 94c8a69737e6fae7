package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqar.tables.TableStore;

/** The main job on data-samples, run once in a test JVM for all tests that read its tables. */
public final class SampleRun {
  public static final Path SAMPLES = Path.of("data-samples");

  private static Path warehouse;
  private static CommandLineRun run;

  private SampleRun() {}

  /** Where its tables are. */
  public static synchronized Path warehouse() {
    if (warehouse == null) {
      try {
        warehouse = Files.createTempDirectory(Path.of("target"), "sample-run");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      run = CommandLineRun.of("run", "--conf", "conf", "--warehouse", warehouse.toString());
      if (run.code() != 0) {
        throw new AssertionError("The main job failed on data-samples:\n" + run.err());
      }
    }
    return warehouse;
  }

  /** What it printed. */
  public static synchronized CommandLineRun printed() {
    warehouse();
    return run;
  }

  public static TableStore store() {
    return new TableStore(SparkTest.spark(), warehouse().toString());
  }
}
