package org.openqar.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

class ConfigurationTest {
  private static final Path CONF = Path.of("conf");

  @TempDir Path folder;

  @Test
  void theProgramsOwnDefaultsAreThoseOfTheFolder() {
    assertEquals(
        new Configuration(CONF, Map.of()).settings(), new Configuration(null, Map.of()).settings());
    assertEquals(
        new Configuration(CONF, Map.of()).edition("2024-25", Edition.class),
        new Configuration(null, Map.of()).edition("2024-25", Edition.class));
    assertEquals(
        new Configuration(CONF, Map.of()).calendar(), new Configuration(null, Map.of()).calendar());
  }

  @Test
  void theLoadedYearsSurroundTheReportYear() {
    Settings settings =
        with(Map.of("report-year", "2023", "window.history-years", "6", "window.years-ahead", "1"));
    assertEquals(2017, settings.firstLoadedYear());
    assertEquals(2024, settings.lastLoadedYear());
    assertEquals(2019, settings.firstReportedYear());
    assertEquals("2017/18 to 2024/25", settings.loadedYears());
  }

  @Test
  void anOverrideReachesANestedKeyAndNothingElse() {
    Settings defaults = with(Map.of());
    Settings changed = with(Map.of("benchmarks.minimum-leavers", "10"));
    assertEquals(10, changed.benchmarks().minimumLeavers());
    assertNotEquals(defaults, changed);
    assertEquals(defaults.window(), changed.window());
    assertEquals("elsewhere", with(Map.of("warehouse", "elsewhere")).warehouse());
  }

  @Test
  void aChangedParameterOfTheEditionIsInItsName() {
    Configuration changed =
        new Configuration(
            null,
            Map.of(
                "rules.exclusions.transfer-days", "90",
                "rules.breaks.continuation-protects", "false",
                "report-year", "2023"));
    Edition edition = changed.edition("2024-25", Edition.class);
    assertEquals(
        "2024-25 (breaks.continuation-protects=false, exclusions.transfer-days=90)",
        edition.edition());
    assertEquals(90, edition.exclusions().transferDays().value());
    assertFalse(edition.breaks().continuationProtects().value());
    assertTrue(edition.exclusions().transferDays().clause().startsWith("3.9"));
    assertEquals(2023, changed.settings().reportYear());
    assertEquals(
        "2024-25", new Configuration(null, Map.of()).edition("2024-25", Edition.class).edition());
  }

