package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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

  private static CommandLineRun run(String warehouse, String... more) {
    String[] args = new String[5 + more.length];
    System.arraycopy(
        new String[] {"run", "--conf", "conf", "--warehouse", warehouse}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return CommandLineRun.of(NONE, args);
  }
}
