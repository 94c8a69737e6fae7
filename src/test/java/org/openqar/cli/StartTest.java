package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
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

/** Commands that need no data answer before any of the engines is loaded. */
class StartTest {
  private static final Pattern ENGINES =
      Pattern.compile("(org[.]apache[.](spark|hadoop|parquet|logging)|io[.]delta|scala)[.].*");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          help             | 0 | --help             | Begin with:
          help of one      | 0 | run --help         | Examples:
          the version      | 0 | --version          | on Spark 4.
          the editions     | 0 | editions           | 2025-26
          no such command  | 2 | fly                | fly
          no such option   | 2 | run --no-such      | --no-such
          no such stage    | 2 | run --from roof    | roof
          what is missing  | 2 | export             | --table
          """)
  void noEngineIsLoaded(String what, int code, String arguments, String said) throws Exception {
    try (Recording loader = new Recording()) {
      Ended ended = run(loader, arguments.split(" "));
      assertEquals(code, ended.code, ended.printed);
      assertTrue(ended.printed.contains(said), ended.printed);
      assertEquals(List.of(), loader.engines(), "classes of the engines");
    }
  }

  /** Or the test above could not fail. */
  @Test
  void anEngineThatIsLoadedIsSeen() throws Exception {
    try (Recording loader = new Recording()) {
      loader.loadClass("org.openqar.spark.LocalFiles");
      assertFalse(loader.engines().isEmpty());
    }
  }

  @Test
  void theNamesOfTheLocalFilesAreThoseOfTheirClasses() {
    assertEquals(
        List.of(LocalFiles.class.getName(), LocalFiles.OfContext.class.getName()),
        Sessions.LOCAL_FILES.values().stream().sorted().toList());
  }

  private record Ended(int code, String printed) {}

  private static Ended run(ClassLoader loader, String... arguments) throws Exception {
    Class<?> sessions = loader.loadClass("org.openqar.spark.Sessions");
    Object local = sessions.getMethod("local").invoke(null);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code =
        (int)
            loader
                .loadClass("org.openqar.cli.Qar")
                .getMethod("run", sessions, PrintStream.class, PrintStream.class, String[].class)
                .invoke(null, local, out, out, arguments);
    return new Ended(code, printed.toString(StandardCharsets.UTF_8));
  }

  /** Loads the class path anew, as a JVM that has just started does, and keeps what it loaded. */
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
