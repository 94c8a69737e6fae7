package org.openqar.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.calendar.CollectionCalendar;

/**
 * Where settings come from. Precedence, strongest first: {@code --set} and the other arguments, the
 * given configuration folder, the defaults that come with the program.
 */
public final class Configuration {
  /** What starts the path of a rule parameter in {@code --set}. */
  public static final String RULES = "rules.";

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
   * @throws SettingsException naming the key that is wrong
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
    return yaml.as(Settings.class);
  }

  /** The names of all editions, oldest first. */
  public List<String> editions() {
    return new EditionFiles(folder).names();
  }

  /**
   * An edition, with the run's changes to its parameters. A changed edition carries them in its
   * name, so that its rows are never taken for the published rules'.
   *
   * @throws SettingsException naming the file and the key that is wrong
   */
  public <T> T edition(String name, Class<T> type) {
    return new EditionFiles(folder).whole(name).changed(ruleChanges()).as(type);
  }

  /**
   * One value of an edition, as text.
   *
   * @param clause where it comes from
   */
  public record Parameter(String value, String clause) {}

  /** The parameters of an edition by their dotted paths, those of its base among them. */
  public Map<String, Parameter> parameters(String name) {
    return EditionFiles.parameters(new EditionFiles(folder).whole(name));
  }

  /** The names of all layouts of published tables, in order. */
  public List<String> layouts() {
    return new LayoutFiles(folder).names();
  }

  /**
   * A layout of published tables.
   *
   * @param mapping a local file that tells what a published file has otherwise, or null
   * @throws SettingsException naming the file and the key that is wrong
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
