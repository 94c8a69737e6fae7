package org.openqar.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openqar.matching.Owner.Move;
import org.openqar.matching.Said.Number;
import org.openqar.rules.Edition.PlainMoves;

/**
 * Follows changes of learner reference numbers and moves between providers (qar-rules 3.3, 9.3,
 * 9.5). If a return names a previous number, the learner's records of earlier years get the new
 * number. From the year of that return, its provider is in charge of them. The changes of one year
 * follow those of the years before, so they find records under the numbers that the earlier changes
 * gave.
 *
 * <p>A claim fails if another learner still has the previous number in a return of that year, R04
 * included. If several learners claim one number, the lowest claimant gets it.
 */
final class NumberChanges {
  private static final Comparator<Number> LOWEST =
      Comparator.comparingInt(Number::ukprn).thenComparing(Number::reference);

  private final Providers providers;
  private final PlainMoves plainMoves;

  /** The changes of each year, by previous number. */
  private final TreeMap<Integer, Map<Number, Change>> changes = new TreeMap<>();

  private NumberChanges(Providers providers, PlainMoves plainMoves) {
    this.providers = providers;
    this.plainMoves = plainMoves;
  }

  /**
   * Where some records of a number are.
   *
   * @param of the records that this applies to
   * @param move the change that moved them; null if none did
   * @param moved says in words what moved them; null if nothing did
   * @param stayed says in words which changes left them where they were; null if none did
   */
  record Went(Which of, Number now, Move move, String moved, String stayed) {}

  /**
   * Follows the changes that returns report.
   *
   * @param said all that returns say about numbers that a change comes from or leads to
   */
  static NumberChanges in(Collection<Said> said, Providers providers, PlainMoves plainMoves) {
    NumberChanges found = new NumberChanges(providers, plainMoves);
    TreeMap<Integer, List<Said>> claims = new TreeMap<>();
    Set<Number> previous = new HashSet<>();
    for (Said one : said) {
      if (one.tellsChange()) {
        claims.computeIfAbsent(one.year(), any -> new ArrayList<>()).add(one);
        previous.add(one.previous());
      }
    }
    UnfinishedAims aims = new UnfinishedAims(said);
    claims.forEach(
        (year, ofYear) -> {
          Map<Number, List<Said>> standing = new HashMap<>();
          for (Said one : said) {
            if (one.returnedIn() == year && !one.destination() && previous.contains(one.number())) {
              standing.computeIfAbsent(one.number(), any -> new ArrayList<>()).add(one);
            }
          }
          Map<Number, Change> believed = found.believed(year, ofYear, standing, aims);
          aims.follow(year, believed);
          found.changes.put(year, believed);
        });
    return found;
  }

  /** Returns the changes of one year that nothing refutes, one for each previous number. */
  private Map<Number, Change> believed(
      int year, List<Said> claims, Map<Number, List<Said>> standing, UnfinishedAims aims) {
    Map<Number, List<Said>> of = new HashMap<>();
    for (Said claim : claims) {
      if (standing.getOrDefault(claim.previous(), List.of()).stream()
          .allMatch(one -> isSameLearner(one, claim))) {
        of.computeIfAbsent(claim.previous(), any -> new ArrayList<>()).add(claim);
      }
    }
    Map<Number, Change> believed = new HashMap<>();
    of.forEach(
        (number, some) -> {
          Number to = some.stream().map(Said::number).min(LOWEST).orElseThrow();
          List<Said> ofLearner = some.stream().filter(one -> one.number().equals(to)).toList();
          believed.put(number, Change.of(year, number, ofLearner, plainMoves, aims, providers));
        });
    return believed;
  }

  private static boolean isSameLearner(Said one, Said other) {
    return one.realUln() != null && one.realUln().equals(other.realUln());
  }

  /**
   * Returns where the records of a number in a year's returns are. The first entry that includes a
   * record applies to it. The last entry includes every record.
   */
  List<Went> went(int year, Number number) {
    return from(year, new Went(Which.ANY, number, null, null, null));
  }

  /** Follows some records onwards from the changes of a year. */
  private List<Went> from(int year, Went at) {
    for (Map.Entry<Integer, Map<Number, Change>> ofYear : changes.tailMap(year, false).entrySet()) {
      Change change = ofYear.getValue().get(at.now());
      if (change != null) {
        List<Went> went = new ArrayList<>();
        if (!change.takes().isNone()) {
          from(ofYear.getKey(), change.taking(at)).forEach(one -> went.add(change.only(one)));
        }
        if (!change.takes().isAll()) {
          went.addAll(from(ofYear.getKey(), change.leaving(at)));
        }
        return went;
      }
    }
    return List.of(at);
  }
}
