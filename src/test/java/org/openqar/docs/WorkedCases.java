package org.openqar.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the worked cases of the rules from the text tables in their tests. */
final class WorkedCases {
  private static final Pattern RULE = Pattern.compile("@CasesOf\\(\"([^\"]+)\"\\)");
  private static final Pattern TABLE =
      Pattern.compile(
          "textBlock =\\s*\"\"\"\\n(?<rows>.*?)\"\"\"\\s*\\)\\s*void (?<name>\\w+)\\((?<columns>[^)]*)\\)",
          Pattern.DOTALL);

  /**
   * One table of cases.
   *
   * @param title what its cases have in common
   */
  record Cases(String title, List<String> columns, List<List<String>> rows) {}

  private WorkedCases() {}

  /**
   * Returns the tables of each rule, by the rule's id.
   *
   * @param root the root of the project
   */
  static Map<String, List<Cases>> below(Path root) throws IOException {
    Map<String, List<Cases>> cases = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(root.resolve("src/test/java/org/openqar/rules"))) {
      for (Path source : sources.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(source);
        Matcher rule = RULE.matcher(text);
        if (rule.find()) {
          cases.put(rule.group(1), tables(text));
        }
      }
    }
    return cases;
  }

  private static List<Cases> tables(String source) {
    List<Cases> tables = new ArrayList<>();
    Matcher table = TABLE.matcher(source);
    while (table.find()) {
      List<String> columns =
          Arrays.stream(table.group("columns").split(","))
              .map(column -> words(column.strip().replaceAll(".* ", "")))
              .toList();
      List<List<String>> rows =
          table
              .group("rows")
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> Arrays.stream(line.split("[|]", -1)).map(String::strip).toList())
              .filter(row -> row.size() == columns.size())
              .toList();
      tables.add(new Cases(words(table.group("name")), columns, rows));
    }
    return tables;
  }

  /** Returns a camel-case name as words. */
  private static String words(String name) {
    return name.equals("aCase")
        ? "case"
        : Arrays.stream(name.split("(?=[A-Z])"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
  }
}
