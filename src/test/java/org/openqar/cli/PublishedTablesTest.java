package org.openqar.cli;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.support.CommandLineRun;
import org.openqar.support.SampleRun;
import org.openqar.support.SparkTest;
import org.openqar.tables.Figure;
import org.openqar.tables.TableStore;
import org.openqar.tables.Tables;

/** Imports published tables into a warehouse with rates of its own, and compares the two. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedTablesTest {
  private static final String HEADER =
      "time_period,geographic_level,provider_ukprn,provider_name,provider_type,ssa_tier_1,level,std_fwk_name_stcode,age_group,"
          + "leavers,completers,achievers,retention_rate,pass_rate,achievement_rate\n";

  @TempDir private static Path temp;

  @BeforeAll
  static void copyTheSampleRun() {
    SampleRun.copyTo(temp.resolve("warehouse"));
  }

  @Test
  @Order(1)
  void theLayoutsAreListed() {
    CommandLineRun run = CommandLineRun.of("import-published", "--list-layouts", "--conf", "conf");
    assertEquals(0, run.code(), run.err());
    for (String part : List.of("nart-institutions", "ees-education-summary", "NART217_*.csv")) {
      assertTrue(run.out().contains(part), part + " is not in\n" + run.out());
    }
  }

  @ParameterizedTest(name = "{0}")
  @Order(2)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no file                 | 2 | import-published --layout nart-institutions                  | Give a FILE; --list-layouts lists what can be read
          a mapping of nothing    | 2 | import-published a.csv --mapping target/none.yaml            | --mapping holds a file's differences from a --layout
          a list of more          | 2 | import-published a.csv --list-layouts                        | --list-layouts takes no FILE, no --layout
          an unknown layout       | 2 | import-published a.csv --layout nart                         | There is no layout nart; the layouts are
          an unknown mapping      | 2 | import-published a.csv --layout nart-institutions --mapping target/none.yaml | none.yaml does not exist
          an impossible name      | 2 | import-published a.csv --layout nart-institutions --name a/b | 'a/b' cannot be the name
          an impossible year      | 2 | import-published a.csv --layout nart-institutions --year 17  | --year is '17' but must be a year from 2000
          no such file            | 1 | import-published target/none.csv --layout nart-institutions  | none.csv does not exist
          nothing imported        | 1 | compare --published --publication NARTs                      | There is no publication NARTs; there are dfe-apprenticeship-national.
          a publication of none   | 2 | compare --publication a --edition 2024-25 --edition 2023-24  | --publication goes with --published
          published, one by one   | 2 | compare --published --sensitivity                            | --published reads the warehouse alone
          published from returns  | 2 | compare --published --returns target/none                    | --published reads the warehouse alone
          published, twice        | 2 | compare --published --edition 2024-25 --edition 2023-24      | --published takes one --edition
          """)
  void aMistakeGivesOneSentenceAndACode(String what, int code, String arguments, String said) {
    CommandLineRun run = command(arguments.split(" "));
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(said), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(Files.exists(temp.resolve("warehouse/published_rate")));
  }

  @Test
  @Order(3)
  void ourRatesAreSetBesideThePublishedOnes() throws IOException {
    Row total = national("total");
    long leavers = total.getAs("leavers");
    long completers = total.getAs("completers");
    Row provider =
        store()
            .read(Tables.QAR_PROVIDER)
            .where(
                "report_type = 'apprenticeship' AND measure = 'overall' AND year = 2024"
                    + " AND dimension = 'total' AND leavers BETWEEN 1 AND 4")
            .orderBy("ukprn")
            .head();
    String cell = "Total,Total,Total,Total,";
    String text =
        HEADER
            + "202425,National,Total,Total,Total,%s%d,%d,c,%s,0,x\n"
                .formatted(
                    cell,
                    (leavers + 5) / 10 * 10,
                    (completers + 5) / 10 * 10 - 20,
                    total.getAs("retention_rate"))
            + "202425,Provider,%s,NAME,Schools,%slow,low,low,x,x,x\n"
                .formatted(provider.<Integer>getAs("ukprn"), cell)
            + "202425,Provider,99999999,NOBODY,Schools,%s10,10,10,80,90,100\n".formatted(cell)
            + "201011,National,Total,Total,Total,%s10,10,10,80,90,100\n".formatted(cell)
            + "202425,National,Total,Total,Total,Law,higher,Total,19-23,10,10,10,80,90,100\n";
    Path file = Files.writeString(temp.resolve("Rates 2024.csv"), text);
    CommandLineRun imported =
        command("import-published", file.toString(), "--layout", "ees-apprenticeship-provider");
    assertEquals(0, imported.code(), imported.err());
    assertTrue(
        imported
            .out()
            .startsWith(
                "Rates-2024: 5 rows of apprenticeship by layout ees-apprenticeship-provider, 2010/11, 2024/25"),
        imported.out());
    assertTrue(imported.out().contains("value 4, low 1"), imported.out());

    CommandLineRun run =
        command(
            "compare",
            "--published",
            "--publication",
            "Rates-2024",
            "--out",
            temp.resolve("out").toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Largest differences in counts"), run.out());
    assertTrue(!run.out().contains("dfe-apprenticeship-national"), run.out());
    Map<String, String> verdicts = new TreeMap<>();
    for (String line : Files.readAllLines(temp.resolve("out/published_comparison.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[15].matches("[0-9]+")) {
        verdicts.put(cells[15] + " " + cells[9], cells[14]);
      }
    }
    Map<String, String> expected = new TreeMap<>();
    expected.put("2 leavers", "agree");
    expected.put("2 completers", "differ");
    expected.put("2 achievers", "not comparable");
    expected.put("2 retention_rate", "agree");
    expected.put("2 pass_rate", "differ");
    expected.put("2 achievement_rate", "not comparable");
    long few = provider.getAs("completers");
    expected.put("3 leavers", "agree");
    expected.put("3 completers", few == 0 ? "differ" : "agree");
    expected.put("3 achievers", provider.<Long>getAs("achievers") == 0 ? "differ" : "agree");
    for (String rate : List.of("retention_rate", "pass_rate", "achievement_rate")) {
      expected.put("3 " + rate, "not comparable");
    }
    for (String figure : Figure.columns()) {
      expected.put("4 " + figure, "only theirs");
      expected.put("5 " + figure, "not computed here");
      expected.put("6 " + figure, "not computed here");
    }
    assertEquals(expected, verdicts);
    String all = Files.readString(temp.resolve("out/published_comparison.csv"));
    assertTrue(all.contains(",only ours,"), all);
  }

  @Test
  @Order(4)
  void ourRatesAreSetBesideTheProgramsFiguresWithoutAnImport() throws IOException {
    CommandLineRun run =
        command(
            "compare",
            "--published",
            "--publication",
            "dfe-apprenticeship-national",
            "--out",
            temp.resolve("own").toString());
    assertEquals(0, run.code(), run.err());
    BigDecimal ours = national("total").getAs("achievement_rate");
    BigDecimal points = ours.subtract(new BigDecimal("65.4"));
    String line =
        run.out()
            .lines()
            .filter(one -> one.matches(".*overall +2024/25 +achievement .*"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(run.out()));
    assertEquals(
        "%s 65.4 %+.1f".formatted(ours, points),
        line.strip().replaceAll(".*achievement +", "").replaceAll(" +", " "));
    List<String> file = Files.readAllLines(temp.resolve("own/published_comparison.csv"));
    assertTrue(
        file.contains(
            "dfe-apprenticeship-national,apprenticeship,overall,2024,national,,Total,total,Total,achievement_rate,%s,65.4,value,%s,differ,6"
                .formatted(ours, points)),
        String.join("\n", file));
  }

  @Test
  @Order(5)
  void aSubjectMatchesUnderAnEarlierName() throws IOException {
    Row digital =
        store()
            .read(Tables.QAR_NATIONAL)
            .where(
                "report_type = 'apprenticeship' AND measure = 'overall' AND provider_type = 'Total'"
                    + " AND dimension = 'ssa_t1' AND value = 'Digital Technology'")
            .orderBy(col("year").desc())
            .head();
    int year = digital.getAs("year");
    Path file =
        Files.writeString(
            temp.resolve("before.csv"),
            HEADER
                + "%d%02d,National,Total,Total,Total,Information and Communication Technology,Total,Total,Total,10,10,10,x,x,%s\n"
                    .formatted(
                        year, (year + 1) % 100, digital.<BigDecimal>getAs("achievement_rate")));
    assertEquals(0, command("import-published", file.toString()).code());
    CommandLineRun run =
        command(
            "compare",
            "--published",
            "--publication",
            "before",
            "--out",
            temp.resolve("before").toString());
    assertEquals(0, run.code(), run.err());
    String rate = digital.<BigDecimal>getAs("achievement_rate").toString();
    assertTrue(
        Files.readAllLines(temp.resolve("before/published_comparison.csv"))
            .contains(
                "before,apprenticeship,overall,%d,national,,Total,ssa_t1,Information and Communication Technology,achievement_rate,%s,%s,value,0.0,agree,2"
                    .formatted(year, rate, rate)),
        run.out());
  }

  @Test
  @Order(6)
  void aPublicationThatWasNotImportedIsRefusedAndTheImportedOnesAreNamed() {
    CommandLineRun run = command("compare", "--published", "--publication", "other");
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .contains(
                "no publication other; there are Rates-2024, before, dfe-apprenticeship-national."),
        run.err());
    run = command("compare", "--published", "--report-year", "2020");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("no rates of edition 2024-25 and report year 2020"), run.err());
  }

  @Test
  @Tag("long")
  @Order(7)
  void theNextRunSeesAnImportAndDoesNotChangeIt() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("next.csv"),
            HEADER
                + "202425,National,Total,Total,Total,Total,Total,Total,Total,10,10,10,80,90,100\n");
    assertEquals(
        0,
        command("import-published", file.toString(), "--layout", "ees-apprenticeship-provider")
            .code());
    long version = store().version(Tables.PUBLISHED_RATE);
    CommandLineRun benchmarks = command("run", "--from", "benchmarks");
    assertEquals(0, benchmarks.code(), benchmarks.err());
    CommandLineRun run = command("run");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Nothing new"), run.out());
    assertEquals(version, store().version(Tables.PUBLISHED_RATE));
    assertEquals(
        0,
        store()
            .read(Tables.RUN)
            .where("exists(tables, one -> one.table = 'published_rate')")
            .count());
    assertEquals(
        1,
        store()
            .read(Tables.RUN)
            .where("exists(inputs, one -> one.source_file = 'published_rate: next')")
            .count());
  }

  private static Row national(String dimension) {
    return store()
        .read(Tables.QAR_NATIONAL)
        .where(
            "report_type = 'apprenticeship' AND measure = 'overall' AND year = 2024"
                + " AND provider_type = 'Total'")
        .where("dimension = '%s'".formatted(dimension))
        .head();
  }

  private static TableStore store() {
    return new TableStore(SparkTest.spark(), temp.resolve("warehouse").toString());
  }

  private static CommandLineRun command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--conf", "conf", "--warehouse", temp.resolve("warehouse").toString()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }
}
