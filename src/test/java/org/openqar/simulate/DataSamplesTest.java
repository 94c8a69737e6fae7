package org.openqar.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * data-samples, with all that must come out of it, is what the simulator writes. With {@code
 * -Dqar.samples=write} it is written anew.
 */
class DataSamplesTest {
  private static final Path SAMPLES = Path.of("data-samples");

  @TempDir private Path temp;

  @Test
  void theFilesAreThoseThatTheSimulatorWrites() throws IOException {
    Path written = temp.resolve("sector");
    new Simulator(new Sector(written, 12, 640, 2020, 2024, 2024)).write();
    if ("write".equals(System.getProperty("qar.samples"))) {
      delete(SAMPLES);
      copy(written, SAMPLES);
    }
    Set<String> ours = files(written);
    assertEquals(ours, files(SAMPLES), "the files");
    List<String> others = new ArrayList<>();
    for (String file : ours) {
      if (Files.mismatch(written.resolve(file), SAMPLES.resolve(file)) != -1) {
        others.add(file);
      }
    }
    assertEquals(
        List.of(),
        others,
        "data-samples is stale: mvn -q test -Dtest=DataSamplesTest -Dqar.samples=write");
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
