package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.IlrXml;

/**
 * Repeats an error of the Department: its first publication for 2019/20 counted apprentices who had
 * left as continuing, and the national rate was 64.2 instead of 57.5 (qar-rules 5.4).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareTest {
  private static final int PROVIDER = 10000001;
  private static final int ACHIEVED = 575;
  private static final int WITHDRAWN = 321;
  private static final int VANISHED = 104;

  @TempDir private static Path temp;

  @BeforeAll
  void returnAThousandApprentices() {
    IlrXml first = IlrXml.of(PROVIDER, 2018);
    IlrXml second = IlrXml.of(PROVIDER, 2019);
    for (int i = 0; i < ACHIEVED + WITHDRAWN + VANISHED; i++) {
      add(first, i, "1", null, null, null);
      if (i < ACHIEVED) {
        add(second, i, "2", "1", null, "2020-06-30");
      } else if (i < ACHIEVED + WITHDRAWN) {
        add(second, i, "3", "3", "98", "2020-02-29");
      }
    }
    first.writeBelow(temp.resolve("returns"));
    second.writeBelow(temp.resolve("returns"));
  }

  private static void add(
      IlrXml xml, int number, String status, String outcome, String reason, String end) {
    xml.learner(
            "LearnRefNumber", "L%04d".formatted(number),
            "ULN", String.valueOf(1_000_000_000L + number),
            "DateOfBirth", "2000-01-15")
        .aim(
            "LearnAimRef", "ZPROG001",
            "AimType", "1",
            "LearnStartDate", "2018-09-03",
            "LearnPlanEndDate", "2020-06-30",
            "FundModel", "36",
            "ProgType", "3",
            "FworkCode", "403",
            "PwayCode", "1",
            "CompStatus", status,
            "LearnActEndDate", end,
            "WithdrawReason", reason,
            "Outcome", outcome);
  }

  @Test
  @Tag("long")
  void withdrawnApprenticesCountedAsContinuingMoveTheNationalRate() throws IOException {
    Path out = temp.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(
            arguments(
                "--set",
                "rules.overdue.vanished=CONTINUING",
                "--set",
                "rules.exclusions.transfer-days=90",
                "--out",
                out.toString()));
    assertEquals(0, run.code(), run.err());
    String said = run.out();
    assertTrue(said.contains("But no loaded aim meets exclusions.transfer-days.\n"), said);
    assertTrue(said.contains("104 aims have another verdict"), said);
    assertTrue(said.matches("(?s).*1000 -> 896 +575 -> 575 +57\\.5 -> 64\\.2 +\\+6\\.7.*"), said);
    assertTrue(
        said.contains("QAR Inclusion 2019/20 -> Continuing; no longer")
            && said.contains("ALL-OVERDUE-01"),
        said);

    List<String> changes = Files.readAllLines(out.resolve("changes.csv"));
    assertEquals(1 + VANISHED, changes.size());
    assertTrue(changes.stream().noneMatch(line -> line.contains("10000000")), changes.get(1));
    assertEquals(2, Files.readAllLines(out.resolve("tally.csv")).size());
    assertEquals(3, Files.readAllLines(out.resolve("effect.csv")).size());
    try (Stream<Path> left = Files.list(temp)) {
      assertEquals(
          List.of("out", "returns"),
          left.map(it -> it.getFileName().toString())
              .filter(name -> !name.startsWith("reference"))
              .sorted()
              .toList(),
          "a copy of the warehouse is left");
    }
  }

  @Test
  @Tag("long")
  void aDifferenceThatOnlyR04DecidesIsNotComputedWithoutR04() {
    CommandLineRun run =
        CommandLineRun.of(arguments("--set", "rules.returns.late-reporting=ACHIEVED"));
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                "They differ in returns.late-reporting (ALL, ACHIEVED).\n"
                    + "No aim can change, because no R04 return is loaded."),
        run.out());
  }

  @Test
  void equalRuleSetsAreNotComputed() {
    CommandLineRun run = CommandLineRun.of(arguments("--edition", "2019-20"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("They differ in no parameter and no rule."), run.out());
    assertTrue(Files.notExists(temp.resolve("warehouse")), "nothing was computed");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --edition 2019-20                                              | nothing to compare 2019-20 with
          --edition 2018-19 --edition 2019-20 --edition 2020-21          | Two editions can be compared; 3 are given
          --edition 2018-19 --edition 2019-20 --sensitivity              | --sensitivity needs at least one --set
          --edition 2018-19 --edition 2019-21                            | 2019-21
          --set rules.overdue.gone=CONTINUING                            | overdue.gone
          --set rules.overdue.vanished=LOST                              | overdue.vanished
          """)
  void anImpossibleComparisonIsRefusedInASentence(String arguments, String said) {
    List<String> all = new ArrayList<>(List.of("compare", "--conf", "conf"));
    all.addAll(List.of(arguments.split(" ")));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(said), run.err());
  }

  private static String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "compare",
                "--conf",
                "conf",
                "--returns",
                temp.resolve("returns").toString(),
                "--warehouse",
                temp.resolve("warehouse").toString(),
                "--edition",
                "2019-20",
                "--report-year",
                "2019"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
