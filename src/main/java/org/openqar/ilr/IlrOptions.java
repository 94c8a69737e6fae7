package org.openqar.ilr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.openqar.messages.Nearest;
import org.openqar.messages.UserException;
import org.openqar.privacy.PseudonymKey;

/**
 * What a read asks for.
 *
 * @param paths files, folders and patterns; at least one
 * @param records the kinds of rows to give
 * @param mode what to do with a file that cannot be read
 * @param limits the most that the reader accepts
 * @param splitBytes about how many bytes of XML one part of a file has, or 0
 * @param basePath the root of all files, or null if each path is its own root
 * @param pseudonymKeyFile the file of the key that hides learners' numbers, or null
 * @param monitoring whether to read the provider's own monitoring fields
 */
record IlrOptions(
    List<String> paths,
    Records records,
    Mode mode,
    IlrLimits limits,
    long splitBytes,
    String basePath,
    String pseudonymKeyFile,
    boolean monitoring) {
  private static final List<String> OPTIONS =
      List.of(
          "path",
          "paths",
          "records",
          "mode",
          "splitBytes",
          "basePath",
          "pseudonymKeyFile",
          "monitoring");

  /**
   * Reads the options.
   *
   * @throws UserException if there is no path, or a value is not allowed
   */
  static IlrOptions of(CaseInsensitiveStringMap options) {
    refuseUnknown(options);
    List<String> paths = new ArrayList<>();
    if (options.containsKey("path")) {
      paths.add(options.get("path"));
    }
    if (options.containsKey("paths")) {
      paths.addAll(several(options.get("paths")));
    }
    if (paths.isEmpty()) {
      throw UserException.usage(
          "The ilr source reads files, but no path is given; give one to load().");
    }
    return new IlrOptions(
        List.copyOf(paths),
        Records.of(options.get("records")),
        Mode.of(options.get("mode")),
        IlrLimits.of(options),
        splitBytes(options.get("splitBytes")),
        options.get("basePath"),
        options.get("pseudonymKeyFile"),
        monitoring(options));
  }

  /**
   * Refuses unknown options. Names with a dot are settings of Hadoop, which the read passes to the
   * file system.
   */
  private static void refuseUnknown(CaseInsensitiveStringMap options) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(OPTIONS);
    known.addAll(IlrLimits.STANDARD.options().keySet());
    for (String option : options.keySet()) {
      if (!known.contains(option) && option.indexOf('.') < 0) {
        throw UserException.usage(
            "The ilr source has no option %s.%s Its options are %s."
                .formatted(
                    option,
                    Nearest.to(option, known),
                    known.stream()
                        .filter(name -> !name.startsWith("path"))
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  /**
   * Returns the key, or null if numbers stay as they are.
   *
   * @throws UserException if there is a key file and it cannot be read
   */
  PseudonymKey key(Configuration hadoop) {
    return pseudonymKeyFile == null ? null : PseudonymKey.read(pseudonymKeyFile, hadoop);
  }

  /**
   * Whether to add the columns of the provider's own monitoring fields.
   *
   * @throws UserException if the option is neither true nor false
   */
  static boolean monitoring(CaseInsensitiveStringMap options) {
    String value = options.getOrDefault("monitoring", "false").strip();
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(value);
    }
    throw UserException.usage(
        "Option monitoring of the ilr source takes true or false; found '%s'.".formatted(value));
  }

  private static long splitBytes(String value) {
    if (value == null) {
      return 0;
    }
    if (value.strip().matches("[0-9]{1,10}")
        && Long.parseLong(value.strip()) <= IlrSource.LARGEST_PART) {
      return Long.parseLong(value.strip());
    }
    throw UserException.usage(
        "Option splitBytes of the ilr source takes a whole number from 0 to %d; found '%s'."
            .formatted(IlrSource.LARGEST_PART, value));
  }

  /** Reads several paths, which Spark passes as one JSON array. */
  private static List<String> several(String json) {
    try {
      return List.of(new ObjectMapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw UserException.usage(
          "Option paths of the ilr source takes a JSON array of texts; found '" + json + "'.");
    }
  }
}
