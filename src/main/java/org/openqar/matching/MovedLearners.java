package org.openqar.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.matching.Said.Number;

/**
 * Finds the providers that share a learner, from the previous numbers in returns (qar-rules 3.3).
 * An aim of one such provider can depend on a return of another. This class takes in every change,
 * even one that matching does not believe, because a later return can make it believable.
 */
public final class MovedLearners {
  private final Map<Number, Number> towards = new HashMap<>();

  /** Records that a number and the previous number that a record names belong to one learner. */
  public void add(Number now, Number previous) {
    towards.put(root(now), root(previous));
  }

  /** Returns the providers of each learner who was at several. */
  public Set<Set<Integer>> providers() {
    Map<Number, Set<Integer>> ofLearner = new HashMap<>();
    for (Number number : Set.copyOf(towards.keySet())) {
      ofLearner.computeIfAbsent(root(number), any -> new TreeSet<>()).add(number.ukprn());
    }
    Set<Set<Integer>> several = new HashSet<>();
    ofLearner.values().stream().filter(providers -> providers.size() > 1).forEach(several::add);
    return several;
  }

  /** Returns some providers and all that share a learner with one of them. */
  public static Set<Integer> reached(Set<Integer> from, Collection<Set<Integer>> sharing) {
    Set<Integer> reached = new TreeSet<>(from);
    for (Set<Integer> providers : sharing) {
      if (providers.stream().anyMatch(from::contains)) {
        reached.addAll(providers);
      }
    }
    return reached;
  }

  private Number root(Number number) {
    Number at = number;
    for (Number next = towards.putIfAbsent(at, at); next != null && !next.equals(at); ) {
      at = next;
      next = towards.get(at);
    }
    for (Number passed = number; !passed.equals(at); ) {
      passed = towards.put(passed, at);
    }
    return at;
  }
}
