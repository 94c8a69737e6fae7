package org.openqar.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openqar.messages.Nearest;

/** Explains why the values of a file do not fit, in the words that settings use. */
final class Misfit {
  private static final int LONGEST = 60;

  private Misfit() {}

  /**
   * @param given the paths that the command line set, which belong to no file
   */
  static String sentence(String source, Set<String> given, JsonNode root, JsonMappingException e) {
    String path = path(root, e);
    String key = given.contains(path) ? "Setting " + path : source + ": " + path;
    if (e instanceof UnrecognizedPropertyException unknown) {
      Collection<Object> ids = unknown.getKnownPropertyIds();
      List<String> known =
          ids == null ? List.<String>of() : ids.stream().map(String::valueOf).sorted().toList();
      return "%s is no setting.%s Known here are %s."
          .formatted(key, Nearest.to(unknown.getPropertyName(), known), String.join(", ", known));
    }
    if (e.getOriginalMessage().startsWith("Missing creator property")) {
      return "%s is missing; it must be given.".formatted(key);
    }
    if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
      return "%s is %s but must be %s."
          .formatted(
              path.isEmpty() ? source : key,
              shown(value(root, e)),
              expected(wrong.getTargetType()));
    }
    return "%s is %s, which cannot be read as what it must be."
        .formatted(key, shown(value(root, e)));
  }

  /** Returns the path as people write it: without the {@code value} of a parameter. */
  private static String path(JsonNode root, JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    JsonNode at = root;
    for (JsonMappingException.Reference step : e.getPath()) {
      String name = step.getFieldName();
      if (name == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else if (!(name.equals("value") && at.has("clause"))) {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
      at = name == null ? at.path(step.getIndex()) : at.path(name);
    }
    return path.toString();
  }

  /**
   * Returns the value at the path of a failure, or the deepest one that exists on the way to it.
   */
  private static JsonNode value(JsonNode root, JsonMappingException e) {
    JsonNode value = root;
    for (JsonMappingException.Reference step : e.getPath()) {
      value =
          step.getFieldName() == null
              ? value.path(step.getIndex())
              : value.path(step.getFieldName());
    }
    return value;
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "empty";
    }
    if (value.isObject()) {
      return "a section of keys";
    }
    String text = value.isTextual() ? "'" + value.asText() + "'" : EditionFiles.shown(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == double.class || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == LocalDate.class) {
      return "a day such as 2024-10-17";
    }
    if (type == String.class) {
      return "one text";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list, such as [a, b]";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord()
        ? "a section of keys"
        : "of another kind";
  }
}
