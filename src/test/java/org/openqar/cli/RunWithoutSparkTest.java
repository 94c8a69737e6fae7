package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.config.Settings;
import org.openqar.spark.Sessions;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;

/** A run that has nothing to do answers without a session. */
class RunWithoutSparkTest {
  private static final Sessions NONE =
      new Sessions() {
        @Override
        public SparkSession open(Settings settings) {
          throw new AssertionError("A session was asked for");
        }

        @Override
        public void close(SparkSession session) {
          throw new AssertionError("There is no session");
        }
      };

  @TempDir private Path temp;

  @Test
  void nothingNewIsFound() {
    CommandLineRun run = run(SampleRun.warehouse().toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("Nothing new: "), run.out());
  }

  @Test
  void aDryRunShowsThePlan() {
    CommandLineRun run = run(temp.toString(), "--dry-run");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("Plan (nothing is written)"), run.out());
  }

  @Test
  void aPlanShowsWhatTheSizeDecidesAndTheUserCanSetIt() {
    String key = "spark.sql.shuffle.partitions";
    CommandLineRun chosen = run(temp.toString(), "--dry-run", "--details");
    assertTrue(chosen.err().contains(key + " = 1, for this size"), chosen.err());
    CommandLineRun set =
        run(temp.toString(), "--dry-run", "--details", "--set", "spark.settings." + key + "=8");
    assertTrue(set.err().contains(key + " = 8, as set"), set.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "aims", "measures", "benchmarks"})
  void aPlanFromALaterStageIsShown(String stage) {
    CommandLineRun run = run(SampleRun.warehouse().toString(), "--from", stage, "--dry-run");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("No files are read"), run.out());
  }

  @Test
  void tablesOfAnotherVersionAreRefusedBeforeAnythingIsDoneByTheRunAndByItsRehearsal()
      throws IOException {
    Path warehouse = temp.resolve("warehouse");
    SampleRun.copyTo(warehouse);
    rename("completers", "finishers", warehouse.resolve("qar_national/_delta_log"));
    CommandLineRun rehearsal = run(warehouse.toString(), "--from", "measures", "--dry-run");
    CommandLineRun run = run(warehouse.toString(), "--from", "measures");
    assertEquals(1, run.code(), run.err());
    assertTrue(
        run.err()
            .contains(
                "qar: Table qar_national in %s has other columns than this version of OpenQAR writes"
                    .formatted(warehouse)),
        run.err());
    assertEquals(run.code(), rehearsal.code());
    assertEquals(run.err(), rehearsal.err());
    assertEquals("", rehearsal.out());
  }

  /** Gives a column another name in all that a table's log says. */
  private static void rename(String column, String name, Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith(".")) {
          Files.delete(file);
        } else {
          Files.writeString(file, Files.readString(file).replace(column, name));
        }
      }
    }
  }

  private static CommandLineRun run(String warehouse, String... more) {
    String[] args = new String[5 + more.length];
    System.arraycopy(
        new String[] {"run", "--conf", "conf", "--warehouse", warehouse}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return CommandLineRun.of(NONE, args);
  }
}
