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
 * Where settings come from. Precedence, strongest first: {@code --set} and the other arguments, the
 * given configuration folder, the defaults that come with the program.
 */
public final class Configuration {
  /** What starts the path of a rule parameter in {@code --set}. */
  public static final String RULES = "rules.";

  private static final String REPORT_YEAR = "report-year";
  private static final String EDITION = "edition";

  /** The settings of Spark, whose keys have dots. */
  private static final String OF_SPARK = "spark.settings";

  private final Path folder;
  private final Map<String, String> overrides;

  /**
   * @param folder a folder like {@code conf}, or null for the defaults of the program
   * @param overrides values by dotted path; a path that begins with {@code rules.} changes the
   *     edition
   */
  public Configuration(Path folder, Map<String, String> overrides) {
    this.folder = folder;
    this.overrides = new LinkedHashMap<>(overrides);
  }

  /**
   * The settings of the run.
   *
   * @throws UserException naming the key that is wrong
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

  /** Years may be written as they are printed; the settings have a number and an edition's name. */
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

  /** The name of an edition that is written as its year is printed; any other text as it is. */
  private static String editionNamed(String text) {
    return AcademicYear.printed(text).map(AcademicYear::edition).orElse(text);
  }

  /** The names of all editions, oldest first. */
  public List<String> editions() {
    return new EditionFiles(folder).names();
  }

  /**
   * An edition, with the run's changes to its parameters. A changed edition carries them in its
   * name, so that its rows are never taken for the published rules'.
   *
   * @throws UserException naming the file and the key that is wrong
   */
  public <T> T edition(String name, Class<T> type) {
    return new EditionFiles(folder).whole(editionNamed(name)).changed(ruleChanges()).as(type);
  }

  /**
   * One value of an edition, as text.
   *
   * @param clause where it comes from
   */
  public record Parameter(String value, String clause) {}

  /** The parameters of an edition by their dotted paths, those of its base among them. */
  public Map<String, Parameter> parameters(String name) {
    return EditionFiles.parameters(new EditionFiles(folder).whole(editionNamed(name)));
  }

  /**
   * The same after changes.
   *
   * @param changes of parameters, by their keys
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
   * A layout of published tables.
   *
   * @param mapping a local file that tells what a published file has otherwise, or null
   * @throws UserException naming the file and the key that is wrong
   */
  public <T> T layout(String name, Path mapping, Class<T> type) {
    return new LayoutFiles(folder).layout(name, mapping, type);
  }

  /** When returns close. */
  public CollectionCalendar calendar() {
    return Yaml.read(folder, "collection-calendar.yaml").as(CollectionCalendar.class);
  }

  /** The changes to an edition's parameters, in the order given, by their keys. */
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
