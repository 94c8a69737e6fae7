package org.openqar.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import org.openqar.cli.Qar;
import org.openqar.config.Settings;
import org.openqar.spark.Sessions;

/**
 * One command run in this JVM, on the tests' session: what it printed and how it ended.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandLineRun(int code, String out, String err) {
  /** Runs a command as {@code ./qar} would. */
  public static CommandLineRun of(String... args) {
    return of(SESSIONS, args);
  }

  /** The same on sessions of another kind. */
  public static CommandLineRun of(Sessions sessions, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Qar.run(
            sessions,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Gives the session of the tests, and ends none. */
  public static final Sessions SESSIONS =
      new Sessions() {
        @Override
        public SparkSession open(Settings settings) {
          return SparkTest.spark();
        }

        @Override
        public void close(SparkSession session) {
          // The test JVM's session outlives a command.
        }
      };
}
