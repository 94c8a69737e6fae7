package org.openqar.config;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;

/** Editions that are based on others, and the mistakes in them that are refused. */
class EditionFilesTest {
  private static final String WHOLE = read("2024-25");

  @TempDir private Path folder;

  @Test
  void everyYearFrom2018To2025HasOneEdition() {
    List<String> names =
        List.of(
            "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25", "2025-26");
    assertEquals(names, new Configuration(null, Map.of()).editions());
    assertEquals(names, new Configuration(Path.of("conf"), Map.of()).editions());
    for (String name : names) {
      assertEquals(name, edition(Path.of("conf"), name).edition());
      assertEquals(edition(Path.of("conf"), name), edition(null, name));
    }
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2018-19 | R04  | LRN | FM36_STANDARDS | false
          2019-20 | R04  | LRN | FM36_STANDARDS | true
          2020-21 | R04  | LRN | FM36_STANDARDS | true
          2021-22 | R04  | LRN | FM36_STANDARDS | true
          2022-23 | R04  | ULN | STANDARDS      | true
          2023-24 | R04  | ULN | STANDARDS      | true
          2024-25 | NONE | ULN | STANDARDS      | true
          2025-26 | NONE | ULN | STANDARDS      | true
          """)
  void anEditionIsWhatTheTableOfYearlyRuleSetsSays(
      String name,
      Edition.LookAhead lookAhead,
      Edition.MatchKey key,
      Edition.AchDate achDate,
      boolean assessment) {
    Edition edition = edition(null, name);
    assertEquals(lookAhead, edition.returns().lookAhead().value());
    assertEquals(lookAhead == Edition.LookAhead.R04, edition.breaks().r04Grace().value());
    assertEquals(key, edition.match().key().value());
    assertEquals(achDate, edition.hybridEndYear().achDate().value());
    assertEquals(assessment, edition.endPointAssessment().applies().value());
    assertTrue(edition.breaks().continuationProtects().value());
  }

  @Test
  void aValueThatAnEditionLeavesOutComesFromItsBase() throws IOException {
    write("2024-25", WHOLE);
    write("2023-24", based("2023-24", "2024-25", "match.key: {value: LRN, clause: \"3.4\"}"));
    write("2022-23", based("2022-23", "2023-24", ""));
    Edition far = edition(folder, "2022-23");
    assertEquals("2022-23", far.edition());
    assertEquals(2022, far.year());
    assertEquals("Title of 2022-23", far.title());
    assertEquals(Edition.MatchKey.LRN, far.match().key().value());
    assertEquals("3.4", far.match().key().clause());
    assertEquals(24, far.match().monthsWithoutOriginalStart().value());
    assertEquals(
        new Configuration.Parameter("LRN", "3.4"),
        new Configuration(folder, Map.of()).parameters("2022-23").get("match.key"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a key that no edition has           | match.keys: {value: ULN, clause: "3.4"}   | 2023-24.yaml has no setting match.keys. Did you mean match.key? Known there are key, plain-moves, months-without-original-start
          a section that no edition has       | matching.key: {value: ULN, clause: "3.4"} | 2023-24.yaml has no setting matching. Did you mean match? Known there are
          a value without a clause            | match.key: {value: LRN}                   | 2023-24.yaml: match.key has no clause
          a value with an empty clause        | match.key: {value: LRN, clause: " "}      | 2023-24.yaml: match.key has no clause
          a clause without a value            | match.key: {clause: "3.4"}                | 2023-24.yaml: match.key has a clause but no value
          a bare value                        | match.key: LRN                            | 2023-24.yaml: match.key must hold a value beside its clause
          more than a value and its clause    | match.key: {value: LRN, clause: "3.4", since: 2} | 2023-24.yaml: match.key may hold a value and its clause and nothing else
          a value where keys must be          | match: {value: LRN, clause: "3.4"}        | 2023-24.yaml: match is a single value but must be a section of keys
          keys where a value must be          | match.key.first: {value: LRN, clause: "3.4"} | 2023-24.yaml: match.key is a section of keys but must be a single value
          a value that is no choice           | match.key: {value: NAME, clause: "3.4"}   | 2023-24.yaml: match.key is 'NAME' but must be one of ULN, LRN.
          a window of no year                 | breaks.window-years: {value: 0, clause: "8.1"} | breaks.window-years must be 1 or more
          a window that ends before it begins | exclusions.transfer-days: {value: -1, clause: "3.9"} | exclusions.transfer-days must be 0 or more
          an LDM code that lost its nought    | exclusions.ldm-codes: {value: [34], clause: "9.23"} | exclusions.ldm-codes must hold codes of three digits in quotes
          an aim that lost its nought         | exclusions.aim-refs: {value: [{hybrid-end-year: 2019, aims: [0134567]}], clause: "9.23"} | exclusions.aim-refs must hold aim references of eight digits and capital letters in quotes
          no time for a restart at all        | match.months-without-original-start: {value: -1, clause: "9.13"} | match.months-without-original-start must be 0 or more
          no step for the shortest programmes | qualifying-period.steps: {value: [{planned-from: 14, served: 14}], clause: "3.9"} | qualifying-period.steps must end with programmes planned from 0 days
          """)
  void aWrongKeyIsRefusedByItsPath(String aCase, String line, String message) throws IOException {
    write("2024-25", WHOLE);
    write("2023-24", based("2023-24", "2024-25", line));
    assertRefused(message, "2023-24");
  }

