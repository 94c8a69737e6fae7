package org.openqar.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.matching.Said.Number;

/**
 * Which providers share a learner, by the numbers that returns say they had before (qar-rules 3.3):
 * an aim of one of them can hang on a return of another. Whether a change is believed does not
 * matter here; it may be, once a return is another.
 */
public final class MovedLearners {
  private final Map<Number, Number> towards = new HashMap<>();

  /** Takes a record's number and the one that it names as before as one learner's. */
  public void add(Number now, Number previous) {
    towards.put(root(now), root(previous));
  }

  /** The providers of each learner who has been at several. */
  public Set<Set<Integer>> providers() {
    Map<Number, Set<Integer>> ofLearner = new HashMap<>();
    for (Number number : Set.copyOf(towards.keySet())) {
      ofLearner.computeIfAbsent(root(number), any -> new TreeSet<>()).add(number.ukprn());
    }
    Set<Set<Integer>> several = new HashSet<>();
    ofLearner.values().stream().filter(providers -> providers.size() > 1).forEach(several::add);
    return several;
  }

  /** Some providers and all that share a learner with one of them. */
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
