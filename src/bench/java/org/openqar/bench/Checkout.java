package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A built checkout of the program, this one or an older one, and what its commands cost.
 *
 * @param name how the report names it
 * @param home its folder
 * @param logs where what its commands print is left
 */
record Checkout(String name, Path home, Path logs) {

  /** This checkout, and that of {@code -Dbench.old} where one is given. */
  static List<Checkout> all(Path logs) throws IOException {
    Files.createDirectories(logs);
    List<Checkout> all = new ArrayList<>(List.of(new Checkout("new", Path.of("").toAbsolutePath(), logs)));
    String old = System.getProperty("bench.old", "");
    if (!old.isBlank()) {
      Path home = Path.of(old).toAbsolutePath();
      if (!Files.exists(home.resolve("target/openqar.jar"))) {
        throw new IllegalArgumentException("bench.old must be a built checkout; there is no jar in " + home);
      }
      all.add(new Checkout("old", home, logs));
    }
    return all;
  }

  /** What a command costs; it must end with this code. */
  Cost cost(int expected, List<String> arguments) throws IOException, InterruptedException {
    return cost(expected, Map.of(), arguments);
  }

  private Cost cost(int expected, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("qar").toString()));
    command.addAll(arguments);
    Path log = logs.resolve(name + "-" + arguments.get(0).replaceFirst("^-+", ""));
    return Cost.of(log, expected, environment, command);
  }

  /**
   * How many SQL executions a command makes, which Spark writes into its log of events. The command
   * runs once for that alone; one that opens no session leaves no log.
   */
  long executions(List<String> arguments) throws IOException, InterruptedException {
    Path events = Files.createTempDirectory(logs, "events");
    String options = "-Xmx4g";
    for (String setting :
        List.of("enabled=true", "compress=false", "rolling.enabled=false", "dir=" + events.toUri())) {
      options += " -Dspark.eventLog." + setting;
    }
    cost(0, Map.of("QAR_JAVA_OPTIONS", options), arguments);
    long executions = 0;
    try (Stream<Path> files = Files.walk(events)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          executions += lines.filter(line -> line.contains("SparkListenerSQLExecutionStart\"")).count();
        }
      }
    }
    return executions;
  }

  /** What a class of the benchmarks costs on this checkout's class path. */
  Cost baseline(Class<?> main, List<String> options, String argument) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(
        List.of("-cp", "target/test-classes:" + Files.readString(home.resolve("target/launcher.classpath"))));
    command.addAll(List.of(main.getName(), argument));
    return Cost.of(logs.resolve(main.getSimpleName()), 0, command);
  }
}
