package org.openqar.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Provider, reference number and learner of every record (3.2, 3.3, 9.5, 9.6). */
final class Identities {
  /** A reference number at a provider. */
  record Number(int provider, String reference) {}

  private final Providers providers;
  private final Switches switches;

  /** The changes that were believed, by the year of the return that told them. */
  private final TreeMap<Integer, Map<Number, Number>> changes = new TreeMap<>();

  /** The real ULNs that a reference number has in final returns. */
  private final Map<Number, Set<String>> ulns = new HashMap<>();

  Identities(Providers providers, Switches switches) {
    this.providers = providers;
    this.switches = switches;
  }

  /** Settles whose each record is. A record that nothing names is left without a learner. */
  void settle(List<Seen> records) {
    for (Seen record : records) {
      record.provider = providers.survivor(record.source.ukprn());
    }
    records.stream().mapToInt(Seen::year).distinct().sorted().forEach(y -> renumber(records, y));
    for (Seen record : records) {
      if (record.source.isFinal() && record.realUln != null && record.referenceNumber != null) {
        ulns.computeIfAbsent(number(record), any -> new HashSet<>()).add(record.realUln);
      }
    }
    for (Seen record : records) {
      record.person = person(number(record), record.realUln);
      record.learner = learner(number(record), record.realUln);
    }
  }

  /** 9.6, 9.19: whether a destination is of the learner of a record. */
  boolean isOf(Seen record, Sector.Destination destination) {
    Number number = followed(destination);
    return number.provider() == record.provider
        && Objects.equals(learner(number, Seen.realUln(destination.uln())), record.learner);
  }

  /** A destination's reference number after all changes made later than its return (9.19). */
  private Number followed(Sector.Destination destination) {
    Number number =
        new Number(providers.survivor(destination.ukprn()), destination.learnRefNumber());
    for (Map<Number, Number> change : changes.tailMap(destination.year(), false).values()) {
      number = change.getOrDefault(number, number);
    }
    return number;
  }

  private static Number number(Seen record) {
    return new Number(record.provider, record.referenceNumber);
  }

  /** 3.3 for the changes that the final returns of one year tell, all at once. */
  private void renumber(List<Seen> records, int year) {
    Map<Number, List<Seen>> claims = new HashMap<>();
    for (Seen record : records) {
      String previous = Seen.plain(record.source.learner(), "PrevLearnRefNumber");
      if (!record.source.isFinal()
          || record.year() != year
          || previous == null
          || record.referenceNumber == null) {
        continue;
      }
      Integer from = Seen.wholeOf(Seen.plain(record.source.learner(), "PrevUKPRN"));
      Number before =
          new Number(from == null ? record.provider : providers.survivor(from), previous);
      if (!before.equals(number(record)) && !stale(records, year, before, record)) {
        claims.computeIfAbsent(before, any -> new ArrayList<>()).add(record);
      }
    }
    Map<Number, Number> believed = new HashMap<>();
    Map<Number, Integer> tellers = new HashMap<>();
    claims.forEach(
        (before, claimants) -> {
          if (ofOneLearner(claimants)) {
            believed.put(before, number(claimants.get(0)));
            tellers.put(
                before, claimants.stream().mapToInt(one -> one.source.ukprn()).max().getAsInt());
          }
        });
    changes.put(year, believed);
    for (Seen record : records) {
      Number now = believed.get(number(record));
      if (record.shownYear() < year && now != null) {
        record.toldBy.put(year, tellers.get(number(record)));
        record.provider = now.provider();
        record.referenceNumber = now.reference();
      }
    }
  }

  private static boolean ofOneLearner(List<Seen> claimants) {
    return claimants.stream().map(Identities::number).distinct().count() == 1
        && claimants.stream().map(one -> one.realUln).filter(Objects::nonNull).distinct().count()
            <= 1;
  }

  /**
   * 3.3: the previous number still stands in that year's return for somebody else, or an older
   * record under it shows another ULN.
   */
  private static boolean stale(List<Seen> records, int year, Number before, Seen record) {
    for (Seen other : records) {
      if (!other.source.isFinal() || !number(other).equals(before)) {
        continue;
      }
      boolean sameUln = record.realUln != null && record.realUln.equals(other.realUln);
      boolean otherUln =
          record.realUln != null && other.realUln != null && !record.realUln.equals(other.realUln);
      if ((other.year() == year && !sameUln) || (other.year() < year && otherUln)) {
        return true;
      }
    }
    return false;
  }

  /** 3.4: editions to 2021-22 match by the reference number, if there is one (9.12). */
  private String learner(Number number, String realUln) {
    return switches.matchKey() == Switches.MatchKey.LRN && number.reference() != null
        ? "number " + number.reference()
        : person(number, realUln);
  }

  /** 9.6, and 9.12 for records without a reference number; null when nothing tells. */
  private String person(Number number, String realUln) {
    if (realUln != null) {
      return "uln " + realUln;
    }
    if (number.reference() == null) {
      return null;
    }
    Set<String> known = ulns.getOrDefault(number, Set.of());
    return known.size() == 1 ? "uln " + known.iterator().next() : "number " + number.reference();
  }
}
