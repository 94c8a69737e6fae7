package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;

/** The worked example of docs/how-to/published-tables.md, command by command. */
@Tag("long")
class DepartmentThresholdsTest {
  private static final String SECTION = "## The Department's thresholds";

  @TempDir private static Path temp;

  @Test
  void theExampleInTheDocsPrintsWhatTheDocsShow() throws IOException {
    SampleRun.copyTo(temp.resolve("warehouse"));
    String page = Files.readString(Path.of("docs/how-to/published-tables.md"));
    String section = page.substring(page.indexOf(SECTION));
    String shown = "";
    List<String> commands =
        block(section, "sh").replace("\\\n", " ").lines().map(String::strip).toList();
    assertEquals(3, commands.size());
    for (String command : commands) {
      List<String> arguments = new ArrayList<>(List.of(command.replace("./qar ", "").split(" +")));
      arguments.addAll(
          List.of("--conf", "conf", "--warehouse", temp.resolve("warehouse").toString()));
      CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
      assertEquals(0, run.code(), run.err());
      shown = run.out();
    }
    String expected = block(section, "text");
    assertTrue(shown.contains(expected), shown);
  }

  private static String block(String section, String language) {
    String opening = "```" + language + "\n";
    int start = section.indexOf(opening) + opening.length();
    return section.substring(start, section.indexOf("```", start));
  }
}