  @Test
  void aListMayBeGiven() {
    Edition edition =
        new Configuration(null, Map.of("rules.exclusions.merger-reasons", "[47, 48]"))
            .edition("2024-25", Edition.class);
    assertEquals(List.of(47, 48), edition.exclusions().mergerReasons().value());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a report year too early        | report-year                | 2016 | report-year must be a year from 2017 to 2099
          a report year too late         | report-year                | 2100 | report-year must be a year from 2017 to 2099
          too few years before           | window.history-years       | 3    | window.history-years must be 4 or more
          years ahead that lie behind    | window.years-ahead         | -1   | window.years-ahead must be 0 or more
          fewer refusals than none       | returns.max-refused        | -1   | returns.max-refused must be 0 or more
          a minimum of no leavers        | benchmarks.minimum-leavers | 0    | benchmarks.minimum-leavers must be 1 or more
          text for a number              | report-year                | soon | Setting report-year is 'soon' but must be a year from 2017 to 2099, written as 2024, 2024/25 or 2024-25.
          a fraction for a number        | report-year                | 2024.5 | Setting report-year is 2024.5 but must be a whole number.
          years that do not follow       | report-year                | 2024/26 | Setting report-year is '2024/26' but must be a year
          a number in quotes             | returns.max-refused        | '"1"' | Setting returns.max-refused is '1' but must be a whole number.
          nothing for a number           | returns.max-refused        | null | Setting returns.max-refused is empty but must be a whole number.
          a list for a number            | window.years-ahead         | [1]  | Setting window.years-ahead is [1] but must be a whole number.
          text for a yes or no           | returns.monitoring-fields  | often | Setting returns.monitoring-fields is 'often' but must be true or false.
          a word that is no choice       | returns.year-conflict      | GUESS | Setting returns.year-conflict is 'GUESS' but must be one of REFUSE, NAMESPACE.
          one where there may be several | benchmarks.methods         | PROVIDER | Setting benchmarks.methods is 'PROVIDER' but must be a list, such as [a, b].
          not YAML                       | warehouse                  | '{'  | warehouse cannot be set to '{'
          a key that does not exist      | report-yeer                | 2024 | conf/qar.yaml has no setting report-yeer. Did you mean report-year? Known there are returns, reference,
          a nested key that is not there | window.history             | 5    | conf/qar.yaml has no setting window.history. Did you mean window.history-years? Known there are history-years, years-ahead.
          a key without its section      | minimum-leavers            | 5    | has no setting minimum-leavers. Did you mean benchmarks.minimum-leavers?
          a key below a value            | warehouse.folder           | x    | has no setting warehouse.folder
          """)
  void aWrongSettingIsRefusedByItsPath(String aCase, String key, String value, String message) {
    assertRefused(message, () -> with(Map.of(key, value)));
  }

  @Test
  void theKnownKeysAreNamed() {
    assertRefused(
        "Known there are history-years, years-ahead", () -> with(Map.of("window.history", "5")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a word that is no choice         | match.key                       | NAME | Setting match.key is 'NAME' but must be one of ULN, LRN.
          text for a yes or no             | breaks.continuation-protects    | maybe | breaks.continuation-protects is 'maybe' but must be true or false.
          a word in a list of numbers      | exclusions.merger-reasons       | [x]  | exclusions.merger-reasons[0] is 'x' but must be a whole number.
          a day that does not exist        | end-point-assessment.from       | 2019-06-31 | end-point-assessment.from is '2019-06-31' but must be a day such as 2024-10-17.
          fewer days than none             | exclusions.transfer-days        | -1   | exclusions.transfer-days must be 0 or more
          steps from short to long         | qualifying-period.steps         | '[{planned-from: 0, served: 1}, {planned-from: 14, served: 14}]' | qualifying-period.steps must go from the longest
          a parameter that does not exist  | exclusions.transfer-weeks       | 3    | has no setting exclusions.transfer-weeks
          """)
  void aWrongParameterIsRefusedByItsPath(String aCase, String key, String value, String message) {
    Configuration configuration = new Configuration(null, Map.of("rules." + key, value));
    assertRefused(message, () -> configuration.edition("2024-25", Edition.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023", "2023/24", "2023-24", "2023/2024", "\"2023/24\""})
  void aYearMayHaveAnyPrintedForm(String printed) {
    Settings settings = with(Map.of("report-year", printed, "edition", printed));
    assertEquals(2023, settings.reportYear());
    assertEquals("2023-24", settings.edition());
    assertEquals(
        "2023-24",
        new Configuration(null, Map.of())
            .edition(printed.replace("\"", ""), Edition.class)
            .edition());
  }

  @Test
  void anUnknownKeyInAFileIsRefusedByFileAndPath() throws IOException {
    Path file = copy("qar.yaml", "history-years: 4", "history-years: 4\n  history-yeers: 5");
    assertRefused(
        file + ": window.history-yeers is no setting. Did you mean history-years? Known here are",
        () -> new Configuration(folder, Map.of()).settings());
  }

  @Test
  void aMissingKeyInAFileIsRefusedByFileAndName() throws IOException {
    Path file = copy("qar.yaml", "history-years: 4", "");
    String message =
        assertRefused(file.toString(), () -> new Configuration(folder, Map.of()).settings());
    assertTrue(message.contains("history-years"), message);
  }

  @Test
  void brokenYamlIsRefusedByFileAndLine() throws IOException {
    Path file = copy("qar.yaml", "window:", "window: [");
    assertRefused(
        file + " is not YAML at line", () -> new Configuration(folder, Map.of()).settings());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    assertRefused(
        folder.resolve("qar.yaml") + " does not exist",
        () -> new Configuration(folder, Map.of()).settings());
    assertRefused(
        "Setting edition is '1999-00' but must be one of 2018-19, 2019-20, 2020-21, 2021-22, 2022-23, 2023-24, 2024-25, 2025-26; a year may be written 2024, 2024/25 or 2024-25.",
        () -> new Configuration(null, Map.of()).edition("1999-00", Edition.class));
    Files.writeString(folder.resolve("qar.yaml"), "# nothing\n");
    assertRefused("holds no settings", () -> new Configuration(folder, Map.of()).settings());
  }

  private Path copy(String name, String part, String replacement) throws IOException {
    String text = Files.readString(CONF.resolve(name));
    assertTrue(text.contains(part), part);
    return Files.writeString(folder.resolve(name), text.replace(part, replacement));
  }

  private static Settings with(Map<String, String> overrides) {
    return new Configuration(null, overrides).settings();
  }

  private static String assertRefused(
      String message, org.junit.jupiter.api.function.Executable action) {
    String found = assertThrows(UserException.class, action).getMessage();
    assertTrue(found.contains(message), found);
    return found;
  }
}
