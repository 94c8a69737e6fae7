package org.openqar.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqar.messages.UserException;

/**
 * Reads the files of {@code conf/layouts} and mapping files. Each layout describes one form in
 * which achievement rates were published. A mapping file has the same shape and lists only the
 * differences.
 */
final class LayoutFiles {
  private static final String NAME = "name";
  private static final String FOLDER = "layouts";

  /** The layouts that come with the program. */
  private static final List<String> OURS =
      List.of(
          "ees-apprenticeship-national",
          "ees-apprenticeship-provider",
          "ees-education-summary",
          "nart-institutions",
          "nart-national-2017-18",
          "nart-national-2018-19",
          "nart-provider-2018-19",
          "roatp-apprenticeship-national",
          "roatp-apprenticeship-provider");

  private final Path folder;

  /**
   * @param folder a folder like {@code conf}; if it is null or has no layouts, the program's own
   *     layouts apply
   */
  LayoutFiles(Path folder) {
    this.folder = folder != null && Files.isDirectory(folder.resolve(FOLDER)) ? folder : null;
  }

  /** The names of all files, in order. */
  List<String> names() {
    if (folder == null) {
      return OURS;
    }
    return Yaml.names(folder.resolve(FOLDER));
  }

  /**
   * Returns a layout, changed by a mapping file if there is one.
   *
   * @param mapping a local file, or null
   * @throws UserException if a key is wrong; the sentence names the file and the key
   */
  <T> T layout(String name, Path mapping, Class<T> type) {
    if (!names().contains(name)) {
      throw UserException.usage(
          "There is no layout %s; the layouts are %s.".formatted(name, String.join(", ", names())));
    }
    Yaml layout = Yaml.read(folder, FOLDER + "/" + name + ".yaml");
    if (!layout.root().path(NAME).asText().equals(name)) {
      throw UserException.usage(
          "%s: name must be %s, the name of the file.".formatted(layout.source(), name));
    }
    if (mapping == null) {
      return as(layout, type);
    }
    Path file = mapping.toAbsolutePath();
    Yaml told = Yaml.read(file.getParent(), file.getFileName().toString());
    if (told.root().has(NAME)) {
      throw UserException.usage(
          "%s: name is the layout's own; leave it out.".formatted(told.source()));
    }
    lay(told, "", told.root(), layout.root());
    return as(layout.from(told.source()), type);
  }

  /** Lays a mapping over a layout: appends to lists, merges sections and replaces single values. */
  private static void lay(Yaml file, String path, ObjectNode told, ObjectNode base) {
    for (Map.Entry<String, JsonNode> entry : told.properties()) {
      String key = entry.getKey();
      JsonNode below = base.get(key);
      if (below == null) {
        if (path.isEmpty()) {
          throw file.noSuchKey(key, base);
        }
        base.set(key, entry.getValue());
      } else if (below instanceof ObjectNode section
          && entry.getValue() instanceof ObjectNode more) {
        lay(file, path + key + ".", more, section);
      } else if (below instanceof ArrayNode list && entry.getValue() instanceof ArrayNode more) {
        list.addAll(more);
      } else if (below.isValueNode() && entry.getValue().isValueNode()) {
        base.set(key, entry.getValue());
      } else {
        throw UserException.usage(
            "%s: %s%s is a %s but must be a %s."
                .formatted(file.source(), path, key, kind(entry.getValue()), kind(below)));
      }
    }
  }

  private static String kind(JsonNode node) {
    return node.isObject() ? "section of keys" : node.isArray() ? "list" : "single value";
  }

  private static <T> T as(Yaml layout, Class<T> type) {
    try {
      return layout.as(type);
    } catch (UserException e) {
      throw e.getMessage().startsWith(layout.source())
          ? e
          : UserException.usage("%s: %s".formatted(layout.source(), e.getMessage()));
    }
  }
}
