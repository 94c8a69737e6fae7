package org.openqar.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.calendar.AcademicYear;
import org.openqar.calendar.CollectionCalendar;
import org.openqar.messages.UserException;

/**
 * Reads the settings of a run. The strongest source wins: {@code --set} and the other arguments
 * first, then the given configuration folder, then the defaults that come with the program.
 */
public final class Configuration {
  /** Begins the path of a rule parameter in {@code --set}. */
  public static final String RULES = "rules.";

  private static final String REPORT_YEAR = "report-year";
  private static final String EDITION = "edition";

  /** The section of Spark's settings. Its keys contain dots. */
  private static final String OF_SPARK = "spark.settings";

  private final Path folder;
  private final Map<String, String> overrides;

  /**
   * @param folder a folder like {@code conf}, or null for the program's defaults
   * @param overrides values by dotted path; a path that begins with {@code rules.} changes the
   *     edition
   */
  public Configuration(Path folder, Map<String, String> overrides) {
    this.folder = folder;
    this.overrides = new LinkedHashMap<>(overrides);
  }

  /**
   * Returns the settings of the run.
   *
   * @throws UserException if a key is wrong; the sentence names it
   */
  public Settings settings() {
    Yaml yaml = Yaml.read(folder, "qar.yaml");
    overrides.forEach(
        (path, value) -> {
          if (path.startsWith(OF_SPARK + ".")) {
            yaml.put(OF_SPARK, path.substring(OF_SPARK.length() + 1), value);
          } else if (!path.startsWith(RULES)) {
            yaml.set(path, value);
          }
        });
    printedYears(yaml);
    return yaml.as(Settings.class);
  }

  /**
   * Turns years in any printed form into the form of the settings: a number for the report year, a
   * name for the edition.
   */
  private void printedYears(Yaml yaml) {
    JsonNode year = yaml.root().path(REPORT_YEAR);
    if (year.isTextual()) {
      yaml.root()
          .put(
              REPORT_YEAR,
              AcademicYear.printed(year.asText())
                  .orElseThrow(
                      () ->
                          UserException.setting(
                              REPORT_YEAR,
                              "is '%s' but must be a year from 2017 to 2099, written as 2024, 2024/25 or 2024-25"
                                  .formatted(year.asText())))
                  .start());
    }
    JsonNode edition = yaml.root().path(EDITION);
    if (edition.isTextual() || edition.isInt()) {
      yaml.root().put(EDITION, editionNamed(edition.asText()));
    }
  }

  /** Returns the edition's name for a printed year. Any other text stays as it is. */
  private static String editionNamed(String text) {
    return AcademicYear.printed(text).map(AcademicYear::edition).orElse(text);
  }

  /** The names of all editions, oldest first. */
  public List<String> editions() {
    return new EditionFiles(folder).names();
  }

  /**
   * Returns an edition with the run's changes to its parameters. The name of a changed edition
   * includes the changes, so that nobody takes its rows for those of the published rules.
   *
   * @throws UserException if a key is wrong; the sentence names the file and the key
   */
  public <T> T edition(String name, Class<T> type) {
    return new EditionFiles(folder).whole(editionNamed(name)).changed(ruleChanges()).as(type);
  }

  /**
   * One value of an edition, as text.
   *
   * @param clause the source of the value
   */
  public record Parameter(String value, String clause) {}

  /**
   * Returns the parameters of an edition by dotted path, including those it takes from its base.
   */
  public Map<String, Parameter> parameters(String name) {
    return EditionFiles.parameters(new EditionFiles(folder).whole(editionNamed(name)));
  }

  /**
   * Returns the parameters of an edition by dotted path, after changes.
   *
   * @param changes new values by parameter key
   */
  public Map<String, Parameter> parameters(String name, Map<String, String> changes) {
    return EditionFiles.parameters(
        new EditionFiles(folder).whole(editionNamed(name)).changed(changes));
  }

  /** The names of all layouts of published tables, in order. */
  public List<String> layouts() {
    return new LayoutFiles(folder).names();
  }

  /**
   * Returns a layout of published tables.
   *
   * @param mapping a local file that lists where a published file differs from the layout, or null
   * @throws UserException if a key is wrong; the sentence names the file and the key
   */
  public <T> T layout(String name, Path mapping, Class<T> type) {
    return new LayoutFiles(folder).layout(name, mapping, type);
  }

  /** Returns the days on which returns close. */
  public CollectionCalendar calendar() {
    return Yaml.read(folder, "collection-calendar.yaml").as(CollectionCalendar.class);
  }

  /** Returns the changes to an edition's parameters by key, in the order given. */
  public Map<String, String> ruleChanges() {
    Map<String, String> changes = new LinkedHashMap<>();
    overrides.forEach(
        (path, value) -> {
          if (path.startsWith(RULES)) {
            changes.put(path.substring(RULES.length()), value);
          }
        });
    return changes;
  }
}
