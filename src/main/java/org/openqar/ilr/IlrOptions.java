package org.openqar.ilr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What a read asks for.
 *
 * @param paths files, folders and patterns; at least one
 * @param records which kinds of rows come out
 * @param mode what a file that cannot be read does
 * @param limits what is accepted at most
 * @param basePath the root of all files, or null if each path is its own
 */
record IlrOptions(
    List<String> paths, Records records, Mode mode, IlrLimits limits, String basePath) {

  /**
   * @throws IllegalArgumentException if there is no path or a value is not one of those allowed
   */
  static IlrOptions of(CaseInsensitiveStringMap options) {
    List<String> paths = new ArrayList<>();
    if (options.containsKey("path")) {
      paths.add(options.get("path"));
    }
    if (options.containsKey("paths")) {
      paths.addAll(several(options.get("paths")));
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "The ilr source reads files and no path is given; give one to load().");
    }
    return new IlrOptions(
        List.copyOf(paths),
        Records.of(options.get("records")),
        Mode.of(options.get("mode")),
        IlrLimits.of(options),
        options.get("basePath"));
  }

  /** Spark hands several paths over as one JSON array. */
  private static List<String> several(String json) {
    try {
      return List.of(new ObjectMapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Option paths of the ilr source takes a JSON array of texts; found '" + json + "'.", e);
    }
  }
}
