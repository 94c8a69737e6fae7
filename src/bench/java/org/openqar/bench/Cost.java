package org.openqar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a process took, with all that it started.
 *
 * @param wall seconds on the clock
 * @param cpu seconds of the processors, in the program and in the kernel
 * @param peak most resident memory of any process, in MB; where there is no {@code /proc}, 0
 */
record Cost(double wall, double cpu, long peak) {
  /** By bash, which reckons with children, at least on every machine that can run the launcher. */
  private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" >\"$0.out\" 2>\"$0.err\"";

  private static final int LOOK_EVERY_MILLIS = 20;

  /**
   * Runs a command and waits for it. What it prints is left in {@code <log>.out} and {@code <log>.err}.
   *
   * @throws IllegalStateException if it ends with another code than the expected one
   */
  static Cost of(Path log, int expected, List<String> command) throws IOException, InterruptedException {
    return of(log, expected, Map.of(), command);
  }

  /** The same with more in its environment. */
  static Cost of(Path log, int expected, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, log.toString()));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    Path times = Path.of(log + ".time");
    Process process = builder.redirectError(times.toFile()).start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, process.descendants().mapToLong(one -> peakOf(one.pid())).max().orElse(0));
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    int code = process.waitFor();
    if (code != expected) {
      throw new IllegalStateException(
          "%s ended with code %d, not %d; see %s.err".formatted(command, code, expected, log));
    }
    String[] words = Files.readString(times).strip().split(" ");
    return new Cost(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]) + Double.parseDouble(words[2]), peak);
  }

  /** A property of a process that Linux tells; 0 once it is gone. */
  private static long peakOf(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
