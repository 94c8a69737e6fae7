package org.openqar.pipeline;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.openqar.config.Settings;
import org.openqar.ilr.IlrLimits;
import org.openqar.messages.UserException;
import org.openqar.privacy.PseudonymKey;

/**
 * Decides how a run reads returns.
 *
 * @param limits options of the {@code ilr} source
 * @param monitoring whether the provider's own monitoring fields are read
 * @param splitBytes about how many bytes of a large file one task reads; the limits of a file apply
 *     to each part
 * @param keyFile the file of the key that turns learners' numbers into pseudonyms
 * @param keyCheck identifies that key without revealing it
 */
record Reading(
    Map<String, String> limits,
    boolean monitoring,
    long splitBytes,
    Optional<String> keyFile,
    Optional<String> keyCheck) {
  private static final PropertyNamingStrategies.KebabCaseStrategy KEBAB =
      new PropertyNamingStrategies.KebabCaseStrategy();

  /**
   * Takes the limits from the settings, and the key from its file.
   *
   * @throws UserException if there is no such limit
   * @throws UserException if a limit or the key cannot be used
   */
  static Reading of(Settings settings, Configuration hadoop) {
    Optional<String> keyFile =
        Optional.of(settings.privacy().pseudonymKeyFile()).filter(file -> !file.isBlank());
    return new Reading(
        limits(settings.returns().limits()),
        settings.returns().monitoringFields(),
        settings.returns().splitBytes(),
        keyFile,
        keyFile.map(file -> PseudonymKey.read(file, hadoop).check()));
  }

  /** Returns the options for reading learners. */
  Map<String, String> options() {
    Map<String, String> options = new TreeMap<>(limits);
    options.put("monitoring", String.valueOf(monitoring));
    options.put("splitBytes", String.valueOf(splitBytes));
    keyFile.ifPresent(file -> options.put("pseudonymKeyFile", file));
    return options;
  }

  /** Returns everything that decides what is read, except where the key is. */
  List<String> fingerprint() {
    List<String> parts = new ArrayList<>();
    parts.add(limits.toString());
    parts.add("monitoring " + monitoring);
    parts.add(keyCheck.orElse("as returned"));
    return parts;
  }

  private static Map<String, String> limits(Map<String, Long> settings) {
    Map<String, String> known = optionsByName();
    Map<String, String> options = new TreeMap<>();
    settings.forEach(
        (name, most) -> {
          String option = known.get(name);
          if (option == null) {
            throw UserException.setting(
                "returns.limits." + name,
                "is not a limit; look for the names in docs/generated/settings.md");
          }
          options.put(option, usable(name, option, String.valueOf(most)));
        });
    return IlrLimits.of(options).options();
  }

  /** {@code text-characters} sets the option {@code maxTextCharacters}. */
  private static Map<String, String> optionsByName() {
    return IlrLimits.STANDARD.options().keySet().stream()
        .collect(Collectors.toMap(Reading::name, option -> option));
  }

  private static String name(String option) {
    return KEBAB.translate(option.substring("max".length()));
  }

  private static String usable(String name, String option, String most) {
    try {
      IlrLimits.of(Map.of(option, most));
      return most;
    } catch (UserException e) {
      throw UserException.setting(
          "returns.limits." + name,
          "is out of its range: "
              + e.getMessage()
                  .replaceAll("[.]$", "")
                  .replace("Option " + option + " of the ilr source", "it"));
    }
  }
}
