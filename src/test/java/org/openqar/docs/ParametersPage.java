package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.config.Configuration;
import org.openqar.config.Configuration.Parameter;
import org.openqar.rules.Edition;

/** Every value of the editions: unit, clause, sources, and the cases that test it; generated. */
final class ParametersPage {
  private final Configuration configuration;
  private final List<Edition> editions;
  private final Map<String, TreeSet<String>> readers;
  private final Map<String, TreeSet<String>> tests;
  private final Sources sources;
  private final Set<String> named = new LinkedHashSet<>();

  private ParametersPage(Path root) throws IOException {
    this.configuration = new Configuration(root.resolve("conf"), Map.of());
    this.editions =
        configuration.editions().stream()
            .map(name -> configuration.edition(name, Edition.class))
            .toList();
    this.readers = EditionValues.readers(editions);
    this.tests = EditionValues.tests(root);
    this.sources = new Sources(root);
  }

  /**
   * @param root of the project
   */
  static String text(Path root) throws IOException {
    return new ParametersPage(root).text();
  }

  private String text() {
    StringBuilder page =
        new StringBuilder(Markdown.title("The values of editions"))
            .append(
                """
                Each value has a unit or its choices, the clause it follows with the [sources](#sources) that the clause names, and the
                cases that test it: those of the rules that read it, or of a test class where it decides matching or what is counted.
                An edition that is not named has the value of the edition before it. Section numbers are those of
                [qar-rules.md](../reference/qar-rules.md). To change a value for one run: `--set KEY=VALUE`.

                """)
            .append(head("key", "unit or choices", "value", "clause", "tested by"));
    for (EditionValues.Declared declared : EditionValues.all()) {
      Map<Parameter, String> since = since(declared.key());
      List<String> values = new ArrayList<>();
      Set<String> clauses = new LinkedHashSet<>();
      since.forEach(
          (parameter, edition) -> {
            values.add(
                "%s%s".formatted(since.size() == 1 ? "" : edition + ": ", code(parameter.value())));
          });
      for (Edition edition : editions) {
        clauses.add(
            clause(configuration.parameters(edition.edition()).get(declared.key()).clause()));
      }
      page.append(
          row(
              code(declared.key()),
              declared.unitOrChoices(),
              String.join("; ", values),
              String.join("; ", clauses),
              String.join(", ", testedBy(declared.key()))));
    }
    page.append("\n## Sources\n\n").append(head("key", "title, address or document"));
    sources.all().forEach((key, text) -> source(page, key, text));
    return page.toString();
  }

  private void source(StringBuilder page, String key, String text) {
    if (named.contains(key)) {
      page.append(row("<a id=\"%s\"></a>%s".formatted(key.toLowerCase(Locale.ROOT), key), text));
    }
  }

  /** The values through the editions, each with the first edition that has it. */
  private Map<Parameter, String> since(String key) {
    Map<Parameter, String> since = new LinkedHashMap<>();
    Parameter before = null;
    for (Edition edition : editions) {
      Parameter parameter = configuration.parameters(edition.edition()).get(key);
      if (before == null || !before.value().equals(parameter.value())) {
        since.put(parameter, edition.edition());
      }
      before = parameter;
    }
    return since;
  }

  private String clause(String clause) {
    String linked = clause;
    for (String key : sources.keys(clause)) {
      named.add(key);
      linked =
          linked.replaceAll(
              "\\b" + key + "\\b(?![-\\]])",
              "[%s](#%s)".formatted(key, key.toLowerCase(Locale.ROOT)));
    }
    return linked;
  }

  private List<String> testedBy(String key) {
    List<String> links = new ArrayList<>();
    for (String rule : readers.get(key)) {
      links.add("[%s](rules.md#%s)".formatted(rule, rule.toLowerCase(Locale.ROOT)));
    }
    for (String test : tests.getOrDefault(key, new TreeSet<>())) {
      String name = test.substring(test.lastIndexOf('/') + 1).replace(".java", "");
      links.add("[%s](../../%s)".formatted(name, test));
    }
    return links;
  }
}