  @Test
  void aCompleteEditionMustKeepTheSameRules() throws IOException {
    write("2024-25", WHOLE.replace("\nmatch:\n", "\nmatch:\n  name: {value: 1, clause: \"3\"}\n"));
    assertRefused("2024-25.yaml: match.name is no setting. Known here are key", "2024-25");
    write("2024-25", WHOLE.replaceAll("  key: .*\n", ""));
    assertRefused("2024-25.yaml: match", "2024-25");
    write("2024-25", WHOLE.replaceAll("  key: .*\n", "  key: {value: ULN}\n"));
    assertRefused("2024-25.yaml: match.key has no clause", "2024-25");
  }

  @Test
  void aMissingBaseIsRefusedAndTheOthersAreNamed() throws IOException {
    write("2024-25", WHOLE);
    write("2023-24", based("2023-24", "2019-20", ""));
    assertRefused(
        "2023-24.yaml: based-on is 2019-20 but must be one of 2023-24, 2024-25", "2023-24");
  }

  @Test
  void basesInACircleAreRefused() throws IOException {
    write("2022-23", based("2022-23", "2023-24", ""));
    write("2023-24", based("2023-24", "2022-23", ""));
    assertRefused("based-on leads in a circle: 2022-23, 2023-24", "2022-23");
    write("2021-22", based("2021-22", "2021-22", ""));
    assertRefused("based-on leads in a circle: 2021-22", "2021-22");
  }

  @Test
  void anEditionWithoutABaseMustBeComplete() throws IOException {
    write("2023-24", based("2023-24", "2024-25", "").replaceAll("based-on.*\n", ""));
    assertRefused("2023-24.yaml: ", "2023-24");
  }

  @Test
  void aYearHasOneEdition() throws IOException {
    write("2024-25", WHOLE);
    write("2024-25b", WHOLE.replace("edition: 2024-25", "edition: 2024-25b"));
    assertRefused("2024-25b.yaml: year is 2024, the year of edition 2024-25", "2024-25b");
    write("2023-24", based("2023-24", "2024-25", "").replace("year: 2023", "year: 2024"));
    assertRefused("2023-24.yaml: year is 2024, the year of edition 2024-25", "2023-24");
    write("2023-24", based("2023-24", "2024-25", "").replace("year: 2023", "year: 1923"));
    assertRefused("2023-24.yaml: year must be a year from 2017 to 2099", "2023-24");
    write("2023-24", based("2022-23", "2024-25", ""));
    assertRefused("2023-24.yaml: edition must be 2023-24, the name of the file", "2023-24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"edition", "title", "special", "year"})
  void anEditionNeverTakesWhatDescribesItselfFromItsBase(String key) throws IOException {
    write("2024-25", WHOLE);
    write("2023-24", based("2023-24", "2024-25", "").replaceAll("(?m)^" + key + ":.*\n", ""));
    assertRefused("2023-24.yaml: %s is missing".formatted(key), "2023-24");
  }

  @Test
  void anEditionWithOtherSwitchesHasThemInItsName() {
    Edition plain = edition(null, "2019-20");
    Edition changed =
        plain.with(Map.of("match.key", "ULN", "end-point-assessment.from", "2020-08-01"));
    assertEquals(
        "2019-20 (end-point-assessment.from=2020-08-01, match.key=ULN)", changed.edition());
    assertEquals(Edition.MatchKey.ULN, changed.match().key().value());
    assertEquals("2020-08-01", changed.endPointAssessment().from().value().toString());
    assertEquals(plain.match().key().clause(), changed.match().key().clause());
    assertEquals(plain.breaks(), changed.breaks());
    assertEquals(plain, plain.with(Map.of()));
    assertEquals(
        changed,
        new Configuration(
                null,
                Map.of("rules.match.key", "ULN", "rules.end-point-assessment.from", "2020-08-01"))
            .edition("2019-20", Edition.class));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          match.name | ULN  | edition 2019-20 has no setting match.name. Known there are key
          match.key  | NAME | Setting match.key is 'NAME' but must be one of ULN, LRN.
          breaks.window-years | 0 | breaks.window-years must be 1 or more
          """)
  void anUnknownSwitchIsRefused(String key, String value, String message) {
    Edition plain = edition(null, "2019-20");
    String found =
        assertThrows(UserException.class, () -> plain.with(Map.of(key, value))).getMessage();
    assertTrue(found.contains(message), found);
  }

  private void assertRefused(String message, String name) {
    String found = assertThrows(UserException.class, () -> edition(folder, name)).getMessage();
    assertTrue(found.contains(message), found);
    assertTrue(found.endsWith(".") && found.lines().count() == 1, found);
  }

  private static Edition edition(Path conf, String name) {
    return new Configuration(conf, Map.of()).edition(name, Edition.class);
  }

  /** Returns an edition with one more line: a dotted path and its node. */
  private static String based(String name, String base, String line) {
    StringBuilder text =
        new StringBuilder(
            "edition: %s\ntitle: Title of %s\nspecial: Invented.\nyear: %s\nbased-on: %s\n"
                .formatted(name, name, name.substring(0, 4), base));
    if (!line.isEmpty()) {
      String path = line.substring(0, line.indexOf(": "));
      String indent = "";
      for (String key : path.split("\\.")) {
        text.append(indent).append(key).append(":\n");
        indent += "  ";
      }
      text.setLength(text.length() - 1);
      text.append(line.substring(line.indexOf(": ") + 1)).append('\n');
    }
    return text.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("editions"));
    Files.writeString(folder.resolve("editions/" + name + ".yaml"), text);
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of("conf/editions/" + name + ".yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
