package org.openqar.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Provider, reference number and learner of every record (3.2, 3.3, 9.5, 9.6). */
final class Identities {
  private final Providers providers;
  private final Switches switches;
  private final Moves moves;

  /** The real ULNs that a reference number has in final returns. */
  private final Map<Moves.Number, Set<String>> ulns = new HashMap<>();

  Identities(Providers providers, Switches switches) {
    this.providers = providers;
    this.switches = switches;
    this.moves = new Moves(providers, switches);
  }

  /** Settles whose each record is. A record that nothing names is left without a learner. */
  void settle(List<Seen> records) {
    for (Seen record : records) {
      record.provider = providers.survivor(record.source.ukprn());
    }
    moves.follow(records);
    for (Seen record : records) {
      if (record.source.isFinal() && record.realUln != null && record.referenceNumber != null) {
        ulns.computeIfAbsent(Moves.Number.of(record), any -> new HashSet<>()).add(record.realUln);
      }
    }
    for (Seen record : records) {
      record.person = person(Moves.Number.of(record), record.realUln);
      record.learner = learner(Moves.Number.of(record), record.realUln);
    }
  }

  /** 9.6, 9.19: whether a destination is of the learner of a record. */
  boolean isOf(Seen record, Sector.Destination destination) {
    Moves.Number number = moves.followed(destination);
    return number.provider() == record.provider
        && Objects.equals(learner(number, Seen.realUln(destination.uln())), record.learner);
  }

  /** 3.4: editions to 2021-22 match by the reference number, if there is one (9.12). */
  private String learner(Moves.Number number, String realUln) {
    return switches.matchKey == Switches.MatchKey.LRN && number.reference() != null
        ? "number " + number.reference()
        : person(number, realUln);
  }

  /** 9.6, and 9.12 for records without a reference number; null when nothing tells. */
  private String person(Moves.Number number, String realUln) {
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
