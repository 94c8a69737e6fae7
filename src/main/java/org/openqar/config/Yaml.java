package org.openqar.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * YAML into records, strictly: an unknown key, a missing one or a value of the wrong kind is
 * refused with the file and the key's path.
 */
public final class Yaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String source;
  private final ObjectNode root;

  private Yaml(String source, ObjectNode root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads {@code name} from a configuration folder, or, where that folder is null, the copy that
   * comes with the program.
   *
   * @throws SettingsException if it is not there or not YAML
   */
  public static Yaml read(Path folder, String name) {
    String source = folder == null ? "conf/" + name : folder.resolve(name).toString();
    try (InputStream in =
        folder == null
            ? Yaml.class.getResourceAsStream("/conf/" + name)
            : Files.newInputStream(folder.resolve(name))) {
      if (in == null) {
        throw new SettingsException("%s does not exist.".formatted(source));
      }
      if (MAPPER.readTree(in) instanceof ObjectNode tree) {
        return new Yaml(source, tree);
      }
      throw new SettingsException("%s holds no settings.".formatted(source));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new SettingsException("%s does not exist.".formatted(source));
    } catch (JsonProcessingException e) {
      throw new SettingsException(
          "%s is not YAML at line %d: %s."
              .formatted(source, e.getLocation().getLineNr(), firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new SettingsException("%s cannot be read: %s.".formatted(source, e.getMessage()));
    }
  }

  /** The names of the YAML files of a folder, without their ending, in order. */
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be listed".formatted(folder), e);
    }
  }

  /**
   * Sets one value by its dotted path; the parent must be there.
   *
   * @throws SettingsException if there is no such key, naming those that are
   */
  public Yaml set(String path, String value) {
    ObjectNode parent = root;
    String[] keys = path.split("\\.");
    for (int i = 0; i < keys.length - 1; i++) {
      if (!(parent.get(keys[i]) instanceof ObjectNode child)) {
        throw noSuchKey(path, parent);
      }
      parent = child;
    }
    String last = keys[keys.length - 1];
    if (!parent.has(last)) {
      throw noSuchKey(path, parent);
    }
    try {
      JsonNode parsed = MAPPER.readTree(value);
      // A parameter of an edition holds its value beside its clause.
      if (parent.get(last) instanceof ObjectNode parameter && parameter.has("clause")) {
        parameter.set("value", parsed);
      } else {
        parent.set(last, parsed);
      }
    } catch (JsonProcessingException e) {
      throw new SettingsException(path, "cannot be set to '" + value + "': it is not a YAML value");
    }
    return this;
  }

  /**
   * Sets an entry of a map of texts; its key may have dots.
   *
   * @param path of the map
   */
  Yaml put(String path, String key, String value) {
    if (root.at("/" + path.replace('.', '/')) instanceof ObjectNode map) {
      map.put(key, value);
      return this;
    }
    throw noSuchKey(path, root);
  }

  /** The tree of a record, as its file would hold it. */
  public static Yaml of(String source, Object settings) {
    return new Yaml(source, MAPPER.valueToTree(settings));
  }

  /**
   * Sets parameters of an edition by their dotted paths; its name then carries the changes.
   *
   * @throws SettingsException if there is no such parameter, naming those that are
   */
  public Yaml changed(Map<String, String> parameters) {
    if (!parameters.isEmpty()) {
      Map<String, String> inOrder = new TreeMap<>(parameters);
      inOrder.forEach(this::set);
      root.put(
          "edition",
          root.path("edition").asText()
              + inOrder.entrySet().stream()
                  .map(change -> change.getKey() + "=" + change.getValue())
                  .collect(Collectors.joining(", ", " (", ")")));
    }
    return this;
  }

  /** The same, told to come from another file. */
  Yaml from(String otherSource) {
    return new Yaml(otherSource, root);
  }

  String source() {
    return source;
  }

  ObjectNode root() {
    return root;
  }

  /**
   * The values as a record.
   *
   * @throws SettingsException naming file and key if they do not fit it
   */
  public <T> T as(Class<T> type) {
    try {
      return MAPPER.treeToValue(root, type);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof SettingsException ours) {
        throw ours;
      }
      throw new SettingsException("%s: %s.".formatted(source, sentence(e)));
    } catch (JsonProcessingException e) {
      throw new SettingsException("%s: %s.".formatted(source, firstLine(e.getOriginalMessage())));
    }
  }

  private static String sentence(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "%s is no setting; known here are %s"
          .formatted(path, known(unknown.getKnownPropertyIds()));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "%s is '%s' but must be one of %s"
          .formatted(path, wrong.getValue(), List.of(wrong.getTargetType().getEnumConstants()));
    }
    if (e.getOriginalMessage().startsWith("Missing creator property")) {
      return path + " is missing; it must be given";
    }
    return "%s: %s".formatted(path.isEmpty() ? "a key" : path, firstLine(e.getOriginalMessage()));
  }

  SettingsException noSuchKey(String path, ObjectNode parent) {
    List<String> keys = new ArrayList<>();
    parent.fieldNames().forEachRemaining(keys::add);
    return new SettingsException(
        "%s has no setting %s; known there are %s."
            .formatted(source, path, String.join(", ", keys)));
  }

  private static String known(Collection<Object> ids) {
    return ids == null
        ? "none"
        : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String firstLine(String message) {
    return Arrays.stream(message.split("\n")).findFirst().orElse("").replaceAll("\\.$", "");
  }
}
