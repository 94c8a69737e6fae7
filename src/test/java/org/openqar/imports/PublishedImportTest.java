package org.openqar.imports;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.imports.Layout.Years;
import org.openqar.imports.PublishedImport.Imported;
import org.openqar.messages.UserException;
import org.openqar.support.SparkTest;
import org.openqar.tables.Figure;
import org.openqar.tables.KeyRange;
import org.openqar.tables.PublishedState;
import org.openqar.tables.Tables;

/** Files of every layout as rows, and what is refused of them. */
class PublishedImportTest extends SparkTest {
  private static final String NATIONAL =
      "Age,Sector Subject Area Tier 1,Sector Subject Area Tier 2,Apprenticeship Level,Apprenticeship Type,"
          + "Overall Cohort,Overall Achievement Rate %,Institution Type,SSA1,SSA2,HybridYear\n";

  @TempDir private Path folder;
  private PublishedFiles files;

  @BeforeEach
  void open() {
    files = new PublishedFiles(folder);
  }

  @Test
  void theTableOf2017ReproducesItsOwnNationalTotals() {
    Imported imported = files.run(PublishedFiles.REAL, "nart-national-2017-18", "", null);
    assertEquals(2619, imported.rows());
    assertEquals(0, imported.repeated());
    assertEquals(Set.of(2017), imported.years());
    for (Figure figure : List.of(Figure.LEAVERS, Figure.ACHIEVEMENT_RATE)) {
      assertEquals(
          Map.of(PublishedState.VALUE, 2046, PublishedState.BLANK, 573),
          imported.states().get(figure));
    }
    Dataset<Row> rows = rows("nart-national-2017-18");
    assertEquals(2619, rows.count());
    assertEquals(
        573, rows.where("achievement_rate_state = 'blank' AND leavers_state = 'blank'").count());
    assertEquals(2619, rows.where("achievers_state = 'absent' AND achievers IS NULL").count());
    assertEquals(2619, rows.where("size(other_filters) = 0 AND scope = 'national'").count());
    assertEquals(
        "[11,412190,67.3]",
        rows.where("dimension = 'ssa_t1' AND provider_type = 'Total'")
            .agg(
                expr("count(*)"),
                expr("sum(leavers)"),
                expr("round(sum(leavers * achievement_rate) / sum(leavers), 1)"))
            .head()
            .toString());
    assertEquals(
        "[age_band x ssa_t2,16-18 x Agriculture,Map(ssa_t1 -> Agriculture, Horticulture and Animal Care),370,78.1]",
        rows.where("line = 4")
            .select("dimension", "value", "wider_filters", "leavers", "achievement_rate")
            .head()
            .toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nart-national-2018-19,nart-national",
    "nart-provider-2018-19,nart-provider",
    "nart-institutions,institutions",
    "ees-apprenticeship-national,ees-national",
    "ees-apprenticeship-provider,ees-provider",
    "ees-apprenticeship-provider,ees-provider-2025-26",
    "ees-education-summary,ees-education"
  })
  void everyLayoutIsReadAsItsFileSays(String layout, String name) throws IOException {
    Path cases = Path.of("src/test/resources/published/invented");
    assertEquals(
        Files.readAllLines(cases.resolve(name + ".expected")),
        files.rows(cases.resolve(name + ".csv"), layout).stream()
            .map(PublishedImportTest::shown)
            .toList());
  }

  private static String shown(PublishedRow row) {
    return "%d|%d|%s|%s|%s|%s|%s|%s|%s|%s"
        .formatted(
            row.line(),
            row.year(),
            row.scope(),
            row.ukprn(),
            row.providerType(),
            row.dimension(),
            row.value(),
            row.widerFilters(),
            row.otherFilters(),
            row.figures().values().stream()
                .map(one -> one.number() == null ? one.state().label() : one.number().toString())
                .collect(Collectors.joining("|")));
  }

  @Test
  void rowsAreReadWithAByteOrderMarkWindowsLineEndsQuotesAndBlankLines() {
    String text =
        "\uFEFF\"Age\""
            + NATIONAL.substring(3)
            + "16-18,\"Arts, \"\"Media\"\"\",All SSA T2,All,All,\"1,240\", 65 ,All,,,2017-18\n\n";
    Imported imported =
        files.run(
            files.write("a.csv", text.replace("\n", "\r\n")), "nart-national-2017-18", "", null);
    assertEquals(1, imported.rows());
    Row row = rows("nart-national-2017-18").head();
    assertEquals("Arts, \"Media\" x 16-18", row.getAs("value"));
    assertEquals(1240L, row.<Long>getAs("leavers"));
    assertEquals("65.0", row.getAs("achievement_rate").toString());
  }

