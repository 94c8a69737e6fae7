package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.config.Settings;
import org.openqar.spark.Sessions;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;

/** Commands answer questions about the tables of a run without a session. */
class QuestionsWithoutSparkTest {
  private static final Sessions NONE =
      new Sessions() {
        @Override
        public SparkSession open(Settings settings) {
          throw new IllegalStateException("a session was started");
        }

        @Override
        public void close(SparkSession session) {
          throw new IllegalStateException("a session was ended");
        }
      };

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explain --ukprn 10000100 --learner 0009000011               | Rules tried
          explain --ukprn 10000100 --learner 0009000011 --format json | qar_status
          export --table qar_national --format csv --out OUT          | rows of qar_national
          export --table qar_national --format json --out OUT         | rows of qar_national
          export --table qar_national --format parquet --out OUT      | rows of qar_national
          show places                                                 | report_type
          show                                                        | quartile_threshold
          compare --edition 2024-25 --edition 2024-25                 | No aim can change.
          compare --set rules.exclusions.ldm-codes=['999']            | because no loaded aim meets exclusions.ldm-codes.
          compare --published --out OUT                               | ours less theirs, in points
          """)
  void aQuestionIsAnsweredWithoutASession(String command, String said) {
    List<String> arguments =
        new ArrayList<>(List.of(command.replace("OUT", temp.resolve("out") + "").split(" ")));
    arguments.addAll(List.of("--conf", "conf", "--warehouse", SampleRun.warehouse().toString()));
    CommandLineRun run = CommandLineRun.of(NONE, arguments.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains(said), run.out());
  }
}
