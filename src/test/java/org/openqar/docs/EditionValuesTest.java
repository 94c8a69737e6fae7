package org.openqar.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openqar.config.Configuration;
import org.openqar.docs.EditionValues.Declared;
import org.openqar.rules.Edition;

/** Every value of an edition has a unit, a clause with a source, and a case that turns on it. */
class EditionValuesTest {
  private static final Path ROOT = Path.of("");
  private static final Configuration CONFIGURATION = new Configuration(Path.of("conf"), Map.of());

  private static final List<Edition> EDITIONS =
      CONFIGURATION.editions().stream()
          .map(name -> CONFIGURATION.edition(name, Edition.class))
          .toList();

  @Test
  void everyNumberAndCodeHasAUnit() {
    assertEquals(
        List.of(),
        EditionValues.all().stream()
            .filter(value -> value.unitOrChoices().isEmpty())
            .map(Declared::key)
            .toList());
  }

  @Test
  void everyValueOfTheFilesIsDeclared() {
    Set<String> declared =
        EditionValues.all().stream().map(Declared::key).collect(Collectors.toSet());
    for (Edition edition : EDITIONS) {
      assertEquals(declared, CONFIGURATION.parameters(edition.edition()).keySet());
    }
  }

  /** The section of the specification is the first thing that a clause names. */
  @Test
  void everyClauseBeginsWithASection() {
    for (Edition edition : EDITIONS) {
      CONFIGURATION
          .parameters(edition.edition())
          .forEach(
              (key, value) ->
                  assertTrue(
                      value.clause().matches("[0-9]+(\\.[0-9A-Z]+)?[a-z]?[ ,:].*|[0-9.]+[0-9A-Z]*"),
                      key + ": " + value.clause()));
    }
  }

  /** A value that no rule reads and no test turns on could be wrong without anybody seeing it. */
  @Test
  void everyValueIsTested() throws IOException {
    Map<String, TreeSet<String>> readers = EditionValues.readers(EDITIONS);
    Map<String, TreeSet<String>> tests = EditionValues.tests(ROOT);
    assertEquals(
        List.of(),
        EditionValues.all().stream()
            .map(Declared::key)
            .filter(key -> readers.get(key).isEmpty() && !tests.containsKey(key))
            .toList());
    Set<String> keys = EditionValues.all().stream().map(Declared::key).collect(Collectors.toSet());
    assertTrue(keys.containsAll(tests.keySet()), tests.keySet() + " must be keys of editions");
  }
}
