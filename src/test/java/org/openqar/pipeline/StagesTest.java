package org.openqar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.tables.Table;
import org.openqar.tables.TableLayer;
import org.openqar.tables.Tables;

/** What the stages declare is what they do. */
class StagesTest {
  private static final Pattern NAMED = Pattern.compile("\\bTables\\.([A-Z_]{2,})\\b");

  static List<Stage> stages() {
    return Stages.ALL;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void aStageNamesNoTableThatItDoesNotDeclare(Stage stage) {
    Set<String> declared =
        Stream.concat(
                Stream.concat(stage.reads().stream(), stage.writes().stream()),
                stage == Stages.BENCHMARKS ? Stream.of(Tables.PUBLISHED_RATE) : Stream.of())
            .map(Table::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = named(stage);
    named.removeAll(declared);
    assertEquals(Set.of(), named, "tables that the package names and the stage does not declare");
  }

  @ParameterizedTest
  @MethodSource("stages")
  void aStageReadsWhatItDeclares(Stage stage) {
    Set<String> unread =
        stage.reads().stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
    unread.removeAll(named(stage));
    assertEquals(Set.of(), unread, "tables that the stage declares and its package never names");
  }

  @Test
  void everyTableOfARunIsWrittenByOneStage() {
    List<Table> written = Stages.ALL.stream().flatMap(stage -> stage.writes().stream()).toList();
    assertEquals(written.size(), new HashSet<>(written).size());
    assertEquals(
        Tables.ALL.stream()
            .filter(table -> table.layer() != TableLayer.OPERATIONS && !Tables.isImported(table))
            .collect(Collectors.toSet()),
        Set.copyOf(written));
  }

  @Test
  void aStageReadsOnlyFromStagesBeforeIt() {
    Set<Table> there = new HashSet<>();
    for (Stage stage : Stages.ALL) {
      assertTrue(there.containsAll(stage.reads()), stage.label());
      there.addAll(stage.writes());
    }
  }

  @Test
  void whatRunLogsOfAStageIsAColumnOfRun() {
    Stages.ALL.forEach(
        stage ->
            stage
                .logged()
                .ifPresent(
                    where ->
                        assertTrue(
                            Tables.RUN.columnNames().contains(where.column()), where.column())));
  }

  /** The tables that the package of a stage names, by its sources. */
  private static Set<String> named(Stage stage) {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/openqar", stage.label()))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> NAMED.matcher(text(file)).results().map(found -> found.group(1)))
          .filter(name -> Arrays.stream(Tables.class.getFields()).anyMatch(it -> isTable(it, name)))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTable(java.lang.reflect.Field field, String name) {
    return field.getName().equals(name) && field.getType() == Table.class;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
