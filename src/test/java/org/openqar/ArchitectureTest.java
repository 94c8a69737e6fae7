package org.openqar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages know each other in one direction only. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("src/main/java/org/openqar");

  /** A package of ours by its qualified name, imported or written out. */
  private static final Pattern OURS = Pattern.compile("\\borg\\.openqar\\.([a-z]+)\\b");

  private static final Set<String> STAGES =
      Set.of("returns", "reference", "aims", "measures", "benchmarks");

  private static final Map<Path, String> SOURCES = sources();

  @Test
  void noStageKnowsAnother() {
    assertNone((from, to) -> STAGES.contains(from) && STAGES.contains(to));
  }

  @Test
  void onlyTheOutermostPackagesKnowThePipelineAndTheCommands() {
    Set<String> outermost = Set.of("cli", "pipeline", "reports", "docs", "Main", "Submit");
    assertNone((from, to) -> Set.of("pipeline", "cli").contains(to) && !outermost.contains(from));
    assertNone((from, to) -> to.equals("cli") && Set.of("pipeline", "reports").contains(from));
  }

  @ParameterizedTest(name = "{0} knows {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          messages | messages
          calendar | calendar messages
          privacy  | privacy messages
          ilr      | ilr calendar privacy messages
          simulate | simulate calendar messages
          config   | config calendar messages
          rules    | rules config calendar messages
          breakdowns | breakdowns rules
          tables   | tables breakdowns rules calendar config messages
          matching | matching rules calendar messages
          spark    | spark config calendar messages
          publish  | publish reports breakdowns rules tables calendar messages
          """)
  void aPackageKnowsOnlyThese(String one, String known) {
    Set<String> may = Set.of(known.split(" "));
    assertNone((from, to) -> from.equals(one) && !may.contains(to));
  }

  @Test
  void onlyTheTablesTouchDelta() {
    assertEquals(
        Set.of("tables"),
        packagesWith("\\bio\\.delta\\.[a-z]|\\borg\\.apache\\.spark\\.sql\\.delta\\.[A-Z]"));
  }

  @Test
  void onlyOnePackageStartsSessions() {
    assertEquals(
        Set.of("spark"),
        packagesWith("SparkSession\\s*\\.builder|new SparkContext|new JavaSparkContext"));
  }

  /** One learner's records can be matched, and one aim judged, where there is no Spark. */
  @Test
  void matchingKnowsNoSpark() {
    assertTrue(!packagesWith("\\borg\\.apache\\.spark\\b").contains("matching"));
  }

  @Test
  void ofTheRulesOnlyThoseForSparkKnowIt() {
    Set<String> forSpark = Set.of("Columns", "RowValues", "RuleBook", "SparkColumns", "SparkJudge");
    List<String> others = new ArrayList<>();
    SOURCES.forEach(
        (file, source) -> {
          String name = file.getFileName().toString().replace(".java", "");
          if (packageOf(file).equals("rules")
              && source.contains("org.apache.spark")
              && !forSpark.contains(name)) {
            others.add(name);
          }
        });
    assertEquals(List.of(), others);
  }

  @Test
  void rulesReadNoFilesAndNoSessions() {
    assertTrue(
        !packagesWith("\\bSparkSession\\b|\\bjava\\.nio\\.file\\b|\\bjava\\.io\\.File")
            .contains("rules"));
  }

  private static void assertNone(BiPredicate<String, String> forbidden) {
    List<String> arrows = new ArrayList<>();
    SOURCES.forEach(
        (file, source) -> {
          for (String to : known(source)) {
            if (!to.equals(packageOf(file)) && forbidden.test(packageOf(file), to)) {
              arrows.add(file + " -> " + to);
            }
          }
        });
    assertEquals(List.of(), arrows);
  }

  private static Set<String> packagesWith(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    Set<String> packages = new TreeSet<>();
    SOURCES.forEach(
        (file, source) -> {
          if (compiled.matcher(source).find()) {
            packages.add(packageOf(file));
          }
        });
    return packages;
  }

  private static Set<String> known(String source) {
    Set<String> known = new TreeSet<>();
    Matcher ours = OURS.matcher(source);
    while (ours.find()) {
      known.add(ours.group(1));
    }
    return known;
  }

  /** The first folder below the root, or the class that stands in the root itself. */
  private static String packageOf(Path file) {
    return file.getName(0).toString().replace(".java", "");
  }

  /** Every source without its comments and string literals. */
  private static Map<Path, String> sources() {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code =
            Files.readString(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "\"\"")
                .replaceAll("(?m)//.*$", "");
        sources.put(ROOT.relativize(file), code);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return sources;
  }
}
