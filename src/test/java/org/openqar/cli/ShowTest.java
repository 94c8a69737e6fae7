package org.openqar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.tables.Tables;

/** A few rows of a table on the terminal. */
class ShowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rates",
        "national",
        "report-types",
        "places",
        "thresholds",
        "standards",
        "department",
        "files",
        "runs"
      })
  void everyViewShowsRowsThatFit(String view) {
    List<String> lines = shown(view).out().lines().toList();
    assertTrue(lines.get(0).startsWith(view), lines.get(0));
    assertTrue(lines.size() > 3 || view.equals("runs"), lines::toString);
    for (String line : lines.subList(1, lines.size() - 1)) {
      assertTrue(line.length() <= 110 || line.startsWith("Not shown"), line);
    }
  }

  @Test
  void aViewHasTheRowsThatItsHeadingStates() {
    List<Row> expected =
        SampleRun.store()
            .read(Tables.PROVIDER_BENCHMARK)
            .where(
                "report_type = 'apprenticeship' AND measure = 'overall' AND year = 2024"
                    + " AND rate = 'achievement' AND dimension = 'total' AND method = 'provider'"
                    + " AND groups = 4 AND source = 'computed' AND rank IS NOT NULL")
            .orderBy("rank", "ukprn")
            .collectAsList();
    List<String> rows =
        shown(
                "places",
                "--where",
                "report_type=apprenticeship",
                "--columns",
                "rank,ukprn,rate_value")
            .out()
            .lines()
            .skip(2)
            .limit(expected.size())
            .map(line -> line.trim().replaceAll(" +", " "))
            .toList();
    assertEquals(
        expected.stream()
            .map(
                row ->
                    "%s %s %s"
                        .formatted(
                            row.<Integer>getAs("rank"),
                            row.<Integer>getAs("ukprn"),
                            row.<Object>getAs("rate_value")))
            .toList(),
        rows);
  }

  @Test
  void conditionsOfAViewCanBeChanged() {
    String out = shown("rates", "--where", "dimension=level", "--where", "year>=2023").out();
    assertTrue(out.lines().findFirst().get().endsWith("dimension=level, year>=2023"), out);
    assertFalse(out.contains("dimension=total"), out);
    assertFalse(out.contains(" 2022 "), out);
  }

  @Test
  void rowsAreSortedEitherWay() {
    List<String> years =
        shown("national", "--columns", "year", "--sort", "year:desc,report_type", "--limit", "100")
            .out()
            .lines()
            .skip(2)
            .map(String::trim)
            .filter(line -> line.matches("[0-9]{4}"))
            .toList();
    List<String> sorted = new ArrayList<>(years);
    sorted.sort(java.util.Comparator.reverseOrder());
    assertEquals(sorted, years);
    assertEquals("2024", years.get(0));
  }

  @Test
  void aSingleRowIsShownInFull() {
    String id = SampleRun.store().read(Tables.QAR_AIM).orderBy("aim_id").head().getAs("aim_id");
    String out = shown("qar_aim", "--where", "aim_id=" + id).out();
    for (String column : Tables.QAR_AIM.columnNames()) {
      assertTrue(out.lines().anyMatch(line -> line.trim().startsWith(column + " ")), column);
    }
  }

  @Test
  void columnsThatDoNotFitAreNamed() {
    String out = shown("qar_provider", "--limit", "3").out();
    assertTrue(out.contains("Not shown, as they do not fit: "), out);
    assertTrue(out.contains("3 of "), out);
  }

  @Test
  void withoutANameItListsViewsAndTables() {
    String out = shown().out();
    assertTrue(out.contains("places") && out.contains("quartile_threshold"), out);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          qar_nation                              | Did you mean qar_national? The views are rates,
          rates --where leaver=3                  | Did you mean leavers? Its columns are edition,
          rates --columns achievment_rate         | Did you mean achievement_rate?
          rates --where year                      | --where takes COLUMN=VALUE
          rates --where year=last                 | year takes a whole number, such as 2024; found last.
          rates --where achievement_rate=66.75    | achievement_rate takes a number with one decimal
          qar_aim --where achiever=yes            | achiever takes true or false; found yes.
          qar_aim --where learn_start_date=2024   | takes a day, such as 2024-07-31; found 2024.
          qar_aim --sort rules_hit                | cannot be sorted by rules_hit
          rates --limit 0                         | --limit takes a number from 1; found 0.
          """)
  void aMistakeIsAnsweredWithTheChoices(String arguments, String said) {
    List<String> all = new ArrayList<>(List.of("show"));
    all.addAll(List.of(arguments.split(" ")));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertEquals(2, run.code());
    assertTrue(run.err().contains(said), run.err());
  }

  @Test
  void aWarehouseWithoutTheTableIsAFailure() {
    CommandLineRun run = CommandLineRun.of("show", "rates", "--warehouse", "target/no-such");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("qar run"), run.err());
  }

  private static CommandLineRun shown(String... arguments) {
    List<String> all = new ArrayList<>(List.of("show"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--conf", "conf", "--warehouse", SampleRun.warehouse().toString()));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    return run;
  }
}
