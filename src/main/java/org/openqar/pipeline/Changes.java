package org.openqar.pipeline;

import java.util.Set;
import java.util.TreeSet;
import org.openqar.tables.ProviderScope;

/**
 * Finds the providers for which other returns count than before. The aims stage finds from the
 * learners how far each change reaches (qar-rules 3.2, 3.3).
 */
final class Changes {
  private Changes() {}

  /**
   * Returns the providers to begin with, from the returns that counted before and those that count
   * now.
   */
  static ProviderScope between(Set<CountedReturn> before, Set<CountedReturn> now) {
    Set<Integer> changed = new TreeSet<>();
    before.stream().filter(one -> !now.contains(one)).forEach(one -> changed.add(one.ukprn()));
    now.stream().filter(one -> !before.contains(one)).forEach(one -> changed.add(one.ukprn()));
    return ProviderScope.of(changed);
  }
}
