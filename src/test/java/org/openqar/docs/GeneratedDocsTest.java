package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The generated pages of the manual")
class GeneratedDocsTest {
  private static final String RENEW = "mvn -q test -Dtest=GeneratedDocsTest -Dqar.docs=write";
  private static final Path ROOT = Path.of("");

  @BeforeAll
  static void renew() throws IOException {
    if ("write".equals(System.getProperty("qar.docs"))) {
      GeneratedDocs.write(ROOT);
    }
  }

  @Test
  @DisplayName("match the code")
  void current() throws IOException {
    List<String> stale =
        GeneratedDocs.pages(ROOT).entrySet().stream()
            .filter(page -> !page.getValue().equals(text(page.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), stale, "These pages are not what the code says; renew them: " + RENEW);
  }

  @Test
  @DisplayName("are all the files in their folder")
  void noOthers() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/generated"))) {
      assertEquals(
          GeneratedDocs.pages(ROOT).keySet().stream().sorted().toList(),
          files.map(file -> file.toString().replace('\\', '/')).sorted().toList());
    }
  }

  @Test
  @DisplayName("say in their first line how to renew them")
  void renewal() throws IOException {
    GeneratedDocs.pages(ROOT)
        .forEach(
            (path, text) -> assertTrue(text.lines().findFirst().orElse("").contains(RENEW), path));
  }

  private static String text(String path) {
    try {
      Path file = ROOT.resolve(path);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
