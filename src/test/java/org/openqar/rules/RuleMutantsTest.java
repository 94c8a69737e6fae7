package org.openqar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openqar.rules.Mutants.Mutant;
import org.openqar.rules.RuleCases.Asked;

/**
 * A rule with a part left out, turned round or moved by one fails a case of its own test class
 * ({@link Mutants}). A mutant that passes them all is a missing case, unless it gives the same
 * answers: those are listed with their reasons. Lists and limits are changed in the edition of
 * 2024/25 alone, unless only another edition has them; a change of another kind is noticed when a
 * case of any edition does.
 */
class RuleMutantsTest {
  private static final Edition DEFAULT = RuleCases.edition(Map.of());

  @Test
  void everyPartOfARuleHasACaseThatFailsWithoutIt() throws Exception {
    List<Asked> cases = AskedCases.all();
    Map<List<Object>, List<Mutant<Value>>> mutated = new HashMap<>();
    for (Asked one : cases) {
      mutated.computeIfAbsent(tree(one), any -> mutants(one));
    }
    Map<String, Boolean> noticed = new TreeMap<>();
    for (Asked one : cases) {
      Set<String> ofTheDefault =
          mutated.getOrDefault(List.of(DEFAULT, 2024, one.rule()), List.of()).stream()
              .map(Mutant::kind)
              .collect(toSet());
      for (Mutant<Value> mutant : mutated.get(tree(one))) {
        boolean asked =
            !mutant.ofAValue()
                || isDefault(one)
                || (one.reportYear() == 2024 && !ofTheDefault.contains(mutant.kind()));
        if (asked) {
          boolean differs = !Objects.equals(one.answer(), mutant.tree().by(one.judged()));
          noticed.merge(one.rule() + ": " + mutant.key(), differs, Boolean::logicalOr);
        }
      }
    }
    assertTrue(noticed.size() > 1500, noticed.size() + " mutants");
    assertEquals(
        equivalent(),
        noticed.entrySet().stream()
            .filter(entry -> !entry.getValue())
            .map(entry -> entry.getKey())
            .collect(joining("\n")),
        "of " + noticed.size() + " mutants these are not noticed, or are and are listed");
  }

  /** The listed mutants that give the same answers, in order; the reasons are comments. */
  private static String equivalent() throws IOException {
    try (InputStream list = RuleMutantsTest.class.getResourceAsStream("equivalent-mutants.txt")) {
      return new String(list.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .sorted()
          .collect(joining("\n"));
    }
  }

  private static List<Object> tree(Asked one) {
    return List.of(one.edition(), one.reportYear(), one.rule());
  }

  private static boolean isDefault(Asked one) {
    return one.edition().equals(DEFAULT) && one.reportYear() == 2024;
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
