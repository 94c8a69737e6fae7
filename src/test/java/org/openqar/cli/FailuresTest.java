package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.SparkUserAppException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.Submit;
import org.openqar.messages.UserException;
import org.openqar.spark.Sessions;
import picocli.CommandLine;

/** The sentence that a person reads about a failure, and the exit code. */
class FailuresTest {
  private static final String BORN = "Text '1999-02-30' could not be parsed";

  private String said;

  private int told(Throwable failure) {
    StringWriter err = new StringWriter();
    CommandLine line = Qar.commandLine(Sessions.local());
    line.setErr(new PrintWriter(err));
    int code = Failures.report(failure, line);
    said = err.toString().strip();
    return code;
  }

  @Test
  void aSentenceIsPrintedWhateverWrapsIt() {
    UserException meant = UserException.usage("Setting x must be y.");
    assertEquals(2, told(new SparkException("Job aborted", new RuntimeException(BORN, meant))));
    assertEquals("qar: Setting x must be y.", said);
    assertEquals(1, told(new UncheckedIOException(new IOException(UserException.failed("No.")))));
    assertEquals("qar: No.", said);
  }

  static Stream<Arguments> refusalsOfFileSystems() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), "no space is left"),
        Arguments.of(
            new IOException("Mkdirs failed to create file:/x/y (exists=false, cwd=file:/z)"),
            "a folder on its way is a file or cannot be made"),
        Arguments.of(new FileNotFoundException("/x (Permission denied)"), "access is denied"),
        Arguments.of(new FileNotFoundException("/x (Is a directory)"), "it is a folder"),
        Arguments.of(new FileNotFoundException("File /x does not exist"), "it is not there"),
        Arguments.of(new NoSuchFileException("/x"), "it is not there"),
        Arguments.of(new AccessDeniedException("/x"), "access is denied"),
        Arguments.of(
            new FileSystemException("/x", null, "Read-only file system"),
            "the file system can only be read"),
        Arguments.of(new IOException("Stale handle.\nat that"), "Stale handle"),
        Arguments.of(new IOException(), "IOException"));
  }

  @ParameterizedTest
  @MethodSource("refusalsOfFileSystems")
  void aPathThatCannotBeWrittenIsNamedWithTheReason(IOException why, String reason) {
    assertEquals(1, told(UserException.io("/x/y cannot be written", why, "make room")));
    assertEquals("qar: /x/y cannot be written: " + reason + "; make room.", said);
  }

  @Test
  void aFullDiskBelowSparkIsNotAFaultOfTheProgram() {
    assertEquals(
        1, told(new SparkException("Task failed", new IOException("No space left on device"))));
    assertTrue(said.startsWith("qar: A file or folder cannot be used, no space is left: "), said);
    assertEquals(1, told(new SparkException("Task failed", new OutOfMemoryError("Java heap"))));
    assertTrue(said.startsWith("qar: There is not enough memory: "), said);
  }

  @Test
  void anyOtherExceptionIsAFaultThatSaysHowToReportItAndNothingAboutALearner() {
    assertEquals(1, told(new IllegalStateException("outer", new IllegalArgumentException(BORN))));
    assertFalse(said.contains("1999"), said);
    assertTrue(
        said.matches(
            "qar: OpenQAR has a fault \\(IllegalArgumentException at FailuresTest.java:[0-9]+\\)\\."
                + " Please report it as CONTRIBUTING.md describes; QAR_STACK_TRACE=1 shows where it"
                + " happened\\."),
        said);
  }

  @Test
  void underSparkSubmitTheApplicationEndsWithTheCodeAndWithoutATrace() {
    SparkUserAppException ended =
        assertThrows(
            SparkUserAppException.class, () -> Submit.main(new String[] {"run", "--no-such"}));
    assertEquals(2, ended.exitCode());
    assertEquals(null, ended.getCause());
  }
}
