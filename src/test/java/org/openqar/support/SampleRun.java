package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqar.tables.TableStore;

/**
 * The main job on data-samples, run once for all tests that read its tables: by the first test JVM
 * of a build that needs it; the others copy what it made.
 */
public final class SampleRun {
  public static final Path SAMPLES = Path.of("data-samples");

  private static Path warehouse;
  private static CommandLineRun run;
  private static SparkWork work;

  private SampleRun() {}

  /** Where its tables are: this JVM's own copy. */
  public static synchronized Path warehouse() {
    if (warehouse == null) {
      try {
        Path made = MadeOnce.folder("samples", SampleRun::make);
        run =
            new CommandLineRun(
                0, Files.readString(made.resolve("out")), Files.readString(made.resolve("err")));
        String[] counts = Files.readString(made.resolve("work")).split(" ");
        work = new SparkWork(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
        warehouse = MadeOnce.ownCopy(made.resolve("warehouse"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return warehouse;
  }

  private static void make(Path folder) throws IOException {
    CommandLineRun[] made = new CommandLineRun[1];
    SparkWork counted =
        SparkWork.of(
            () ->
                made[0] =
                    CommandLineRun.of(
                        "run",
                        "--conf",
                        "conf",
                        "--warehouse",
                        folder.resolve("warehouse").toString()));
    if (made[0].code() != 0) {
      throw new AssertionError("The main job failed on data-samples:\n" + made[0].err());
    }
    Files.writeString(folder.resolve("work"), counted.executions() + " " + counted.jobs());
    Files.writeString(folder.resolve("err"), made[0].err());
    Files.writeString(folder.resolve("out"), made[0].out());
  }

  /** What it printed. */
  public static synchronized CommandLineRun printed() {
    warehouse();
    return run;
  }

  /** What it asked Spark to do. */
  public static synchronized SparkWork work() {
    warehouse();
    return work;
  }

  /** A warehouse of the same tables, for a test that changes them. */
  public static void copyTo(Path copy) {
    MadeOnce.copy(warehouse(), copy);
  }

  public static TableStore store() {
    return new TableStore(SparkTest.spark(), warehouse().toString());
  }
}
