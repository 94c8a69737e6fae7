package org.openqar.cli;

import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.spark.LocalFiles;
import org.openqar.spark.Sessions;

/** Commands that need no data answer without loading an engine. */
class StartTest {
  private static final Pattern ENGINES =
      Pattern.compile("(org[.]apache[.](spark|hadoop|parquet|logging)|io[.]delta|scala)[.].*");

  /** The Spark types in which stages declare their tables. They start nothing. */
  private static final Pattern TYPES =
      Pattern.compile(
          "(org[.]apache[.]spark[.](Spark.*Exception|SparkThrowable|sql[.]types[.].*|sql[.]catalyst[.]util[.]Collation.*|unsafe[.]types[.].*)|scala[.].*)");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          help             | 0 | --help             | Begin with:
          help of one      | 0 | export --help      | Example:
          help by a word   | 0 | help export        | Example:
          the version      | 0 | --version          | on Spark 4.
          the editions     | 0 | editions           | 2025-26
          no such command  | 2 | fly                | fly
          no such option   | 2 | editions --no-such | --no-such
          what is missing  | 2 | export             | --table
          """)
  void noEngineIsLoaded(String what, int code, String arguments, String said) throws Throwable {
    try (Recording loader = new Recording()) {
      Ended ended = run(loader, arguments.split(" "));
      assertEquals(code, ended.code, ended.printed);
      assertTrue(ended.printed.contains(said), ended.printed);
      assertEquals(List.of(), loader.engines(), "classes of the engines");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          help of a run    | 0 | run --help         | Examples:
          no such option   | 2 | run --no-such      | --no-such
          no such stage    | 2 | run --from roof    | roof
          """)
  void ofARunThatDoesNotBeginNothingButTypesIsLoaded(
      String what, int code, String arguments, String said) throws Throwable {
    try (Recording loader = new Recording()) {
      Ended ended = run(loader, arguments.split(" "));
      assertEquals(code, ended.code, ended.printed);
      assertTrue(ended.printed.contains(said), ended.printed);
      assertEquals(
          List.of(),
          loader.engines().stream().filter(TYPES.asMatchPredicate().negate()).toList(),
          "classes of the engines");
    }
  }

  /** Without this, the tests above could not fail. */
  @Test
  void aLoadedEngineIsNoticed() throws Exception {
    try (Recording loader = new Recording()) {
      loader.loadClass("org.openqar.spark.LocalFiles");
      assertFalse(loader.engines().isEmpty());
    }
  }

  @Test
  void theSettingsNameTheClassesOfTheLocalFiles() {
    assertEquals(
        List.of(LocalFiles.class.getName(), LocalFiles.OfContext.class.getName()),
        Sessions.LOCAL_FILES.values().stream().sorted().toList());
  }

  private record Ended(int code, String printed) {}

  /** Uses handles, because reflection would load every class that these methods mention. */
  private static Ended run(ClassLoader loader, String... arguments) throws Throwable {
    Class<?> sessions = loader.loadClass("org.openqar.spark.Sessions");
    Class<?> qar = loader.loadClass("org.openqar.cli.Qar");
    MethodHandles.Lookup all = MethodHandles.publicLookup();
    Object local = all.findStatic(sessions, "local", methodType(sessions)).invoke();
    MethodHandle run =
        all.findStatic(
                qar,
                "run",
                methodType(
                    int.class, sessions, PrintStream.class, PrintStream.class, String[].class))
            .asFixedArity();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code = (int) run.invokeWithArguments(List.of(local, out, out, arguments));
    return new Ended(code, printed.toString(StandardCharsets.UTF_8));
  }

  /** Loads the class path anew, as a fresh JVM does, and records what it loaded. */
  private static final class Recording extends URLClassLoader {
    private final List<String> loaded = new ArrayList<>();

    Recording() {
      super(
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Recording::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      synchronized (loaded) {
        loaded.add(name);
      }
      return found;
    }

    List<String> engines() {
      synchronized (loaded) {
        return loaded.stream().filter(ENGINES.asMatchPredicate()).toList();
      }
    }

    private static URL url(String path) {
      try {
        return new File(path).toURI().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(path, e);
      }
    }
  }
}
