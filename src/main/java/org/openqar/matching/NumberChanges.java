package org.openqar.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openqar.matching.Owner.Move;
import org.openqar.matching.Said.Number;

/**
 * Learner reference number changes and moves between providers (qar-rules 3.3, 9.3, 9.5): a return
 * that names a previous number re-keys the learner's records of the years before it, and from its
 * year on its provider is in charge of them. The changes of a year are followed after those of the
 * years before, so that they find records under the number that those gave them.
 *
 * <p>A change is believed for all records of the previous number or for none. It is passed over
 * when it names itself, when the previous number still stands in that year's return for another
 * learner, when an older record of it shows another real ULN, or when two learners claim the same
 * previous number.
 */
final class NumberChanges {
  private final Providers providers;
  private final Map<Stay, Moved> moves = new HashMap<>();

  /** A number in the returns of one year. */
  private record Stay(int year, Number number) {}

  /** Where the records of a number went. */
  record Moved(Number to, Move move) {}

  private NumberChanges(Providers providers) {
    this.providers = providers;
  }

  /**
   * Follows the changes that returns tell.
   *
   * @param said all that is said of a number that a change comes from or leads to
   */
  static NumberChanges in(Collection<Said> said, Providers providers) {
    NumberChanges changes = new NumberChanges(providers);
    Map<Integer, List<Said>> byYear = new TreeMap<>();
    Set<Number> previous = new HashSet<>();
    for (Said one : said) {
      if (one.tellsChange()) {
        byYear.computeIfAbsent(one.year(), any -> new ArrayList<>()).add(one);
        previous.add(one.previous());
      }
    }
    List<Said> standing =
        said.stream()
            .filter(one -> !one.destination() && one.reference() != null)
            .filter(one -> previous.contains(one.number()))
            .toList();
    byYear.forEach((year, told) -> changes.follow(year, changes.believed(year, told, standing)));
    return changes;
  }

  /** Where the records of a number in a year's returns went; null where they did not. */
  Moved moved(int year, Number number) {
    return moves.get(new Stay(year, number));
  }

  private Number now(int year, Number number) {
    Moved moved = moved(year, number);
    return moved == null ? number : moved.to();
  }

  /** The changes of one year that nothing refutes, one of each previous number. */
  private Map<Number, Said> believed(int year, List<Said> told, List<Said> standing) {
    Map<Number, List<Said>> at = new HashMap<>();
    for (Said one : standing) {
      at.computeIfAbsent(now(one.year(), one.number()), any -> new ArrayList<>()).add(one);
    }
    Map<Number, List<Said>> claims = new HashMap<>();
    for (Said claim : told) {
      if (at.getOrDefault(claim.previous(), List.of()).stream()
          .noneMatch(one -> refutes(one, claim, year))) {
        claims.computeIfAbsent(claim.previous(), any -> new ArrayList<>()).add(claim);
      }
    }
    Map<Number, Said> believed = new HashMap<>();
    claims.forEach(
        (number, some) -> {
          if (some.stream().map(Said::number).distinct().count() == 1
              && some.stream().map(Said::realUln).filter(uln -> uln != null).distinct().count()
                  <= 1) {
            believed.put(
                number,
                some.stream()
                    .max(
                        (one, other) -> Integer.compare(one.returnedUkprn(), other.returnedUkprn()))
                    .orElseThrow());
          }
        });
    return believed;
  }

  /**
   * In the year of the change the previous number may stand for the same learner only; before it,
   * for nobody who is known to be another.
   */
  private static boolean refutes(Said standing, Said claim, int year) {
    boolean bothKnown = standing.realUln() != null && claim.realUln() != null;
    boolean same = bothKnown && standing.realUln().equals(claim.realUln());
    return standing.year() == year ? !same : standing.year() < year && bothKnown && !same;
  }

  /** Follows the moves so far through one year's changes, and adds those that begin with them. */
  private void follow(int year, Map<Number, Said> believed) {
    moves.replaceAll(
        (stay, moved) -> {
          Said next = believed.get(moved.to());
          return next == null ? moved : goneOn(moved, next, year);
        });
    believed.forEach(
        (number, claim) -> {
          Moved moved = new Moved(claim.number(), new Move(year, yearsFrom(claim, year)));
          for (int before = providers.firstYear(); before < year; before++) {
            moves.putIfAbsent(new Stay(before, number), moved);
          }
        });
  }

  private Moved goneOn(Moved moved, Said next, int year) {
    List<Integer> after = new ArrayList<>(moved.move().after());
    after.removeIf(answered -> answered >= year);
    after.addAll(yearsFrom(next, year));
    return new Moved(next.number(), new Move(moved.move().since(), after));
  }

  /** The years from one on for which the provider that told a change made a final return. */
  private List<Integer> yearsFrom(Said claim, int year) {
    return providers.finalReturnYears(claim.returnedUkprn()).stream()
        .filter(answered -> answered >= year)
        .toList();
  }
}
