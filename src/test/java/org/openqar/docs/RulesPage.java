package org.openqar.docs;

import static org.openqar.docs.Markdown.code;
import static org.openqar.docs.Markdown.head;
import static org.openqar.docs.Markdown.row;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqar.docs.WorkedCases.Cases;
import org.openqar.rules.Candidates;
import org.openqar.rules.Edition;
import org.openqar.rules.Kind;
import org.openqar.rules.ReportType;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Rule;
import org.openqar.rules.RuleBook;
import org.openqar.rules.Term;

/** Writes the page of every rule of one edition, in the order in which the rules apply. */
final class RulesPage {
  private RulesPage() {}

  /**
   * Returns the text of the page.
   *
   * @param cases the worked cases of each rule, by its id
   */
  static String text(Edition edition, Map<String, List<Cases>> cases) {
    StringBuilder page = new StringBuilder(Markdown.title("Rules of edition " + edition.edition()));
    page.append(
        """
        %s.

        Clauses are sections of [the specification](../reference/qar-rules.md). [The clarifications](../spec-clarifications.md)
        settle what it leaves open. The numbers come from [the edition](settings.md). The conditions are those of a run for
        report year %d.

        A report type is the list of the rules that it uses. This page describes a rule once, even if several report types use
        it. The kinds apply in order, and the order within a kind never matters. A test of a missing value fails.
        """
            .formatted(edition.title(), edition.year()));
    RuleBook book = ReportTypes.book(edition, edition.year());
    for (ReportType type : book.reportTypes()) {
      page.append("\n## Report type %s\n\n".formatted(code(type.name())));
      page.append(head("rule", "kind", "what it is", "sets", "editions"));
      for (Rule rule : type.rules()) {
        page.append(
            row(
                "[%s](#%s)".formatted(rule.id(), rule.id().toLowerCase(Locale.ROOT)),
                rule.kind().label(),
                rule.label(),
                code(rule.sets()),
                rule.inForce()));
      }
    }
    for (Kind kind : Kind.values()) {
      page.append("\n## Rules of kind %s\n".formatted(kind.label()));
      book.rules().stream()
          .filter(rule -> rule.kind() == kind)
          .forEach(
              rule -> {
                page.append(rule(book, rule));
                cases.getOrDefault(rule.id(), List.of()).forEach(it -> page.append(cases(it)));
              });
    }
    return page.toString();
  }

  private static String rule(RuleBook book, Rule rule) {
    String sets =
        book.gives(rule)
            .map(term -> "%s, to the %s".formatted(code(rule.sets()), term.name()))
            .orElse(code(rule.sets()));
    var condition = book.condition(rule);
    return """

    ### %s

    **%s.** %s

    - Clause: %s
    - Kind: %s
    - Report types: %s
    - In force in editions: %s
    - When: %s
    - Reads: %s
    - Sets: %s

    ```sql
    %s
    ```
    %s"""
        .formatted(
            rule.id(),
            rule.label(),
            rule.because(),
            rule.clause(),
            rule.kind().label(),
            book.reportTypes().stream()
                .filter(type -> type.rules().contains(rule))
                .map(type -> code(type.name()))
                .collect(Collectors.joining(", ")),
            rule.inForce(),
            condition.text(),
            condition.reads().isEmpty()
                ? "nothing"
                : condition.reads().stream().map(Term::name).collect(Collectors.joining(", ")),
            sets,
            book.sql(rule),
            rule.candidates().map(RulesPage::leftOut).orElse(""));
  }

  /** Writes what {@code explain} says about the aims that a scope leaves out. */
  private static String leftOut(Candidates candidates) {
    return candidates.asks().isEmpty()
        ? ""
        : candidates.asks().stream()
            .flatMap(one -> one.sentences().stream())
            .map("- %s\n"::formatted)
            .collect(
                Collectors.joining(
                    "", "\nWhat `explain` says about an aim that the scope leaves out:\n\n", ""));
  }

  private static String cases(Cases cases) {
    StringBuilder text = new StringBuilder("\nWorked cases, %s:\n\n".formatted(cases.title()));
    text.append(head(cases.columns().toArray(String[]::new)));
    for (List<String> row : cases.rows()) {
      text.append(row(row.toArray()));
    }
    return text.toString();
  }
}
