package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;

/** {@code qar publish} on the sample run. */
class PublishTest {
  @TempDir private static Path temp;

  @Test
  void aReportIsPublishedAndReplaced() throws IOException {
    CommandLineRun first = publish("--policy", "dfe-narts", "--report-type", "apprenticeship");
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("apprenticeship_national.csv: "), first.out());
    assertTrue(first.out().contains(" rows, 0 of them hidden (0.0 %)"), first.out());
    assertTrue(!first.out().contains("traineeship"), first.out());
    List<String> rows = Files.readAllLines(temp.resolve("out/apprenticeship_national.csv"));
    assertTrue(rows.stream().anyMatch(row -> row.endsWith(",low,x,x,x")), "a small cell");

    CommandLineRun second = publish("--policy", "strict", "--report-type", "apprenticeship");
    assertEquals(1, second.code());
    assertTrue(second.err().contains("give --replace"), second.err());
    CommandLineRun third =
        publish("--policy", "strict", "--report-type", "apprenticeship", "--replace");
    assertEquals(0, third.code(), third.err());
    assertTrue(third.err().contains("] apprenticeship, overall, 2024/25: done in "), third.err());
    assertTrue(
        third.out().contains("More than half of apprenticeship_providers.csv is hidden ("),
        third.out());
    assertTrue(
        Files.readString(temp.resolve("out/datapackage.json"))
            .contains("\"openqar-qar-2024-strict\""));
  }

  @Test
  void absentCellsAreFilledWithLow() throws IOException {
    List<List<String>> files = new ArrayList<>();
    for (String fill : List.of("", "--fill-absent")) {
      List<String> arguments =
          new ArrayList<>(
              List.of("--policy", "dfe-narts", "--report-type", "traineeship", "--replace"));
      if (!fill.isEmpty()) {
        arguments.add(fill);
      }
      arguments.addAll(List.of("--out", temp.resolve("filled" + fill).toString()));
      CommandLineRun run = publish(arguments.toArray(String[]::new));
      assertEquals(0, run.code(), run.err());
      files.add(
          Files.readAllLines(temp.resolve("filled" + fill).resolve("traineeship_providers.csv")));
    }
    assertTrue(files.get(1).containsAll(files.get(0)), "every row stays as it is");
    List<String> added = new ArrayList<>(files.get(1));
    added.removeAll(files.get(0));
    assertTrue(added.size() > 20, added.size() + " rows are added");
    assertTrue(added.stream().allMatch(row -> row.endsWith(",low,low,low,x,x,x")), "all low");
    assertTrue(
        Files.readString(temp.resolve("filled--fill-absent/methodology.md"))
            .contains("is filled with `low`, which means 0 to 4."));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | --policy lax                                  | the policies are dfe-narts, strict, none
          2 | --policy none --report-type apprenticeships   | There is no report apprenticeships
          1 | --policy strict --fill-absent                 | --fill-absent fills absent cells with low, which policy strict does not know: leave --fill-absent out
          1 | --policy none --edition 2018-19               | There is no run of edition 2018-19 for 2024/25; there is 2024-25 for 2024/25:
          """)
  void anImpossiblePackageIsRefusedInASentence(int code, String arguments, String said) {
    CommandLineRun run = publish(arguments.split(" "));
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(said), run.err());
  }

  private static CommandLineRun publish(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("publish", "--conf", "conf", "--warehouse", SampleRun.warehouse().toString()));
    all.addAll(List.of(more));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", temp.resolve("out").toString()));
    }
    return CommandLineRun.of(all.toArray(String[]::new));
  }
}
