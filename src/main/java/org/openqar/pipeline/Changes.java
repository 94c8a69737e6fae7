package org.openqar.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openqar.tables.ProviderScope;

/**
 * Which providers a run computes anew: those of which other returns count than before, and, through
 * any number of steps, all that a merger or a PrevUKPRN or PMUKPRN of those returns links with
 * them. An aim never depends on a provider that is not linked so (qar-rules 3.2, 3.3).
 */
final class Changes {
  private final Map<Integer, Set<Integer>> neighbours = new HashMap<>();

  /** Takes two providers as linked. */
  void link(int one, int other) {
    neighbours.computeIfAbsent(one, any -> new HashSet<>()).add(other);
    neighbours.computeIfAbsent(other, any -> new HashSet<>()).add(one);
  }

  /** The providers to compute when these returns counted before and those count now. */
  ProviderScope between(Set<CountedReturn> before, Set<CountedReturn> now) {
    link(before);
    link(now);
    Set<Integer> reached = new TreeSet<>();
    List<Integer> open = new ArrayList<>();
    before.stream().filter(one -> !now.contains(one)).forEach(it -> open.add(it.ukprn()));
    now.stream().filter(one -> !before.contains(one)).forEach(it -> open.add(it.ukprn()));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(neighbours.getOrDefault(next, Set.of()));
      }
    }
    return ProviderScope.of(reached);
  }

  private void link(Set<CountedReturn> returns) {
    returns.forEach(one -> one.linkedUkprns().forEach(other -> link(one.ukprn(), other)));
  }
}
