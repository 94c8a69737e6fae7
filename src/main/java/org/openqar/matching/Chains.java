package org.openqar.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.rules.Edition;

/**
 * Makes one aim from the records with one key (qar-rules 3.4, 9.6, 9.7). The record of the newest
 * final return gives the values. If that return has several, {@link Precedence} decides which one
 * counts. A record of R04 can replace the final return's record for the year before it ({@link
 * LateReports}).
 */
final class Chains {
  private final LateReports late;

  Chains(Edition edition) {
    this.late = new LateReports(edition);
  }

  /** Makes aims from records that have a LearnAimRef. */
  List<Chain> of(List<Keyed> records) {
    Map<AimKey, List<Keyed>> byKey = new LinkedHashMap<>();
    for (Keyed record : records) {
      byKey.computeIfAbsent(record.key(), any -> new ArrayList<>()).add(record);
    }
    List<Chain> chains = new ArrayList<>(byKey.size());
    byKey.forEach((key, ofAim) -> chains.add(chain(key, ofAim)));
    return chains;
  }

  private Chain chain(AimKey key, List<Keyed> records) {
    records.sort(Keyed.ORDER);
    List<Keyed> finals = records.stream().filter(record -> !record.lookAhead()).toList();
    List<Keyed> ahead = records.stream().filter(Keyed::lookAhead).toList();
    Integer firstLookAhead = ahead.isEmpty() ? null : ahead.get(0).year() + 1;
    if (finals.isEmpty()) {
      return new Chain(key, key.id(), last(ahead), List.of(), null, null, firstLookAhead);
    }
    List<Keyed> history = ahead.isEmpty() ? finals : withThoseInPlace(finals, ahead);
    int lastYear = last(finals).year();
    return new Chain(
        key, key.id(), last(history), history, finals.get(0).year(), lastYear, firstLookAhead);
  }

  /**
   * Returns the records of final returns. After those of a year comes the R04 record that replaces
   * them, if one does.
   */
  private List<Keyed> withThoseInPlace(List<Keyed> finals, List<Keyed> ahead) {
    Map<Integer, Keyed> counting = new LinkedHashMap<>();
    ahead.forEach(record -> counting.put(record.year(), record));
    List<Keyed> history = new ArrayList<>(finals.size() + counting.size());
    for (int place = 0; place < finals.size(); place++) {
      Keyed returned = finals.get(place);
      history.add(returned);
      Keyed looked = Chain.counts(finals, place) ? counting.get(returned.year()) : null;
      if (looked != null && late.standsIn(looked, returned)) {
        history.add(looked);
      }
    }
    return history;
  }

  /** Says in words why a record of a history gives way to the next one of its year. */
  String whyBehind(Keyed record, Keyed counting) {
    return counting.lookAhead() && !record.lookAhead()
        ? late.why(counting)
        : record.precedence().whyBehind(counting.precedence());
  }

  private static Keyed last(List<Keyed> records) {
    return records.get(records.size() - 1);
  }
}