  @Test
  void aMappingNamesRenamedColumnsAndFractionsBecomePercentages() {
    String text =
        "Who,Field,Subfield,Stage,Cohort size,Rate,Kind,Year\n"
            + "All Age,All,All,3,100,0.6735,All,201718\n"
            + "All Age,All,All,All,200,1,All,201718\n";
    String mapping =
        """
        rates: FRACTION
        columns:
          age_band: [Who]
          ssa_t1: [Field]
          ssa_t2: [Subfield]
          level: [Stage]
          leavers: [cohort-size]
          achievement_rate: [Rate]
          provider_type: [Kind]
          year: [Year]
        """;
    files.run(files.write("b.csv", text), "nart-national-2017-18", mapping, null);
    assertEquals(
        "[[level,Advanced,67.4], [total,Total,100.0]]",
        rows("nart-national-2017-18")
            .orderBy("line")
            .select("dimension", "value", "achievement_rate")
            .collectAsList()
            .toString());
  }

  @Test
  void importingAPublicationAgainReplacesItAndLeavesOthers() {
    Path one = files.write("c.csv", NATIONAL + "All,All,All,All,All,100,50,All,,,2017/18\n");
    Path other =
        files.write(
            "d.csv",
            NATIONAL
                + "All,All,All,All,All,200,60,All,,,2018/19\n"
                + "All,All,All,2,Intermediate,200,60,All,,,2018/19\n");
    files.run(one, "nart-national-2017-18", "", null);
    files.run(one, "nart-national-2018-19", "", null);
    String before = rows("nart-national-2018-19").head().getAs("content_hash");
    files.run(other, "nart-national-2018-19", "", null);
    assertEquals(1, rows("nart-national-2017-18").count());
    assertEquals(2, rows("nart-national-2018-19").where("year = 2018").count());
    assertFalse(
        before.equals(rows("nart-national-2018-19").head().<String>getAs("content_hash")), before);
    files.run(one, "nart-national-2018-19", "", null);
    assertEquals(before, rows("nart-national-2018-19").head().<String>getAs("content_hash"));
  }

