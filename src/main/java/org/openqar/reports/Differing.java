package org.openqar.reports;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openqar.config.Configuration.Parameter;
import org.openqar.rules.Edition;
import org.openqar.rules.ReportTypes;
import org.openqar.rules.Rule;

/** Finds how two rule sets differ: in parameters, and in rules that only one of them has. */
public final class Differing {
  /** Parameters that only a record in a return R04 can meet (qar-rules 3.7, 3.8, 9.14, 9.18). */
  static final Set<String> OF_R04 =
      Set.of("returns.look-ahead", "returns.late-reporting", "breaks.r04-grace");

  private final Edition one;
  private final Edition other;
  private final Map<String, String> changes;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> rules;

  /**
   * @param left the parameters of one rule set
   * @param right the parameters of the other
   * @param changes the changes that made the other, as they were given
   */
  public Differing(
      Edition one,
      Map<String, Parameter> left,
      Edition other,
      Map<String, Parameter> right,
      Map<String, String> changes) {
    this.one = one;
    this.other = other;
    this.changes = Map.copyOf(changes);
    left.forEach(
        (key, parameter) -> {
          String value = right.get(key).value();
          if (!parameter.value().equals(value)) {
            values.put(key, List.of(parameter.value(), value));
          }
        });
    rules =
        Stream.of(rulesOnlyIn(one, other), rulesOnlyIn(other, one))
            .flatMap(List::stream)
            .map(Rule::id)
            .toList();
  }

  /** Returns the rules of one edition that another does not have. */
  static List<Rule> rulesOnlyIn(Edition edition, Edition other) {
    return ReportTypes.book(edition, edition.year()).rules().stream()
        .filter(
            rule -> rule.inForce().include(edition.year()) && !rule.inForce().include(other.year()))
        .toList();
  }

  Edition one() {
    return one;
  }

  Edition other() {
    return other;
  }

  /** The parameters that differ, by their keys. */
  Set<String> parameters() {
    return values.keySet();
  }

  /** What sets a parameter to the value of the second rule set. */
  String set(String parameter) {
    return changes.getOrDefault(parameter, values.get(parameter).get(1));
  }

  /** The ids of the rules that are in force in one of them. */
  List<String> rules() {
    return rules;
  }

  /** Whether they differ only in what R04 decides. */
  boolean onlyInR04() {
    return rules.isEmpty() && !values.isEmpty() && OF_R04.containsAll(values.keySet());
  }

  /** Whether the rule sets differ in nothing that affects a verdict. */
  public boolean inNothing() {
    return rules.isEmpty() && values.isEmpty();
  }

  /**
   * Returns one sentence: the parameters with both values, and the rules that only one of them has.
   */
  public String text() {
    if (inNothing()) {
      return "They differ in no parameter and no rule.";
    }
    String parameters =
        values.entrySet().stream()
            .map(
                entry ->
                    "%s (%s, %s)"
                        .formatted(
                            entry.getKey(), entry.getValue().get(0), entry.getValue().get(1)))
            .collect(joining(", "));
    String others =
        rules.isEmpty()
            ? ""
            : "the rules %s, in force in one of them".formatted(String.join(", ", rules));
    return "They differ in %s%s%s."
        .formatted(parameters, parameters.isEmpty() || others.isEmpty() ? "" : ", and in ", others);
  }
}
