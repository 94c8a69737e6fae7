package org.openqar.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.openqar.matching.NumberChanges.Went;
import org.openqar.matching.Said.Number;
import org.openqar.rules.Edition.Match;
import org.openqar.rules.Edition.MatchKey;

/**
 * Finds out who a learner is (qar-rules 3.3, 3.4, 3.5, 9.6). A ULN identifies a person. A record
 * without a real ULN takes the only real ULN that its reference number has in other records;
 * without one, the reference number identifies the person. Records are matched by person, or by
 * reference number in editions to 2021-22. The search for restarts and transfers always uses the
 * person.
 *
 * <p>Most records say themselves who they belong to. This class handles the others: numbers that
 * changed or moved, records without a real ULN, and, if the edition matches by reference number,
 * records whose number several persons share.
 */
public final class WhoIsWho {
  private final NumberChanges changes;
  private final Map<Number, Ulns> ulns = new HashMap<>();
  private final NumberGroups groups = new NumberGroups();
  private final Set<Number> numbers = new LinkedHashSet<>();
  private final Providers providers;

  /** The ULNs of a reference number's records. */
  private static final class Ulns {
    private String one;
    private boolean several;
    private boolean alsoWithout;

    void add(String uln) {
      if (uln == null) {
        alsoWithout = true;
      } else if (one == null) {
        one = uln;
      } else if (!one.equals(uln)) {
        several = true;
      }
    }

    /** Returns the ULN for records that have none. */
    String found() {
      return alsoWithout && !several ? one : null;
    }
  }

  private WhoIsWho(NumberChanges changes, Providers providers) {
    this.changes = changes;
    this.providers = providers;
  }

  /**
   * Finds out who is who.
   *
   * @param said what final returns and R04 say about numbers that changed, that lack a real ULN or
   *     that are shared. It has every record of each such number, and may have records of others.
   */
  public static WhoIsWho of(Collection<Said> said, Providers providers, Match match) {
    NumberChanges changes = NumberChanges.in(said, providers, match.plainMoves().value());
    WhoIsWho found = new WhoIsWho(changes, providers);
    MatchKey key = match.key().value();
    for (Said one : said) {
      if (one.reference() != null) {
        found.numbers.add(one.number());
        Number now = found.now(one);
        // R04 or a destination alone is no evidence of a number's ULN (9.6).
        if (!one.destination() && !one.lookAhead() || one.realUln() == null) {
          found.ulns.computeIfAbsent(now, any -> new Ulns()).add(one.realUln());
        }
        if (key == MatchKey.LRN && one.realUln() != null) {
          found.groups.join(now, one.realUln());
        }
      }
    }
    return found;
  }

  /**
   * Passes on what is known about each number, if anything is.
   *
   * @param use takes a number as returned and one list for each loaded year; the list is empty for
   *     a year about which nothing is known
   */
  public void forEach(BiConsumer<Number, List<List<Known>>> use) {
    for (Number number : numbers) {
      List<List<Known>> byYear = new ArrayList<>();
      boolean any = false;
      for (int year = providers.firstYear(); year <= providers.lastYear(); year++) {
        List<Known> known = known(year, number);
        byYear.add(known);
        any |= !known.isEmpty();
      }
      if (any) {
        use.accept(number, byYear);
      }
    }
  }

  /**
   * Returns the owner of a record that gives only these values.
   *
   * @param aim the key of the record's aim ({@link Said.Aim#key}); null if unreadable
   */
  public Owner owner(int year, Number number, String aim, String realUln) {
    return number.reference() == null
        ? Owner.of(number, realUln)
        : known(year, number).stream()
            .filter(known -> known.of().has(aim, realUln))
            .findFirst()
            .map(known -> known.owner(realUln))
            .orElseGet(() -> Owner.of(number, realUln));
  }

  private List<Known> known(int year, Number number) {
    List<Known> known = changes.went(year, number).stream().map(this::known).toList();
    Known only = known.get(0);
    boolean nothing =
        known.size() == 1
            && only.moved() == null
            && only.stayed() == null
            && only.foundUln() == null
            && only.group() == null;
    return nothing ? List.of() : known;
  }

  private Known known(Went went) {
    Number now = went.now();
    Ulns ofNumber = ulns.get(now);
    return new Known(
        went.of(),
        now.ukprn(),
        now.reference(),
        ofNumber == null ? null : ofNumber.found(),
        groups.of(now),
        went.move(),
        went.moved(),
        went.stayed());
  }

  private Number now(Said said) {
    return changes.went(said.year(), said.number()).stream()
        .filter(went -> went.of().has(said))
        .findFirst()
        .orElseThrow()
        .now();
  }
}
