package org.openqar.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Changes of reference numbers and moves between providers (3.3, 9.5). */
final class Moves {
  /** A reference number at a provider. */
  record Number(int provider, String reference) {
    static Number of(Seen record) {
      return new Number(record.provider, record.referenceNumber);
    }
  }

  private enum Kind {
    NUMBER_CHANGE,
    CONTRACT_MOVE,
    PLAIN_MOVE
  }

  /** What a learner's record says of an older key. */
  private record Claim(Number before, Number own, Kind kind, String uln, int ukprn) {
    /** 3.3: on a move a record of another ULN stays where it is. */
    boolean isOf(String otherUln) {
      return kind == Kind.NUMBER_CHANGE || uln == null || otherUln == null || uln.equals(otherUln);
    }
  }

  private static final Comparator<Number> LOWEST_KEY =
      Comparator.comparing((Number number) -> String.valueOf(number.provider()))
          .thenComparing(Number::reference);

  private final Providers providers;
  private final Switches switches;

  /** What was believed, by the year of the return that told it and by the older key. */
  private final TreeMap<Integer, Map<Number, Set<Claim>>> believed = new TreeMap<>();

  Moves(Providers providers, Switches switches) {
    this.providers = providers;
    this.switches = switches;
  }

  /** Gives every record the provider and the number that later returns tell, year by year. */
  void follow(List<Seen> records) {
    records.stream()
        .mapToInt(Seen::year)
        .distinct()
        .sorted()
        .forEach(year -> follow(records, year));
  }

  /**
   * A destination's reference number after what was told later than its return: number changes and
   * contract moves, not plain moves (9.5, 9.19).
   */
  Number followed(Sector.Destination destination) {
    Number number =
        new Number(providers.survivor(destination.ukprn()), destination.learnRefNumber());
    String uln = Seen.realUln(destination.uln());
    int shown =
        destination.returnNumber() == ReturnedAim.FINAL
            ? destination.year()
            : destination.year() - 1;
    for (Map<Number, Set<Claim>> told : believed.tailMap(shown, false).values()) {
      for (Claim claim : told.getOrDefault(number, Set.of())) {
        if (claim.kind() != Kind.PLAIN_MOVE && claim.isOf(uln)) {
          number = claim.own();
          break;
        }
      }
    }
    return number;
  }

  /** 3.3 for all that the final returns of one year tell, at once. */
  private void follow(List<Seen> records, int year) {
    Map<Number, Set<Claim>> claims = new HashMap<>();
    for (Seen record : records) {
      if (record.source.isFinal() && record.year() == year) {
        Claim claim = claimOf(record);
        if (claim != null
            && !claim.before().equals(claim.own())
            && !standsForAnother(claim, records, year)) {
          claims.computeIfAbsent(claim.before(), any -> new LinkedHashSet<>()).add(claim);
        }
      }
    }
    claims.values().forEach(Moves::leaveTheLowestKey);
    believed.put(year, claims);
    Map<Seen, Claim> moving = new HashMap<>();
    for (Seen record : records) {
      for (Claim claim : claims.getOrDefault(Number.of(record), Set.of())) {
        if (record.shownYear() < year
            && claim.isOf(record.realUln)
            && (claim.kind() != Kind.PLAIN_MOVE || goesAlong(record, claim, records, year))) {
          moving.putIfAbsent(record, claim);
        }
      }
    }
    moving.forEach(
        (record, claim) -> {
          record.toldBy.put(year, claim.ukprn());
          record.provider = claim.own().provider();
          record.referenceNumber = claim.own().reference();
        });
  }

  /** What a learner's record names; null when it names nothing. */
  private Claim claimOf(Seen record) {
    Map<String, String> learner = record.source.learner();
    String previous = Seen.plain(learner, "PrevLearnRefNumber");
    String told = Seen.plain(learner, "PrevUKPRN");
    Integer ukprn = Seen.wholeOf(told);
    if (record.referenceNumber == null || (told != null && ukprn == null)) {
      return null;
    }
    int from = ukprn == null ? record.provider : providers.survivor(ukprn);
    Kind kind = Kind.NUMBER_CHANGE;
    if (from == record.provider) {
      if (previous == null) {
        return null;
      }
    } else if (Seen.plain(learner, "PMUKPRN") != null
        || record.source.learnerFams().contains("NLM 17")
        || record.source.learnerFams().contains("NLM 18")
        || switches.plainMoves == Switches.PlainMoves.ALL) {
      kind = Kind.CONTRACT_MOVE;
    } else if (switches.plainMoves == Switches.PlainMoves.NONE) {
      return null;
    } else {
      kind = Kind.PLAIN_MOVE;
    }
    return new Claim(
        new Number(from, previous == null ? record.referenceNumber : previous),
        Number.of(record),
        kind,
        record.realUln,
        record.source.ukprn());
  }

  /** 3.3: the old key still exists in a return of the year, and is not known to be the same ULN. */
  private static boolean standsForAnother(Claim claim, List<Seen> records, int year) {
    return records.stream()
        .filter(other -> other.year() == year && Number.of(other).equals(claim.before()))
        .anyMatch(other -> claim.uln() == null || !claim.uln().equals(other.realUln));
  }

  /** 3.3: of several learners that name one key, the lowest key has it. */
  private static void leaveTheLowestKey(Set<Claim> claims) {
    Number lowest = claims.stream().map(Claim::own).min(LOWEST_KEY).orElseThrow();
    claims.removeIf(claim -> !claim.own().equals(lowest));
  }

  /**
   * 3.3, a plain move: the record is of an aim that its provider left unfinished and the new one
   * took over.
   */
  private static boolean goesAlong(Seen record, Claim claim, List<Seen> records, int year) {
    String parts = record.partsOfAim();
    if (parts == null) {
      return false;
    }
    List<Seen> left = new ArrayList<>();
    boolean takenOver = false;
    for (Seen other : records) {
      if (other.source.isFinal() && Objects.equals(parts, other.partsOfAim())) {
        if (Number.of(other).equals(claim.before())) {
          left.add(other);
        }
        takenOver |= other.year() >= year && Number.of(other).equals(claim.own());
      }
    }
    Seen newest =
        left.stream()
            .max(Comparator.comparing(Seen::year).thenComparing(Chain.COUNTS_MORE))
            .orElse(null);
    return takenOver && newest != null && newest.year() < year && newest.is(1);
  }
}
