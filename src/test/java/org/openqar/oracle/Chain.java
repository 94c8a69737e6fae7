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
  /** The six points by which 3.4 tells records of an aim in one return apart (9.6). */
  private static final Comparator<Seen> SIX_POINTS =
      comparing((Seen record) -> !record.isVoidClosing())
          .thenComparing(record -> record.outcome != null && record.outcome == 1)
          .thenComparing(Seen::isOwn)
          .thenComparing(record -> record.actualEnd != null)
          .thenComparing(record -> record.aimSeqNumber == null ? 0 : record.aimSeqNumber)
          .thenComparing(
              record -> record.source.learner().get("LearnRefNumber"), nullsFirst(naturalOrder()));

  /** Which of several records of an aim in one return counts; what 3.4 leaves open in any order. */
  static final Comparator<Seen> COUNTS_MORE =
      SIX_POINTS
          .thenComparing(record -> record.source.ukprn())
          .thenComparing(record -> record.source.learnerNo());

  final List<Seen> records = new ArrayList<>();
  final List<Seen> lookAhead = new ArrayList<>();

  /** What stands for each final return: its record, or that of R04 where R04 decides (9.18). */
  private TreeMap<Integer, Seen> shown;

  /** Settles what stands for each final return. */
  void settle(LookAhead lookAhead) {
    shown = lookAhead.shown(this);
  }

  TreeMap<Integer, Seen> shown() {
    return shown;
  }

  /** The record that its values come from; of a chain that R04 alone shows, R04's. */
  Seen current() {
    return inFinalReturns() ? shown.lastEntry().getValue() : newest();
  }

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

  /** Whether it holds two records of one return of which 3.4 does not say which counts. */
  boolean leftOpen() {
    return leftOpen(records, byYear()) || leftOpen(lookAhead, byLookAheadYear());
  }

  private static boolean leftOpen(List<Seen> records, TreeMap<Integer, Seen> counting) {
    return records.stream()
        .anyMatch(
            record -> {
              Seen counts = counting.get(record.year());
              return record != counts && SIX_POINTS.compare(record, counts) == 0;
            });
  }

  private static TreeMap<Integer, Seen> counting(Collection<Seen> records) {
    TreeMap<Integer, Seen> byYear = new TreeMap<>();
    for (Seen record : records) {
      byYear.merge(record.year(), record, (a, b) -> COUNTS_MORE.compare(a, b) >= 0 ? a : b);
    }
    return byYear;
  }
}
