package org.openqar.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openqar.calendar.CollectionCalendar;

/**
 * Where settings come from. Precedence, strongest first: {@code --set} and the other arguments, the
 * given configuration folder, the defaults that come with the program.
 */
public final class Configuration {
  /** What starts the path of a rule parameter in {@code --set}. */
  public static final String RULES = "rules.";

  private final Path folder;
  private final Map<String, String> overrides;

  /**
   * @param folder a folder like {@code conf}, or null for the defaults of the program
   * @param overrides values by dotted path; a path that begins with {@code rules.} changes the
   *     edition
   */
  public Configuration(Path folder, Map<String, String> overrides) {
    this.folder = folder;
    this.overrides = new TreeMap<>(overrides);
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
          if (!path.startsWith(RULES)) {
            yaml.set(path, value);
          }
        });
    return yaml.as(Settings.class);
  }

  /**
   * The parameters of an edition, with the run's changes to them. A changed edition carries them in
   * its name, so that its rows are never taken for the published rules'.
   */
  public <T> T edition(String name, Class<T> type) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new SettingsException("edition", "must be the name of a file of conf/editions");
    }
    Yaml yaml = Yaml.read(folder, "editions/" + name + ".yaml").mustSay("edition", name);
    Map<String, String> changes = ruleChanges();
    changes.forEach(yaml::set);
    if (!changes.isEmpty()) {
      yaml.set(
          "edition",
          '"'
              + name
              + changes.entrySet().stream()
                  .map(e -> e.getKey() + "=" + e.getValue())
                  .collect(Collectors.joining(", ", " (", ")"))
              + '"');
    }
    return yaml.as(type);
  }

  /** When returns close. */
  public CollectionCalendar calendar() {
    return Yaml.read(folder, "collection-calendar.yaml").as(CollectionCalendar.class);
  }

  private Map<String, String> ruleChanges() {
    Map<String, String> changes = new TreeMap<>();
    overrides.forEach(
        (path, value) -> {
          if (path.startsWith(RULES)) {
            changes.put(path.substring(RULES.length()), value);
          }
        });
    return changes;
  }
}
