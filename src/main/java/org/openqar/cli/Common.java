package org.openqar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.config.Configuration;
import org.openqar.config.Settings;
import org.openqar.messages.UserException;
import org.openqar.rules.Edition;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads tables. */
final class Common {
  @Mixin private ConfFolder conf;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Folder of the Delta tables (default: warehouse of qar.yaml).")
  private String warehouse;

  @Option(
      names = "--report-year",
      paramLabel = "YEAR",
      description = "R, the latest year reported: 2024, 2024/25 or 2024-25.")
  private String reportYear;

  @Option(
      names = "--edition",
      paramLabel = "NAME",
      description =
          "The rule set of a year, such as 2024-25, 2024/25 or 2024; qar editions lists them all.")
  private List<String> editions = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Any setting of qar.yaml by its dotted key; rules.KEY changes a parameter of the edition."
              + " May be given several times.")
  private Map<String, String> set = new LinkedHashMap<>();

  /** Sets the setting that an option of the command stands for. */
  void override(String key, String value) {
    set.put(key, value);
  }

  Configuration configuration() {
    Map<String, String> overrides = new LinkedHashMap<>(set);
    if (reportYear != null) {
      overrides.put("report-year", '"' + reportYear + '"');
    }
    if (!editions.isEmpty()) {
      overrides.put("edition", '"' + editions.get(0) + '"');
    }
    return new Configuration(conf.path(), overrides);
  }

  /**
   * Returns the settings with absolute paths. A path from the command line is relative to the
   * current folder. A path from qar.yaml is relative to the folder that holds conf.
   */
  Settings settings(List<String> returns, String reference) {
    Settings plain = configuration().settings();
    List<String> roots = roots(returns, plain.returns().roots());
    return new Settings(
        plain.returns().from(roots),
        chooseReference(roots, reference, plain.reference()),
        path("warehouse", warehouse, plain.warehouse()),
        plain.reportYear(),
        plain.edition(),
        plain.window(),
        plain.benchmarks(),
        plain.privacy().with(keyFile(plain.privacy().pseudonymKeyFile())),
        plain.spark());
  }

  Settings settings() {
    return settings(List.of(), null);
  }

  /**
   * Returns the edition of the command.
   *
   * @throws UserException if the command line gives several
   */
  Edition edition(Settings settings) {
    if (editions.size() > 1) {
      throw UserException.setting(
          "--edition", "may be given once here; qar compare takes two of them");
    }
    return configuration().edition(settings.edition(), Edition.class);
  }

  /** Whether the command line chooses an edition or a report year. */
  boolean choosesRun() {
    return reportYear != null
        || !editions.isEmpty()
        || set.keySet().stream().anyMatch(key -> key.matches("edition|report-year|rules[.].*"));
  }

  /** Returns the editions that the command line gives, in order. */
  List<String> editions() {
    return editions;
  }

  /** Returns an edition with these changes and no others. */
  Edition edition(String name, Map<String, String> changes) {
    return new Configuration(conf.path(), Map.of()).edition(name, Edition.class).with(changes);
  }

  private String keyFile(String configured) {
    return configured.isBlank() ? "" : path("privacy.pseudonym-key-file", null, configured);
  }

  /**
   * Chooses the reference data of some returns. A folder that is named applies. If none is named,
   * the samples have their own. The invented mergers of the samples never apply to other returns,
   * even if an older qar.yaml names them.
   */
  private String chooseReference(List<String> roots, String given, String configured) {
    boolean isGiven = given != null || set.containsKey("reference");
    String named =
        given == null && configured.isBlank() ? "" : path("reference", given, configured);
    boolean areSamples =
        roots.stream().allMatch(root -> (root + "/").startsWith(samples("returns") + "/"));
    if (!isGiven && named.isEmpty() && areSamples) {
      return samples("reference");
    }
    return !isGiven && !areSamples && named.equals(samples("reference")) ? "" : named;
  }

  /** Returns a folder of the invented sector that comes with the program. */
  private String samples(String folder) {
    return path("samples", null, "data-samples/" + folder);
  }

  private List<String> roots(List<String> given, List<String> configured) {
    return given.isEmpty()
        ? configured.stream().map(root -> path("returns.roots", null, root)).toList()
        : given.stream().map(root -> path("returns.roots", root, root)).toList();
  }

  private String path(String key, String given, String configured) {
    if (given != null || set.containsKey(key) || conf.path() == null) {
      return fromHere(given == null ? configured : given);
    }
    Path home = conf.path().toAbsolutePath().normalize().getParent();
    return absolute(home == null ? Path.of("") : home, configured);
  }

  /** Resolves a path of the command line against the current folder. */
  static String fromHere(String path) {
    return absolute(Path.of(""), path);
  }

  private static String absolute(Path base, String path) {
    return path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")
        ? path
        : base.toAbsolutePath().resolve(path).normalize().toString();
  }
}
