package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.openqar.config.Settings;
import org.openqar.config.SettingsException;
import org.openqar.ilr.IlrLimits;
import org.openqar.privacy.PseudonymKey;

/**
 * How returns are read.
 *
 * @param limits options of the {@code ilr} source
 * @param splitBytes about how many bytes of a large file one task reads; each part has the limits
 *     of a file
 * @param keyFile the file of the key that learners' numbers are replaced with
 * @param keyCheck tells that key from others without telling it
 */
record Reading(
    Map<String, String> limits,
    long splitBytes,
    Optional<String> keyFile,
    Optional<String> keyCheck) {

  /**
   * Takes it from the settings, and the key from its file.
   *
   * @throws SettingsException if there is no such limit
   * @throws IllegalArgumentException if a limit or the key is not usable, in one sentence
   */
  static Reading of(Settings settings, Configuration hadoop) {
    Optional<String> keyFile =
        Optional.of(settings.privacy().pseudonymKeyFile()).filter(file -> !file.isBlank());
    return new Reading(
        limits(settings.returns().limits()),
        settings.returns().splitBytes(),
        keyFile,
        keyFile.map(file -> PseudonymKey.read(file, hadoop).check()));
  }

  /** Options for reading learners. */
  Map<String, String> options() {
    Map<String, String> options = new TreeMap<>(limits);
    options.put("splitBytes", String.valueOf(splitBytes));
    keyFile.ifPresent(file -> options.put("pseudonymKeyFile", file));
    return options;
  }

  /** All that settles what is read, but for the place of the key. */
  List<String> fingerprint() {
    List<String> parts = new ArrayList<>();
    parts.add(limits.toString());
    parts.add(keyCheck.orElse("as returned"));
    return parts;
  }

  private static Map<String, String> limits(Map<String, Long> settings) {
    Set<String> known = IlrLimits.STANDARD.options().keySet();
    Map<String, String> options = new TreeMap<>();
    settings.forEach(
        (name, most) -> {
          String option = option(name);
          if (!known.contains(option)) {
            throw new SettingsException(
                "returns.limits." + name,
                "is no limit; look for the names in docs/generated/settings.md");
          }
          options.put(option, String.valueOf(most));
          requireUsable(name, option, options);
        });
    return IlrLimits.of(options).options();
  }

  private static void requireUsable(String name, String option, Map<String, String> options) {
    try {
      IlrLimits.of(options);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "returns.limits." + name,
          "is out of its range: "
              + e.getMessage().replace("Option " + option + " of the ilr source", "it"));
    }
  }

  /** {@code text-characters} is set by option {@code maxTextCharacters}. */
  private static String option(String name) {
    StringBuilder option = new StringBuilder("max");
    for (String word : name.split("-")) {
      option.append(
          word.substring(0, Math.min(1, word.length())).toUpperCase(java.util.Locale.ROOT));
      option.append(word.substring(Math.min(1, word.length())));
    }
    return option.toString();
  }
}
