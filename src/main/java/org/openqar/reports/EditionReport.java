package org.openqar.reports;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.openqar.calendar.AcademicYear;
import org.openqar.config.Configuration;
import org.openqar.config.Configuration.Parameter;
import org.openqar.rules.Edition;

/** Describes the editions as text: a list of them, and how two of them differ. */
public final class EditionReport {
  private final Configuration configuration;

  public EditionReport(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Lists every edition with its year, its title and what is special about it. Reads each edition
   * completely, and so refuses a faulty one.
   */
  public String list() {
    TextTable table = new TextTable("edition", "year", "title", "what is special");
    for (String name : configuration.editions()) {
      Edition edition = edition(name);
      table.row(
          edition.edition(), new AcademicYear(edition.year()), edition.title(), edition.special());
    }
    return "Editions: a rule set as data, one for each publication. Use one with --edition NAME\n"
        + table;
  }

  /** Lists the differences key by key, with both values and their sources. */
  public String difference(String one, String other) {
    Edition first = edition(one);
    Edition second = edition(other);
    Map<String, Parameter> before = configuration.parameters(one);
    Map<String, Parameter> after = configuration.parameters(other);
    String values =
        parameters(
            first, second, before, after, (left, right) -> !left.value().equals(right.value()));
    String clauses =
        parameters(
            first,
            second,
            before,
            after,
            (left, right) -> left.value().equals(right.value()) && !left.equals(right));
    String rules = rules(first, second) + rules(second, first);
    StringBuilder text = new StringBuilder("%s and %s\n".formatted(one, other));
    text.append(values.isEmpty() ? "\nNo value differs.\n" : "\nOther values\n" + values);
    if (!clauses.isEmpty()) {
      text.append("\nThe same value from another clause\n").append(clauses);
    }
    if (!rules.isEmpty()) {
      text.append("\nRules in force in one of them only\n").append(rules);
    }
    return text.toString();
  }

  private Edition edition(String name) {
    return configuration.edition(name, Edition.class);
  }

  private static String parameters(
      Edition first,
      Edition second,
      Map<String, Parameter> before,
      Map<String, Parameter> after,
      BiPredicate<Parameter, Parameter> shown) {
    StringBuilder text = new StringBuilder();
    before.forEach(
        (key, left) -> {
          Parameter right = after.get(key);
          if (shown.test(left, right)) {
            text.append("  ").append(key).append('\n');
            TextTable table = new TextTable("edition", "value", "clause");
            table.row(first.edition(), left.value(), left.clause());
            table.row(second.edition(), right.value(), right.clause());
            table.toString().lines().skip(1).forEach(line -> text.append("  " + line + "\n"));
          }
        });
    return text.toString();
  }

  /** Returns the rules of one edition that the other does not have. */
  private static String rules(Edition edition, Edition other) {
    return Differing.rulesOnlyIn(edition, other).stream()
        .map(
            rule ->
                "    %s  %s: %s (editions %s)\n"
                    .formatted(edition.edition(), rule.id(), rule.label(), rule.inForce()))
        .collect(Collectors.joining());
  }
}
