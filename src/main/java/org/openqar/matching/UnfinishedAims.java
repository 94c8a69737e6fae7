package org.openqar.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqar.matching.Said.Number;
import org.openqar.rules.Codes;

/**
 * Decides which aims a plain move takes to the new provider (qar-rules 3.3). It takes an aim that
 * the old provider last returned in learning before the year of the move, if the new provider
 * returns it in that year or later.
 */
final class UnfinishedAims {
  /**
   * Orders records from the oldest to the newest. Within one return, the record that counts comes
   * last.
   */
  private static final Comparator<Said> NEWEST =
      Comparator.comparingInt(Said::year).thenComparing(record -> record.aim().precedence());

  /** The records, under the numbers that the changes so far gave them. */
  private final Map<Number, List<Said>> now = new HashMap<>();

  /** The last year in which a return had an aim under a number, as returned. */
  private final Map<Returned, Integer> lastReturned = new HashMap<>();

  private record Returned(Number number, String aim) {}

  UnfinishedAims(Collection<Said> said) {
    for (Said one : said) {
      if (one.aim() != null && one.reference() != null) {
        now.computeIfAbsent(one.number(), any -> new ArrayList<>()).add(one);
        lastReturned.merge(new Returned(one.number(), one.aim().key()), one.year(), Integer::max);
      }
    }
  }

  /** Returns the unfinished aims of a number that another number continues from a year on. */
  Set<String> takenOver(int year, Number from, Number to) {
    Map<String, Said> newest = new HashMap<>();
    for (Said record : now.getOrDefault(from, List.of())) {
      newest.merge(
          record.aim().key(), record, (one, other) -> NEWEST.compare(one, other) < 0 ? other : one);
    }
    Set<String> taken = new HashSet<>();
    newest.forEach(
        (aim, record) -> {
          Integer goesOn = lastReturned.get(new Returned(to, aim));
          if (record.year() < year
              && record.aim().ending().is(Codes.CONTINUING)
              && goesOn != null
              && goesOn >= year) {
            taken.add(aim);
          }
        });
    return taken;
  }

  /** Follows the changes of one year. */
  void follow(int year, Map<Number, Change> changes) {
    Map<Number, List<Said>> moved = new HashMap<>();
    changes.forEach(
        (from, change) -> {
          List<Said> records = now.getOrDefault(from, List.of());
          List<Said> taken =
              records.stream()
                  .filter(record -> record.year() < year && change.takes().has(record))
                  .toList();
          if (!taken.isEmpty()) {
            records.removeAll(taken);
            moved.computeIfAbsent(change.to(), any -> new ArrayList<>()).addAll(taken);
          }
        });
    moved.forEach(
        (to, records) -> now.computeIfAbsent(to, any -> new ArrayList<>()).addAll(records));
  }
}
