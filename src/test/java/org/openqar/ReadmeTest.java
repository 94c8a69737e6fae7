package org.openqar;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;

/**
 * Runs the README's commands, in order and in a copy of the warehouse of the one sample run. A
 * command that cannot run inside a test stands in {@code .ci/run} after {@code # README:}.
 */
@DisplayName("The README's commands")
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|python|text)\\n(.*?)^```$");

  @TempDir static Path temp;

  private static Path warehouse;

  @BeforeAll
  static void copyTheWarehouse() {
    warehouse = temp.resolve("warehouse of the samples");
    SampleRun.copyTo(warehouse);
  }

  @TestFactory
  @DisplayName("that start with ./qar do what they say")
  Stream<DynamicTest> commands() throws IOException {
    List<String> commands =
        commands("README.md").stream().filter(line -> line.startsWith("./qar ")).toList();
    assertTrue(commands.contains("./qar run"), "The README must show ./qar run");
    return commands.stream().map(command -> dynamicTest(command, () -> runs(command)));
  }

  @Test
  @DisplayName("that start with anything else are in .ci/run")
  void others() throws IOException {
    String build = Files.readString(Path.of(".ci/run"));
    assertAll(
        commands("README.md").stream()
            .filter(line -> !line.startsWith("./qar "))
            .map(
                line ->
                    () ->
                        assertTrue(
                            build.lines().anyMatch(("# README: " + line)::equals),
                            "No test runs '" + line + "', and .ci/run does not name it")));
  }

  @Test
  @DisplayName("in Python are lines of read_ilr.py")
  void python() throws IOException {
    List<String> script = Files.readAllLines(Path.of("src/test/python/read_ilr.py"));
    assertAll(
        blocks("README.md", "python")
            .flatMap(String::lines)
            .map(line -> () -> assertTrue(script.contains(line), "Not in read_ilr.py: " + line)));
  }

  @Test
  @DisplayName("print what the README shows of a run")
  void excerpt() throws IOException {
    String shown =
        blocks("README.md", "text")
            .filter(block -> block.startsWith("Returns\n"))
            .findFirst()
            .orElseThrow();
    List<String> printed = SampleRun.printed().out().lines().toList();
    assertAll(
        shown
            .lines()
            .filter(line -> !line.contains("…"))
            .map(line -> () -> assertTrue(printed.contains(line), "No run prints: " + line)));
  }

  private static void runs(String command) {
    CommandLineRun run = CommandLineRun.of(arguments(command));
    assertEquals(0, run.code(), () -> command + " said:\n" + run.err());
    assertFalse(run.out().isBlank(), command + " must tell something");
    Matcher written = Pattern.compile("--out (\\S+)").matcher(command);
    if (written.find()) {
      assertTrue(Files.exists(Path.of(rewritten(written.group(1)))), written.group(1));
    }
  }

  /** Its words, with every folder that it writes below the temporary one. */
  private static String[] arguments(String command) {
    List<String> words =
        new ArrayList<>(Stream.of(command.split(" +")).skip(1).map(ReadmeTest::rewritten).toList());
    if (!List.of("simulate", "editions").contains(words.get(0)) && !words.contains("--warehouse")) {
      words.addAll(List.of("--warehouse", warehouse.toString()));
    }
    return words.toArray(String[]::new);
  }

  private static String rewritten(String word) {
    return word.replaceFirst("^/data/ilr/", "data-samples/")
        .replaceFirst("^/data/qar$", warehouse.toString())
        .replaceFirst("^/tmp/", temp + "/");
  }

  private static List<String> commands(String file) throws IOException {
    return blocks(file, "sh")
        .map(block -> block.replace("\\\n", ""))
        .flatMap(String::lines)
        .map(line -> line.replaceAll(" +", " ").strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static Stream<String> blocks(String file, String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of(file)))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList()
        .stream();
  }
}
