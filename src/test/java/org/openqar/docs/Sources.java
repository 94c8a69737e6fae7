package org.openqar.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources that clauses name by a key, as the copy of the specification lists them. */
final class Sources {
  private static final Pattern LINE = Pattern.compile("\\| ([A-Z][A-Z0-9-]{1,9}) \\| (.+) \\|");
  private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*\\b");

  private final Map<String, String> sources = new LinkedHashMap<>();

  /**
   * @param root of the project
   */
  Sources(Path root) throws IOException {
    boolean within = false;
    for (String line : Files.readAllLines(root.resolve("docs/reference/qar-rules.md"))) {
      within |= line.startsWith("Source keys used below");
      if (within && line.startsWith("## ")) {
        break;
      }
      Matcher source = LINE.matcher(line);
      if (within && source.matches()) {
        sources.put(source.group(1), source.group(2));
      }
    }
  }

  /** Title, address or document by key. */
  Map<String, String> all() {
    return sources;
  }

  /** The keys that a clause names. */
  List<String> keys(String clause) {
    List<String> keys = new ArrayList<>();
    Matcher word = WORD.matcher(clause);
    while (word.find()) {
      if (sources.containsKey(word.group()) && !keys.contains(word.group())) {
        keys.add(word.group());
      }
    }
    return keys;
  }
}
