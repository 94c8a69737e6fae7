package org.openqar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.config.Configuration;
import org.openqar.imports.Layout.Rates;
import org.openqar.messages.UserException;

/**
 * The layouts that come with the program, mapping files over them, and what is refused of these.
 */
class LayoutTest {
  private static final String NATIONAL = "nart-national-2017-18";

  @TempDir private Path folder;

  @Test
  void theProgramBringsTheSameLayoutsAsTheConfFolder() {
    Configuration ours = new Configuration(null, Map.of());
    Configuration conf = new Configuration(Path.of("conf"), Map.of());
    assertEquals(conf.layouts(), ours.layouts());
    assertEquals(9, ours.layouts().size());
    for (String name : ours.layouts()) {
      assertEquals(
          conf.layout(name, null, Layout.class), ours.layout(name, null, Layout.class), name);
    }
  }

  @Test
  void aConfFolderWithoutLayoutsHasThoseOfTheProgram() {
    assertEquals(9, new Configuration(folder, Map.of()).layouts().size());
  }

  @Test
  void aMappingMakesListsLongerAndTakesThePlaceOfSingleValues() {
    Layout layout =
        mapped(
            """
            rates: FRACTION
            columns: {leavers: [Cohort size], pass_rate: [Pass]}
            totals: {age_band: [Everybody]}
            values: {level: {"5": Higher}}
            """);
    assertEquals(Rates.FRACTION, layout.rates());
    assertEquals(
        List.of("Overall Cohort", "Overall Leavers", "Cohort size"),
        layout.columns().get("leavers"));
    assertEquals(List.of("Pass"), layout.columns().get("pass_rate"));
    assertTrue(layout.isTotal("age_band", "everybody"));
    assertTrue(layout.isTotal("age_band", "ALL AGE"));
    assertEquals("Higher", layout.values().get("level").get("5"));
    assertEquals("Higher", layout.values().get("level").get("4+"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a key that no layout has | colums: {leavers: [Cohort]}                  | has no setting colums. Did you mean columns? Known there are name, title
          a column misspelt        | columns: {leavrs: [Cohort]}                  | columns.leavrs is unknown; known there are achievement_rate, achievers,
          no list                  | columns: {leavers: Cohort}                   | columns.leavers is a single value but must be a list
          a list for a rate        | rates: [FRACTION]                            | rates is a list but must be a single value
          no such unit             | rates: PERMILLE                              | rates is 'PERMILLE' but must be one of PERCENT, FRACTION.
          no such report           | report-type: apprenticeships                 | report-type is apprenticeships but must be one of apprenticeship,
          no such measure          | measure: total                               | measure is total but must be one of overall, timely
          a filter of no column    | totals: {sex: [Persons]}                     | totals.sex is unknown; known there are age_band, any,
          values of no filter      | values: {leavers: {a: b}}                    | values.leavers is unknown
          within no filter         | within: {level: [sex]}                       | within.level is sex but must be one of age_band,
          ours as another filter   | other-filters: {level: [Stage]}              | other-filters.level must be a name in snake case that is none of ours
          optional what is not     | optional: [sex]                              | optional is sex but must be one of achievement_rate,
          a column taken twice     | columns: {achievers: [overall_cohort]}       | takes the column
          a symbol for a number    | symbols: {n: VALUE}                          | symbols.n cannot be VALUE
          an unknown state         | symbols: {n: HIDDEN}                         | HIDDEN
          a name                   | name: mine                                   | name is the layout's own
          no YAML                  | ": :"                                        | mapping.yaml
          """)
  void aMappingWithAMistakeIsRefusedWithItsKey(String what, String yaml, String said) {
    String message = assertThrows(UserException.class, () -> mapped(yaml)).getMessage();
    assertTrue(message.contains(said), message);
    assertTrue(message.startsWith(folder.toString()), message);
  }

  @Test
  void anUnknownLayoutIsRefusedWithThoseThatThereAre() {
    Configuration configuration = new Configuration(null, Map.of());
    String message =
        assertThrows(UserException.class, () -> configuration.layout("nart", null, Layout.class))
            .getMessage();
    assertTrue(message.contains("nart-institutions"), message);
  }

  private Layout mapped(String yaml) {
    try {
      Path mapping = Files.writeString(folder.resolve("mapping.yaml"), yaml);
      return new Configuration(null, Map.of()).layout(NATIONAL, mapping, Layout.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
