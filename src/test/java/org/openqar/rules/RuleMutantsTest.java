package org.openqar.rules;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openqar.rules.Mutants.Mutant;
import org.openqar.rules.RuleCases.Asked;

/**
 * A rule with a part left out, turned round or moved by one fails a case of its own test class
 * ({@link Mutants}). A mutant that passes them all is a missing case.
 */
class RuleMutantsTest {

  @Test
  void everyPartOfARuleHasACaseThatFailsWithoutIt() throws Exception {
    Map<List<Object>, List<Mutant<Value>>> mutated = new HashMap<>();
    Map<String, Boolean> noticed = new TreeMap<>();
    for (Asked one : AskedCases.all()) {
      for (Mutant<Value> mutant :
          mutated
              .computeIfAbsent(
                  List.of(one.edition(), one.reportYear(), one.rule()), any -> mutants(one))) {
        boolean differs = !Objects.equals(one.answer(), mutant.tree().by(one.judged()));
        noticed.merge(one.rule() + ": " + mutant.change(), differs, Boolean::logicalOr);
      }
    }
    assertTrue(noticed.size() > 500, noticed.size() + " mutants");
    TreeSet<String> unnoticed = new TreeSet<>();
    noticed.forEach(
        (mutant, seen) -> {
          if (!seen) {
            unnoticed.add(mutant);
          }
        });
    assertEquals(
        "",
        unnoticed.stream().collect(joining("\n")),
        unnoticed.size() + " of " + noticed.size());
  }

  /** All that could be wrong in the rule that a case asks, under its edition and report year. */
  private static List<Mutant<Value>> mutants(Asked one) {
    RuleBook book = ReportTypes.book(one.edition(), one.reportYear());
    Rule rule =
        book.rules().stream().filter(it -> it.id().equals(one.rule())).findFirst().orElseThrow();
    Condition condition = book.condition(rule);
    Optional<Value> gives = book.gives(rule).map(Term::value);
    List<Mutant<Value>> mutants = new ArrayList<>();
    for (Mutant<Condition> mutant : Mutants.of(condition)) {
      mutants.add(
          new Mutant<>(
              mutant.change(),
              gives
                  .<Value>map(value -> new Value.When(mutant.tree(), value))
                  .orElse(new Value.Verdict(mutant.tree()))));
    }
    gives.ifPresent(
        value ->
            Mutants.of(value)
                .forEach(
                    mutant ->
                        mutants.add(
                            new Mutant<>(
                                mutant.change(), new Value.When(condition, mutant.tree())))));
    return mutants;
  }
}
