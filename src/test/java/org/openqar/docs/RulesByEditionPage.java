package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openqar.config.Configuration;
import org.openqar.config.Configuration.Parameter;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;

/** Writes the page that shows what the editions share and where they differ. */
final class RulesByEditionPage {
  private static final int SHOWN_OF_A_FINGERPRINT = 16;

  /** The one report year for all editions, so that only the editions differ. */
  private static final int REPORT_YEAR = 2024;

  private final Configuration configuration;
  private final List<Edition> editions = new ArrayList<>();
  private final Map<String, RuleBook> books = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder(Markdown.title("Rules by edition"));

  private RulesByEditionPage(Configuration configuration) {
    this.configuration = configuration;
    for (String name : configuration.editions()) {
      Edition edition = configuration.edition(name, Edition.class);
      editions.add(edition);
      books.put(name, ReportTypes.book(edition, REPORT_YEAR));
    }
  }

  static String text(Configuration configuration) {
    return new RulesByEditionPage(configuration).text();
  }

  private String text() {
    page.append(
        """
        One run applies one edition to all its years. `./qar editions --diff A B` shows two editions side by side.
        `./qar compare` shows what the difference does to the figures of your returns. [rules.md](rules.md) describes each rule, and
        [edition-values.md](edition-values.md) each value with its unit, sources and cases.

        """);
    editions();
    rules();
    parameters();
    return page.toString();
  }

  private void editions() {
    page.append(
        head(
            "edition",
            "publication",
            "what is special",
            "fingerprint of its rules, for its latest year"));
    for (Edition edition : editions) {
      page.append(
          row(
              edition.edition(),
              edition.title(),
              edition.special(),
              code(
                  ReportTypes.book(edition, edition.year())
                      .fingerprint()
                      .substring(0, SHOWN_OF_A_FINGERPRINT))));
    }
  }

  private void rules() {
    page.append(
        """

        ## Which rules are in force

        A letter stands for the condition of a rule with an edition's values. Equal letters on a line are equal conditions.
        A dot means that the rule is not in force.

        """);
    page.append(head(columns("rule", "what it is")));
    for (Rule rule : books.values().iterator().next().rules()) {
      Map<String, Character> letters = new LinkedHashMap<>();
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  "[%s](rules.md#%s)".formatted(rule.id(), rule.id().toLowerCase(Locale.ROOT)),
                  rule.label()));
      for (Edition edition : editions) {
        cells.add(
            rule.inForce().include(edition.year())
                ? letters.computeIfAbsent(
                    books.get(edition.edition()).sql(rule), any -> (char) ('A' + letters.size()))
                : ".");
      }
      page.append(row(cells.toArray()));
    }
  }

  private void parameters() {
    Map<String, Map<String, Parameter>> all = new LinkedHashMap<>();
    Set<String> keys = new TreeSet<>();
    for (String name : books.keySet()) {
      all.put(name, configuration.parameters(name));
      keys.addAll(all.get(name).keySet());
    }
    page.append("\n## Parameters that differ\n\n").append(head(columns("key")));
    List<String> same = new ArrayList<>();
    for (String key : keys) {
      List<String> values =
          all.values().stream().map(of -> of.containsKey(key) ? of.get(key).value() : "").toList();
      if (values.stream().distinct().count() == 1) {
        same.add(code(key));
      } else {
        List<Object> cells = new ArrayList<>(List.of(code(key)));
        cells.addAll(values);
        page.append(row(cells.toArray()));
      }
    }
    page.append(
        "\nThe same in all editions, listed in [edition-values.md](edition-values.md): %s.\n"
            .formatted(String.join(", ", same)));
  }

  /** Returns the heads of a table whose last columns are the editions. */
  private String[] columns(String... first) {
    return Stream.concat(Stream.of(first), books.keySet().stream()).toArray(String[]::new);
  }
}
