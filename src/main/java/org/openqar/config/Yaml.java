package org.openqar.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqar.messages.Nearest;
import org.openqar.messages.UserException;

/**
 * Reads YAML into records, strictly: it refuses an unknown key, a missing key and a value of the
 * wrong kind, and names the file and the key's path.
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
  private final Set<String> given = new HashSet<>();

  private Yaml(String source, ObjectNode root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads {@code name} from a configuration folder. If the folder is null, reads the copy that
   * comes with the program.
   *
   * @throws UserException if the file is missing or is not YAML
   */
  public static Yaml read(Path folder, String name) {
    String source = folder == null ? "conf/" + name : folder.resolve(name).toString();
    try (InputStream in =
        folder == null
            ? Yaml.class.getResourceAsStream("/conf/" + name)
            : Files.newInputStream(folder.resolve(name))) {
      if (in == null) {
        throw UserException.usage(
            "%s does not exist: give the path of one that does.".formatted(source));
      }
      if (MAPPER.readTree(in) instanceof ObjectNode tree) {
        return new Yaml(source, tree);
      }
      throw UserException.usage("%s holds no settings.".formatted(source));
    } catch (java.nio.file.NoSuchFileException e) {
      throw UserException.usage(
          "%s does not exist: give the path of one that does.".formatted(source));
    } catch (JsonProcessingException e) {
      throw UserException.usage(
          "%s is not YAML at line %d: %s."
              .formatted(source, e.getLocation().getLineNr(), firstLine(e.getOriginalMessage())));
    } catch (IOException e) {
      throw UserException.io(
          "%s cannot be read".formatted(source),
          e,
          "check that it is there and that you may read it");
    }
  }

  /** Returns the names of a folder's YAML files without their ending, in order. */
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw UserException.io("%s cannot be listed".formatted(folder), e, "give a folder like conf");
    }
  }

  /**
   * Sets one value by its dotted path. The parent must exist.
   *
   * @throws UserException if the key does not exist; the sentence names the keys that do
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
      given.add(path);
      // A parameter of an edition holds its value beside its clause.
      if (parent.get(last) instanceof ObjectNode parameter && parameter.has("clause")) {
        parameter.set("value", parsed);
      } else {
        parent.set(last, parsed);
      }
    } catch (JsonProcessingException e) {
      throw UserException.setting(path, "cannot be set to '" + value + "': it is not a YAML value");
    }
    return this;
  }

  /**
   * Sets an entry of a map of texts. Its key may contain dots.
   *
   * @param path the path of the map
   */
  Yaml put(String path, String key, String value) {
    if (root.at("/" + path.replace('.', '/')) instanceof ObjectNode map) {
      map.put(key, value);
      return this;
    }
    throw noSuchKey(path, root);
  }

  /** Returns a record as the tree that its file would hold. */
  public static Yaml of(String source, Object settings) {
    return new Yaml(source, MAPPER.valueToTree(settings));
  }

  /**
   * Sets parameters of an edition by dotted path and adds the changes to the edition's name.
   *
   * @throws UserException if a parameter does not exist; the sentence names those that do
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

  /** Returns the same values with another file named as their source. */
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
   * Returns the values as a record.
   *
   * @throws UserException if they do not fit the record; the sentence names the file and the key
   */
  public <T> T as(Class<T> type) {
    try {
      return MAPPER.treeToValue(root, type);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof UserException ours) {
        throw ours;
      }
      throw UserException.usage(Misfit.sentence(source, given, root, e));
    } catch (JsonProcessingException e) {
      throw UserException.usage("%s: %s.".formatted(source, firstLine(e.getOriginalMessage())));
    }
  }

  /**
   * Makes the refusal of an unknown key.
   *
   * @param path the path as given
   * @param parent the section that lacks the first unknown part of the path
   */
  UserException noSuchKey(String path, ObjectNode parent) {
    List<String> keys = new ArrayList<>();
    parent.fieldNames().forEachRemaining(keys::add);
    return UserException.usage(
        "%s has no setting %s.%s Known there are %s."
            .formatted(
                source,
                path,
                Nearest.to(path, leaves(sectionOf(path, parent), parent)),
                String.join(", ", keys)));
  }

  /** Returns the path of a section, as far as the given path leads there. */
  private String sectionOf(String path, ObjectNode section) {
    int dot = path.lastIndexOf('.');
    return section == root || dot < 0 ? "" : path.substring(0, dot + 1);
  }

  /** Returns every key of a section and of the sections within it. */
  private static List<String> leaves(String path, ObjectNode section) {
    List<String> leaves = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      if (entry.getValue() instanceof ObjectNode below && !below.has("clause")) {
        leaves.add(path + entry.getKey());
        leaves.addAll(leaves(path + entry.getKey() + ".", below));
      } else {
        leaves.add(path + entry.getKey());
      }
    }
    return leaves;
  }

  private static String firstLine(String message) {
    return Arrays.stream(message.split("\n")).findFirst().orElse("").replaceAll("\\.$", "");
  }
}
