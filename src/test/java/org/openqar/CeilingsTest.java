package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.support.SparkWork;

/**
 * How much Spark is asked to do, on data-samples. Each SQL execution costs about a third of a
 * second of CPU however few the rows are, so these numbers are the fixed cost of a command
 * (docs/adr/0023-start.md). Whoever lowers one lowers its ceiling here.
 */
@DisplayName("What Spark is asked to do")
class CeilingsTest {
  /** 11 and 44 in November 2026; 281 and 400 before. */
  private static final SparkWork OF_A_RUN = new SparkWork(15, 55);

  private static final SparkWork NONE = new SparkWork(0, 0);

  @TempDir private Path temp;

  @Test
  @DisplayName("by a run that computes every table")
  void aColdRun() {
    SparkWork work = SampleRun.work();
    assertTrue(work.executions() <= OF_A_RUN.executions(), work + ", at most " + OF_A_RUN);
    assertTrue(work.jobs() <= OF_A_RUN.jobs(), work + ", at most " + OF_A_RUN);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("by a question: nothing")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing new            | run
          why an aim counts      | explain --ukprn 10000100 --learner 0009000011
          a learner as JSON      | explain --ukprn 10000100 --learner 0009000011 --format json
          a table as CSV         | export --table qar_national --out TEMP/national.csv
          a table as JSON        | export --table quartile_threshold --format json --out TEMP/thresholds.json
          a few rows of a table  | show qar_provider
          beside published rates | compare --published
          """)
  void aQuestion(String what, String command) {
    List<String> arguments =
        new ArrayList<>(List.of(command.replace("TEMP", temp.toString()).split(" ")));
    arguments.addAll(List.of("--conf", "conf", "--warehouse", SampleRun.warehouse().toString()));
    assertEquals(NONE, workOf(arguments));
  }

  @Test
  @DisplayName("by the list of editions: nothing")
  void editions() {
    assertEquals(NONE, workOf(List.of("editions", "--conf", "conf")));
  }

  /** Or no test above could fail. */
  @Test
  @DisplayName("is counted")
  void itIsCounted() {
    assertEquals(
        new SparkWork(2, 2),
        SparkWork.of(
            () -> {
              SparkTest.spark().range(3).count();
              SparkTest.spark().range(5).collectAsList();
            }));
  }

  private static SparkWork workOf(List<String> arguments) {
    return SparkWork.of(
        () -> {
          CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
          assertEquals(0, run.code(), run.err());
        });
  }
}
