package org.openqar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.openqar.tables.TableStore;

/**
 * The main job on data-samples, run once for all tests that read its tables: by the first test JVM
 * of a build that needs it; the others copy what it made.
 */
public final class SampleRun {
  public static final Path SAMPLES = Path.of("data-samples");

  /** Which build this is; a test JVM without one stands for itself. */
  private static final String BUILD =
      System.getProperty("tests.build", "alone-" + ProcessHandle.current().pid());

  private static Path warehouse;
  private static CommandLineRun run;
  private static SparkWork work;

  private SampleRun() {}

  /** Where its tables are: this JVM's own copy. */
  public static synchronized Path warehouse() {
    if (warehouse == null) {
      try {
        Path runs = Files.createDirectories(Path.of("target/sample-runs"));
        Path made = runs.resolve(BUILD);
        Path out = runs.resolve(BUILD + ".out");
        Path err = runs.resolve(BUILD + ".err");
        Path asked = runs.resolve(BUILD + ".work");
        try (FileChannel door =
                FileChannel.open(
                    runs.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock alone = door.lock()) {
          if (alone.isValid() && !Files.exists(out)) {
            CommandLineRun[] done = new CommandLineRun[1];
            SparkWork counted = SparkWork.of(() -> done[0] = make(made));
            Files.writeString(asked, counted.executions() + " " + counted.jobs());
            Files.writeString(err, done[0].err());
            Files.writeString(out, done[0].out());
          }
        }
        run = new CommandLineRun(0, Files.readString(out), Files.readString(err));
        String[] counts = Files.readString(asked).split(" ");
        work = new SparkWork(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
        Path own = Files.createTempDirectory(runs, "copy");
        copy(made, own);
        warehouse = own;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return warehouse;
  }

  private static CommandLineRun make(Path warehouse) {
    CommandLineRun made =
        CommandLineRun.of("run", "--conf", "conf", "--warehouse", warehouse.toString());
    if (made.code() != 0) {
      throw new AssertionError("The main job failed on data-samples:\n" + made.err());
    }
    return made;
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
    try {
      copy(warehouse(), copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  public static TableStore store() {
    return new TableStore(SparkTest.spark(), warehouse().toString());
  }
}
