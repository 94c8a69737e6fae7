package org.openqar.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** One logical aim: what final returns show of it, and what R04 shows (3.4). */
final class Chain {
  /**
   * Of several records of an aim in one return: one with an end, then the highest sequence number,
   * then the highest reference number (3.4, 9.6).
   */
  private static final Comparator<Seen> COUNTS_MORE =
      comparing((Seen record) -> record.actualEnd != null)
          .thenComparing(record -> record.aimSeqNumber, nullsFirst(naturalOrder()))
          .thenComparing(
              record -> record.source.learner().get("LearnRefNumber"), nullsFirst(naturalOrder()))
          .thenComparing(record -> record.source.ukprn())
          .thenComparing(record -> record.source.learnerNo());

  final List<Seen> records = new ArrayList<>();
  final List<Seen> lookAhead = new ArrayList<>();

  /** The record that counts of each final return. */
  TreeMap<Integer, Seen> byYear() {
    return counting(records);
  }

  /** The record that counts of each R04. */
  TreeMap<Integer, Seen> byLookAheadYear() {
    return counting(lookAhead);
  }

  boolean inFinalReturns() {
    return !records.isEmpty();
  }

  int firstYear() {
    return byYear().firstKey();
  }

  int lastYear() {
    return byYear().lastKey();
  }

  Seen first() {
    return byYear().firstEntry().getValue();
  }

  Seen newest() {
    return inFinalReturns()
        ? byYear().lastEntry().getValue()
        : byLookAheadYear().lastEntry().getValue();
  }

  private static TreeMap<Integer, Seen> counting(Collection<Seen> records) {
    TreeMap<Integer, Seen> byYear = new TreeMap<>();
    for (Seen record : records) {
      byYear.merge(record.year(), record, (a, b) -> COUNTS_MORE.compare(a, b) >= 0 ? a : b);
    }
    return byYear;
  }
}
