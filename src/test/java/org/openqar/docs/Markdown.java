package org.openqar.docs;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** Writes the few forms of Markdown that the pages use. */
final class Markdown {
  private Markdown() {}

  /** The first line of every generated page. */
  static final String RENEWED =
      "<!-- Generated from the code. To renew: mvn -q test -Dtest=GeneratedDocsTest"
          + " -Dqar.docs=write -->\n";

  /** Returns the top of a page. */
  static String title(String title) {
    return RENEWED + "\n# %s\n\n".formatted(title);
  }

  /** Returns one line of a table. */
  static String row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.toString().replace("|", "\\|").replace("\n", " "))
        .collect(joining(" | ", "| ", " |\n"));
  }

  /** Returns the head of a table. */
  static String head(String... names) {
    return row((Object[]) names) + "| --- ".repeat(names.length) + "|\n";
  }

  /** Returns names as code, with commas between them. */
  static String codes(Iterable<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : ", ").append(code(name));
    }
    return text.toString();
  }

  static String code(Object text) {
    return "`" + text + "`";
  }

  /** Escapes angle brackets, which would begin an HTML element. */
  static String plain(CharSequence text) {
    return text.toString().replace("<", "\\<");
  }
}
