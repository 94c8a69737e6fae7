package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqar.config.Yaml;

/**
 * Writes the page of settings: every setting with its default, and every parameter of every edition
 * with its clause.
 */
final class SettingsPage {
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9.-]+):(?: (.*))?");

  private SettingsPage() {}

  static String text(Path conf) throws IOException {
    StringBuilder page = new StringBuilder(Markdown.title("Settings"));
    page.append(
        """
        The strongest source wins. The command line comes first: `--set KEY=VALUE`, and the options that stand for one
        setting. The `conf` folder comes next: the one given, or the one beside the launcher. The program's own defaults come
        last. A run refuses a key that does not exist and names its path.

        ## conf/qar.yaml

        """);
    page.append(settings(Files.readAllLines(conf.resolve("qar.yaml"))));
    page.append(
        """

        ## Editions

        `--set rules.KEY=VALUE` changes a parameter for one run. The edition of that run has the change in its name. Clauses
        are sections of [the specification](../reference/qar-rules.md). `./qar editions --diff A B` shows how two editions
        differ, including what they take from their bases.
        """);
    try (Stream<Path> editions = Files.list(conf.resolve("editions"))) {
      for (Path file : editions.sorted().toList()) {
        page.append(edition(conf, file.getFileName().toString()));
      }
    }
    page.append(calendar(conf));
    return page.toString();
  }

  /**
   * Writes each key with the comment above it. A comment with a blank line below it describes the
   * file.
   */
  private static String settings(List<String> lines) {
    StringBuilder text = new StringBuilder(head("setting", "default", "meaning"));
    StringBuilder comment = new StringBuilder();
    Deque<String> path = new ArrayDeque<>();
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      if (line.isBlank()) {
        comment.setLength(0);
      } else if (line.strip().startsWith("#")) {
        comment.append(comment.isEmpty() ? "" : " ").append(line.strip().substring(1).strip());
      } else if (key.matches()) {
        while (path.size() > key.group(1).length() / 2) {
          path.removeLast();
        }
        path.addLast(key.group(2));
        if (key.group(3) != null) {
          text.append(
              row(
                  code(String.join(".", path)),
                  code(key.group(3).replace("\"", "")),
                  Markdown.plain(comment)));
          comment.setLength(0);
        }
      }
    }
    return text.toString();
  }

  private static String edition(Path conf, String file) {
    JsonNode edition = Yaml.read(conf, "editions/" + file).as(JsonNode.class);
    StringBuilder text =
        new StringBuilder(
            """

            ### conf/editions/%s

            %s. %s%s

            """
                .formatted(
                    file,
                    edition.path("title").asText(),
                    edition.path("special").asText(),
                    edition.has("based-on")
                        ? " Based on %s. Lists only the differences."
                            .formatted(edition.path("based-on").asText())
                        : ""));
    if (edition.properties().stream().noneMatch(entry -> entry.getValue().isObject())) {
      return text.append("No value differs.\n").toString();
    }
    text.append(head("parameter", "value", "clause"));
    parameters("", edition, text);
    return text.toString();
  }

  private static void parameters(String path, JsonNode node, StringBuilder text) {
    node.properties()
        .forEach(
            entry -> {
              String key = path + entry.getKey();
              JsonNode value = entry.getValue();
              if (value.has("clause")) {
                text.append(
                    row(code(key), code(shown(value.get("value"))), value.path("clause").asText()));
              } else if (value.isObject()) {
                parameters(key + ".", value, text);
              }
            });
  }

  private static String shown(JsonNode value) {
    return value.isValueNode()
        ? value.asText()
        : value.toString().replace("\"", "").replace(":", ": ").replace(",", ", ");
  }

  private static String calendar(Path conf) {
    JsonNode calendar = Yaml.read(conf, "collection-calendar.yaml").as(JsonNode.class);
    StringBuilder text =
        new StringBuilder(
            """

            ## conf/collection-calendar.yaml

            When each return closes. A file that lies in no `Rnn` folder belongs to the first return that closes on or after its
            FilePreparationDate. Returns R05 to R12 close in the second calendar year of the collection, R13 and R14 after its end.

            """);
    text.append(head("return", "closes (month-day)"));
    calendar
        .path("closes")
        .properties()
        .forEach(e -> text.append(row(e.getKey(), e.getValue().asText())));
    text.append("\n").append(head("collection year", "return", "closes"));
    calendar
        .path("exceptions")
        .forEach(
            e ->
                text.append(
                    row(
                        e.path("year").asText(),
                        e.path("return").asText(),
                        e.path("closes").asText())));
    return text.toString();
  }
}
