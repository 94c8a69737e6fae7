package org.openqar.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqar.rules.Edition;

/**
 * One aim out of the records with one key (qar-rules 3.4, 9.6, 9.7). The newest final return's
 * record gives the values; of several in one return the one that takes {@link Precedence}. A record
 * of R04 can stand in the final return's place for the year before it ({@link LateReports}).
 */
final class Chains {
  private final LateReports late;

  Chains(Edition edition) {
    this.late = new LateReports(edition);
  }

  /** The aims of some records that are aims. */
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

  /** The final returns' records, and after those of a year the one of R04 that stands in. */
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

  /** Why a record of a history gives way to the next one of its year, in words. */
  String whyBehind(Keyed record, Keyed counting) {
    return counting.lookAhead() && !record.lookAhead()
        ? late.why(counting)
        : record.precedence().whyBehind(counting.precedence());
  }

  private static Keyed last(List<Keyed> records) {
    return records.get(records.size() - 1);
  }
}
