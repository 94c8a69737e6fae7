package org.openqar.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration.Parameter;
import org.openqar.messages.UserException;

/**
 * Reads the files of {@code conf/editions}. There is one file for each year. A file is either
 * complete or names a base edition and holds only the differences. Each value has its clause beside
 * it.
 */
final class EditionFiles {
  private static final String BASE = "based-on";

  /** The keys that a file must set for itself and never takes from its base. */
  private static final List<String> OWN = List.of("edition", "title", "special", "year");

  private static final int FIRST_YEAR = 2017;
  private static final int LAST_YEAR = 2099;

  private final Path folder;

  /**
   * @param folder a folder like {@code conf}, or null for the copies that come with the program
   */
  EditionFiles(Path folder) {
    this.folder = folder;
  }

  /** The names of all files, in order. */
  List<String> names() {
    if (folder == null) {
      return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
          .mapToObj(EditionFiles::nameOf)
          .filter(name -> EditionFiles.class.getResource("/conf/" + file(name)) != null)
          .toList();
    }
    return Yaml.names(folder.resolve("editions"));
  }

  /**
   * Returns an edition together with everything it takes from its base.
   *
   * @throws UserException if a key is wrong; the sentence names the file and the key
   */
  Yaml whole(String name) {
    return whole(name, List.of());
  }

  private Yaml whole(String name, List<String> over) {
    Yaml own = read(name);
    JsonNode base = own.root().remove(BASE);
    checkClauses(own, "", own.root());
    if (base == null) {
      return own;
    }
    List<String> chain = new ArrayList<>(over);
    chain.add(name);
    if (chain.contains(base.asText())) {
      throw wrong(own, BASE, "leads in a circle: " + String.join(", ", chain));
    }
    if (!names().contains(base.asText())) {
      throw wrong(
          own,
          BASE,
          "is %s but must be one of %s".formatted(base.asText(), String.join(", ", names())));
    }
    Yaml whole = whole(base.asText(), chain);
    lay(own, "", own.root(), whole.root());
    return whole.from(own.source());
  }

  private Yaml read(String name) {
    if (!names().contains(name)) {
      throw UserException.setting(
          "edition",
          "is '%s' but must be one of %s; a year may be written 2024, 2024/25 or 2024-25"
              .formatted(name, String.join(", ", names())));
    }
    Yaml file = Yaml.read(folder, file(name));
    for (String key : OWN) {
      if (!file.root().path(key).isValueNode() || file.root().path(key).asText().isBlank()) {
        throw wrong(file, key, "is missing; each edition has its own");
      }
    }
    if (!file.root().path("edition").asText().equals(name)) {
      throw wrong(file, "edition", "must be %s, the name of the file".formatted(name));
    }
    JsonNode year = file.root().path("year");
    if (!year.isInt() || year.asInt() < FIRST_YEAR || year.asInt() > LAST_YEAR) {
      throw wrong(file, "year", "must be a year from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
    if (!name.equals(nameOf(year.asInt()))) {
      throw wrong(
          file,
          "year",
          "is %d, the year of edition %s: there is one edition a year, named after it"
              .formatted(year.asInt(), nameOf(year.asInt())));
    }
    return file;
  }

  /**
   * Checks that every key, apart from the file's {@code OWN} keys, holds a value beside its clause.
   */
  private static void checkClauses(Yaml file, String path, ObjectNode section) {
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      String key = path + entry.getKey();
      if (path.isEmpty() && OWN.contains(key)) {
        continue;
      }
      if (!(entry.getValue() instanceof ObjectNode node) || node.isEmpty()) {
        throw wrong(file, key, "must hold a value beside its clause, or keys that do");
      }
      if (!isParameter(node)) {
        checkClauses(file, key + ".", node);
      } else if (!node.has("value")) {
        throw wrong(file, key, "has a clause but no value");
      } else if (node.path("clause").asText().isBlank()) {
        throw wrong(file, key, "has no clause; say where the value comes from");
      } else if (node.size() > 2) {
        throw wrong(file, key, "may hold a value and its clause and nothing else");
      }
    }
  }

  private static void lay(Yaml file, String path, ObjectNode own, ObjectNode base) {
    for (Map.Entry<String, JsonNode> entry : own.properties()) {
      String key = path + entry.getKey();
      JsonNode below = base.get(entry.getKey());
      if (below == null) {
        throw file.noSuchKey(key, base);
      }
      if (!kind(below).equals(kind(entry.getValue()))) {
        throw wrong(
            file, key, "is a %s but must be a %s".formatted(kind(entry.getValue()), kind(below)));
      }
      if (isSection(below)) {
        lay(file, key + ".", (ObjectNode) entry.getValue(), (ObjectNode) below);
      } else {
        base.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static String kind(JsonNode node) {
    return isSection(node) ? "section of keys" : "single value";
  }

  /** Returns the parameters of a complete edition by dotted path. */
  static Map<String, Parameter> parameters(Yaml edition) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    collect("", edition.root(), parameters);
    return parameters;
  }

  private static void collect(String path, ObjectNode section, Map<String, Parameter> found) {
    section
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode node) {
                if (isParameter(node)) {
                  found.put(
                      path + entry.getKey(),
                      new Parameter(shown(node.get("value")), node.path("clause").asText()));
                } else {
                  collect(path + entry.getKey() + ".", node, found);
                }
              }
            });
  }

  /** Formats a value as people write it. */
  static String shown(JsonNode value) {
    return value.isValueNode()
        ? value.asText()
        : value.toString().replace("\"", "").replace(":", ": ").replace(",", ", ");
  }

  private static boolean isSection(JsonNode node) {
    return node instanceof ObjectNode object && !isParameter(object);
  }

  private static boolean isParameter(ObjectNode node) {
    return node.has("value") || node.has("clause");
  }

  private static UserException wrong(Yaml file, String key, String what) {
    return UserException.usage("%s: %s %s.".formatted(file.source(), key, what));
  }

  private static String file(String name) {
    return "editions/" + name + ".yaml";
  }

  private static String nameOf(int year) {
    return new AcademicYear(year).edition();
  }
}
