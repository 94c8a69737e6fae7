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
  private final Set<String> given = new HashSet<>();

  private Yaml(String source, ObjectNode root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads {@code name} from a configuration folder, or, where that folder is null, the copy that
   * comes with the program.
   *
   * @throws UserException if it is not there or not YAML
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
      throw UserException.io("%s cannot be listed".formatted(folder), e, "give a folder like conf");
    }
  }

  /**
   * Sets one value by its dotted path; the parent must be there.
   *
   * @throws UserException if there is no such key, naming those that are
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
   * @throws UserException if there is no such parameter, naming those that are
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
   * @throws UserException naming file and key if they do not fit it
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
   * @param path as it was given
   * @param parent the section in which its first unknown part was looked for
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

  /** The path of a section, as far as a path leads there. */
  private String sectionOf(String path, ObjectNode section) {
    int dot = path.lastIndexOf('.');
    return section == root || dot < 0 ? "" : path.substring(0, dot + 1);
  }

  /** Every key of a section and of those within it. */
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
