package org.openqar.pipeline;

import java.util.Set;
import java.util.TreeSet;
import org.openqar.tables.ProviderScope;

/**
 * The providers of which other returns count than before. How far each change reaches, the aims
 * stage finds out from the learners (qar-rules 3.2, 3.3).
 */
final class Changes {
  private Changes() {}

  /** The providers to begin with when these returns counted before and those count now. */
  static ProviderScope between(Set<CountedReturn> before, Set<CountedReturn> now) {
    Set<Integer> changed = new TreeSet<>();
    before.stream().filter(one -> !now.contains(one)).forEach(one -> changed.add(one.ukprn()));
    now.stream().filter(one -> !before.contains(one)).forEach(one -> changed.add(one.ukprn()));
    return ProviderScope.of(changed);
  }
}
