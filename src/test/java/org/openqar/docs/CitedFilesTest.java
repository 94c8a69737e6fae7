package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file that a page, a setting or a comment cites is in the repository. */
class CitedFilesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)");

  /** A path from the root of the repository, as text names one. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w./-])((?:src|docs|conf|data-samples|notebooks|spec|shared|measure|field)"
              + "/[\\w./-]*[\\w/])(?![\\w*<{])");

  /** The specification was copied here with the files that it cites beside itself. */
  private static final Path SPECIFICATION = Path.of("docs/reference");

  @Test
  void everyLinkOfAPageLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : found(LINK, Files.readString(page))) {
        if (!link.matches("[a-z]+:.*") && !Files.exists(beside(page, link))) {
          broken.add(page + " links " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPathInAPageASettingOrACommentIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    List<Path> texts = new ArrayList<>(pages());
    texts.addAll(files(Path.of("conf"), ".yaml"));
    texts.addAll(files(Path.of("src/main"), ".java"));
    texts.addAll(files(Path.of("src/test"), ".java"));
    texts.addAll(files(Path.of("src/test"), ".md"));
    for (Path text : texts) {
      if (text.startsWith(SPECIFICATION)) {
        continue;
      }
      for (String path : found(PATH, prose(text))) {
        if (!Files.exists(Path.of(path))) {
          missing.add(text + " cites " + path);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  /** Comments only of a program; all of a page. */
  private static String prose(Path text) throws IOException {
    String all = Files.readString(text);
    return text.toString().endsWith(".java")
        ? String.join("\n", found(Pattern.compile("(?s)(/\\*.*?\\*/|(?m)^\\s*//[^\n]*)"), all))
        : all;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(files(Path.of("docs"), ".md"));
    for (String page : List.of("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md")) {
      pages.add(Path.of(page));
    }
    return pages;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private static Path beside(Path page, String link) {
    return page.toAbsolutePath().resolveSibling(link).normalize();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }
}