  @Test
  void ofARefusedFileNothingIsKept() throws IOException {
    Path wrong =
        files.write(
            "e.csv",
            NATIONAL
                + "All,All,All,All,All,100,50,All,,,2017/18\n"
                + "All,All,All,2,Intermediate,200,160,All,,,2017/18\n");
    assertThrows(UserException.class, () -> files.run(wrong, "nart-national-2017-18", "", null));
    assertFalse(Files.exists(folder.resolve("warehouse")));
    Path right = files.write("f.csv", NATIONAL + "All,All,All,All,All,100,50,All,,,2017/18\n");
    files.run(right, "nart-national-2017-18", "", null);
    long version = files.store().version(Tables.PUBLISHED_RATE);
    assertThrows(UserException.class, () -> files.run(wrong, "nart-national-2017-18", "", null));
    assertEquals(1, rows("nart-national-2017-18").count());
    assertEquals(version, files.store().version(Tables.PUBLISHED_RATE));
    try (Stream<Path> left = Files.list(folder.resolve("warehouse"))) {
      assertEquals(List.of("published_rate"), left.map(p -> p.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an unknown symbol         | 16-18,A,B,2,Intermediate,100,??,All,,,2017/18     | line 2, column 7 (Overall Achievement Rate %): '??' is neither a rate nor one of the symbols
          a count with a fraction   | 16-18,A,B,2,Intermediate,10.5,50,All,,,2017/18    | line 2, column 6 (Overall Cohort): '10.5' is neither a count
          a rate over 100           | 16-18,A,B,2,Intermediate,100,100.1,All,,,2017/18  | line 2, column 7 (Overall Achievement Rate %): the rate 100.1 is not from 0 to 100
          a rate below 0            | 16-18,A,B,2,Intermediate,100,-0.1,All,,,2017/18   | column 7 (Overall Achievement Rate %): the rate -0.1 is not from 0 to 100
          only fractions            | 16-18,A,B,2,Intermediate,100,0.67,All,,,2017/18   | no rate is over 1
          a level that is not one   | 16-18,A,B,7,Intermediate,100,67,All,,,2017/18     | line 2, column 4 (Apprenticeship Level): '7' is not a value of level, which are 2, 3, 4+
          a total in other words    | Total age,A,B,2,Intermediate,100,67,All,,,2017/18 | line 2, column 1 (Age): 'Total age' is not a value of age_band, and its total is written All, Total, All Age
          no age                    | ,A,B,2,Intermediate,100,67,All,,,2017/18          | line 2, column 1 (Age): '' is not a value of age_band
          years not consecutive     | 16-18,A,B,2,Intermediate,100,67,All,,,2017/19     | line 2, column 11 (HybridYear): '2017/19' is not an academic year
          no year                   | 16-18,A,B,2,Intermediate,100,67,All,,,1718        | '1718' is not an academic year
          too few cells             | 16-18,A,B,2,Intermediate,100,67,All               | line 2: it has 8 cells, but the header has 11
          an open quote             | 16-18,"A,B,2,Intermediate,100,67,All,,,2017/18    | line 2: it has an opening quote without a closing one
          text after a quote        | 16-18,"A"B,B,2,Intermediate,100,67,"All",,,2017   | line 2: it cannot be split
          a cell twice              | All,A,All,2,Intermediate,100,67,All,,,2017;All Age,A,All SSA T2,2,Intermediate,100,67,All,,,2017/18 | line 3: the cell ssa_t1 x level 'A x Intermediate' of 2017 is given twice, line 2 has it already
          a cell told otherwise     | All,All,B,2,Intermediate,100,67,All,,,2017;All,A,B,2,Intermediate,110,67,All,,,2017 | line 3: the cell level x ssa_t2 'Intermediate x B' of 2017 is given twice, line 2 gives it other figures
          """)
  void whatCannotBePlacedIsRefusedWithLineAndColumn(String what, String lines, String said) {
    refused(NATIONAL + lines.replace(';', '\n') + "\n", "nart-national-2017-18", "", null, said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a region                | 202324,Regional,E92000001,Total,10000001,A,100,100,90,90,90,100 | line 2, column 2 (geographic_level): 'Regional' cannot be placed
          a provider of no nation | 202324,National,E92000001,Total,10000001,A,100,100,90,90,90,100 | it is National, but the row has a provider
          no provider             | 202324,Provider,E92000001,Total,,A,100,100,90,90,90,100         | it is Provider, but the row has no provider
          no UKPRN                | 202324,Provider,E92000001,Total,1000,A,100,100,90,90,90,100     | line 2, column 5 (provider_ukprn): '1000' is not a UKPRN
          another country         | 202324,Provider,W92000004,Total,10000001,A,100,100,90,90,90,100 | line 2, column 3 (country_code): 'W92000004' is none of E92000001
          too many achievers      | 202324,Provider,E92000001,Total,10000001,A,100,100,110,90,90,90 | line 2, column 9 (achievers): 110 are more than the 100 leavers
          too many completers     | 202324,Provider,E92000001,Total,10000001,A,100,106,90,90,90,90  | line 2, column 8 (completers): 106 are more than the 100 leavers
          """)
  void aRowThatContradictsItselfIsRefused(String what, String line, String said) {
    refused(
        "time_period,geographic_level,country_code,level,provider_ukprn,provider_name,leavers,completers,achievers,"
            + "retention_rate,pass_rate,achievement_rate\n"
            + line
            + "\n",
        "ees-apprenticeship-provider",
        "",
        null,
        said);
  }

  @Test
  void aHeaderThatIsNotTheLayoutsIsRefused() {
    String row = "All,All,All,All,All,100,50,All,,,2017/18\n";
    String layout = "nart-national-2017-18";
    refused(
        NATIONAL.replace("SSA2", "SSA3") + row,
        layout,
        "",
        null,
        "line 1, column 10 (SSA3): is not a column that layout");
    refused(
        NATIONAL.replace("SSA2", "Age") + row,
        layout,
        "",
        null,
        "column 10 (Age): holds age_band, and so does column 1");
    refused(
        NATIONAL.replace("Age,", "SSA1,") + row,
        layout,
        "",
        null,
        "no column gives age_band, which layout nart-national-2017-18 knows as 'Age' or 'Age Band'; give its name in a mapping file under columns. The layouts are ees-apprenticeship-national,");
    refused(
        "time_period,ukprn,leavers,achievement_rate\n2425,10000001,10,50\n",
        layout,
        "",
        null,
        "Layout roatp-apprenticeship-provider has these columns.");
    refused(NATIONAL, layout, "", null, "has a header but no rows");
    refused("", layout, "", null, "is empty");
    refused(NATIONAL + row, layout, "", 2017, "has a column of the year: leave --year out");
    refused(NATIONAL.replace("HybridYear", "SSA1") + row, layout, "", null, "no column gives year");
    refused(
        "Age_Band,Sector_Subject_Area_T2,Apprenticeship_Level_Grouped,Overall_Leavers,Overall_Achievement_Rate\n",
        "nart-institutions",
        "",
        null,
        "has no column of the year: give it with --year");
    refused(NATIONAL + row, layout, "rates: FRACTION", null, "the rate 50 is not from 0 to 1; if");
    refused(
        NATIONAL + "x".repeat(2001) + row,
        layout,
        "",
        null,
        "line 2: it cannot be split at column");
    refused("x".repeat(300_000), layout, "", null, "line 1: it is longer than");
    refused("a,".repeat(400), layout, "", null, "line 1: it cannot be split");
    Path latin =
        files.write(
            "latin.csv",
            (NATIONAL + "Caf\u00e9,All,All,All,All,100,50,All,,,2017/18\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    String said =
        assertThrows(UserException.class, () -> files.run(latin, layout, "", null)).getMessage();
    assertTrue(said.contains("line 2: it is not UTF-8"), said);
    said =
        assertThrows(
                UserException.class, () -> files.run(folder.resolve("none.csv"), layout, "", null))
            .getMessage();
    assertTrue(said.contains("none.csv does not exist"), said);
  }

  @Test
  void aCellToldAgainUnderAWiderHeadingIsPassedOver() {
    Imported imported =
        files.run(
            files.write(
                "g.csv",
                NATIONAL
                    + "All,All,B,2,Intermediate,100,67,All,,,2017\n"
                    + "All,A,B,2,Intermediate,100,67,All,,,2017\n"),
            "nart-national-2017-18",
            "",
            null);
    assertEquals(1, imported.rows());
    assertEquals(1, imported.repeated());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"2425,2024", "2021,2020", "9900,2099", "2426,", "202425,", "2024/25,", "24,"})
  void aYearInShortIsTwoPairs(String text, Integer year) {
    assertEquals(year, RowReader.year(text, Years.SHORT));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2017/18,2017",
    "2017-18,2017",
    "201718,2017",
    "2017,2017",
    "2017/2018,2017",
    "1999/00,",
    "2099/00,2099",
    "2017/19,",
    "17/18,",
    "Autumn,"
  })
  void aYearIsReadInItsForms(String text, Integer year) {
    assertEquals(year, RowReader.year(text, Years.FULL));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roatp-apprenticeship-national | time_period,leavers,achievement_rate
          roatp-apprenticeship-provider | Time Period,UKPRN,Leavers,Achievement_Rate
          ees-education-summary         | time_period,provider_ukprn,leavers,achievement_rate
          ees-apprenticeship-provider   | time_period,provider_ukprn,leavers,completers,achievers,retention_rate,pass_rate,achievement_rate,age_youth_adult
          nart-institutions             | UKPRN,Age_Band,Sector_Subject_Area_T2,Apprenticeship_Level_Grouped,Overall_Leavers,Overall_Achievement_Rate
          """)
  void theHeaderTellsTheLayout(String layout, String header) {
    assertEquals(
        layout,
        new LayoutChoice(PublishedFiles.LAYOUTS).of("a.csv", List.of(header.split(","))).name());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          two are alike     | Age,SSA Tier 1,SSA Tier 2,Apprenticeship Level,Institution Type,Overall Cohort,Overall Achievement Rate %,HybridYear | a.csv, line 1: the layouts nart-national-2017-18, nart-national-2018-19 have these columns: say which it is with --layout.
          one is missing    | time_period,leavers | a.csv, line 1: no layout has these columns. The nearest is roatp-apprenticeship-national: no column gives achievement_rate ('achievement_rate'). The layouts are ees-apprenticeship-national, ees-apprenticeship-provider,
          one is unknown    | time_period,ukprn,leavers,achievement_rate,Mood | The nearest is roatp-apprenticeship-provider: it does not know 'Mood'.
          both              | time_period,provider,leavers,achievement_rate | it does not know 'provider'. The layouts are
          """)
  void aHeaderWithoutALayoutOfItsOwnIsRefusedWithThoseThatThereAre(
      String what, String header, String said) {
    LayoutChoice choice = new LayoutChoice(PublishedFiles.LAYOUTS);
    List<String> names = List.of(header.split(","));
    String message =
        assertThrows(UserException.class, () -> choice.of("a.csv", names)).getMessage();
    assertTrue(message.contains(said), message);
    assertTrue(message.startsWith("a.csv, line 1: "), message);
  }

  private void refused(String text, String layout, String mapping, Integer year, String said) {
    Path file = files.write("refused.csv", text);
    String message =
        assertThrows(UserException.class, () -> files.run(file, layout, mapping, year), said)
            .getMessage();
    assertTrue(message.contains(said), message);
    assertTrue(message.startsWith(file.toString()), message);
  }

  private Dataset<Row> rows(String publication) {
    return files.store().read(Tables.PUBLISHED_RATE, KeyRange.ofPublication(publication));
  }
}
