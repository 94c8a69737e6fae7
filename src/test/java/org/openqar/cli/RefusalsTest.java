package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.config.Configuration;
import org.openqar.reports.show.View;
import org.openqar.rules.ReportTypes;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.tables.Table;
import org.openqar.tables.Tables;

/** Every refusal of a command: its exit code and its whole text, one line. */
class RefusalsTest {
  private static final Path CASES = Path.of("src/test/resources/refusals.txt");

  @TempDir private static Path temp;

  @BeforeAll
  static void lay() throws IOException {
    Files.createDirectories(temp.resolve("sheets"));
    Files.writeString(temp.resolve("sheets/learners.xlsx"), "x");
    Files.writeString(temp.resolve("sheets/learners.csv"), "x");
    Files.writeString(temp.resolve("file"), "x");
  }

  static Stream<Arguments> refusals() throws IOException {
    List<String> lines =
        Files.readAllLines(CASES).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<Arguments> cases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 3) {
      assertTrue(lines.get(i).startsWith("$ "), lines.get(i));
      cases.add(
          Arguments.of(
              lines.get(i).substring(2), Integer.parseInt(lines.get(i + 1)), lines.get(i + 2)));
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void aRefusalIsOneSentenceAndACode(String command, int code, String said) {
    CommandLineRun run = CommandLineRun.of(arguments(command));
    List<String> ours = run.err().lines().filter(line -> line.startsWith("qar: ")).toList();
    assertEquals(List.of(filled(said)), ours, run.err());
    assertEquals(code, run.code(), run.err());
    assertEquals("", run.out());
    assertFalse(run.err().contains("\tat "), run.err());
    assertTrue(said.endsWith(".") || said.endsWith("?"), said);
    assertTrue(
        run.err().lines().noneMatch(line -> line.contains("done in")),
        "no stage works before a refusal:\n" + run.err());
  }

  /** If a question finds nothing, the command says so in the place of the answer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("unanswered")
  void anEmptyResultIsAnAnswer(String command, String said) {
    CommandLineRun run = CommandLineRun.of(arguments(command));
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().lines().anyMatch(filled(said)::equals), run.out());
  }

  static Stream<Arguments> unanswered() {
    String none = "No return of provider 10999999 was found. The providers found are {providers}.";
    return Stream.of(
        Arguments.of("explain --ukprn 10999999 --learner A --warehouse WAREHOUSE", none),
        Arguments.of("explain --ukprn 10999999 --aim A --warehouse WAREHOUSE", none),
        Arguments.of(
            "explain --ukprn 10000100 --learner A --warehouse WAREHOUSE",
            "Provider 10000100 has no such learner in any return that counts."));
  }

  @Test
  void nothingIsWritten() throws IOException {
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(
          List.of("file", "sheets"),
          left.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private static String[] arguments(String command) {
    List<String> arguments = new ArrayList<>(List.of(filled(command).split(" ")));
    boolean takesConf =
        Stream.of("run ", "compare", "export", "publish", "study", "show", "explain", "import")
            .anyMatch(command::startsWith);
    if (takesConf && !command.contains("--conf")) {
      arguments.addAll(List.of("--conf", "conf"));
    }
    return arguments.toArray(String[]::new);
  }

  private static String filled(String text) {
    Configuration configuration = new Configuration(Path.of("conf"), Map.of());
    return text.replace("TMP", temp.toString())
        .replace("WAREHOUSE", SampleRun.warehouse().toString())
        .replace("{tables}", listed(Tables.ALL.stream().map(Table::name)))
        .replace("{views}", listed(View.ALL.stream().map(View::name)))
        .replace("{editions}", listed(configuration.editions().stream()))
        .replace("{layouts}", listed(configuration.layouts().stream()))
        .replace("{reports}", listed(ReportTypes.names().stream()))
        .replace(
            "{providers}",
            "10000100, 10000101, 10000102, 10000103, 10000104, 10000105, 10000106, 10000107, 10000108, 10000109, 10000110, 10000111");
  }

  private static String listed(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
