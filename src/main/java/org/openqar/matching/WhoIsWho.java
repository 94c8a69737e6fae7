package org.openqar.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.openqar.matching.NumberChanges.Moved;
import org.openqar.matching.Said.Number;
import org.openqar.rules.Edition.MatchKey;

/**
 * Who a learner is (qar-rules 3.3, 3.4, 3.5, 9.6). A person is a ULN; without a real one, the only
 * real ULN that the same reference number has in another record, else the reference number. Records
 * are matched by the person, or in editions to 2021-22 by the reference number; restarts and
 * transfers are always looked for among the person's aims.
 *
 * <p>Most records say themselves whose they are. This is about the others: numbers that changed or
 * moved, records without a real ULN, and where records are matched by reference number those that
 * several persons share.
 */
public final class WhoIsWho {
  private final NumberChanges changes;
  private final Map<Number, Ulns> ulns = new HashMap<>();
  private final Groups groups = new Groups();
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

    /** The ULN of its records without one. */
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
   * @param said what final returns say of the numbers that changed, stand without a real ULN, or
   *     are shared; of each such number everything, of others anything
   */
  public static WhoIsWho of(Collection<Said> said, Providers providers, MatchKey key) {
    WhoIsWho found = new WhoIsWho(NumberChanges.in(said, providers), providers);
    for (Said one : said) {
      if (one.reference() != null) {
        found.numbers.add(one.number());
        Number now = found.now(one.year(), one.number());
        if (!one.destination() || one.realUln() == null) {
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
   * What is known of the numbers of which anything is.
   *
   * @param use takes a number as it was returned, and what is known of it year by year, from the
   *     first loaded year on; null in years of which nothing is
   */
  public void forEach(BiConsumer<Number, List<Known>> use) {
    for (Number number : numbers) {
      List<Known> byYear = new ArrayList<>();
      boolean any = false;
      for (int year = providers.firstYear(); year <= providers.lastYear(); year++) {
        Known known = known(year, number);
        byYear.add(known);
        any |= known != null;
      }
      if (any) {
        use.accept(number, byYear);
      }
    }
  }

  /** Whose a record is that says no more than this. */
  public Owner owner(int year, Number number, String realUln) {
    Known known = number.reference() == null ? null : known(year, number);
    return known == null
        ? new Owner(number.ukprn(), number.reference(), realUln, null, null, false)
        : known.owner(realUln);
  }

  private Known known(int year, Number number) {
    Moved moved = changes.moved(year, number);
    Number now = moved == null ? number : moved.to();
    Ulns ofNumber = ulns.get(now);
    String foundUln = ofNumber == null ? null : ofNumber.found();
    String group = groups.of(now);
    return moved == null && foundUln == null && group == null
        ? null
        : new Known(
            now.ukprn(), now.reference(), foundUln, group, moved == null ? null : moved.move());
  }

  private Number now(int year, Number number) {
    Moved moved = changes.moved(year, number);
    return moved == null ? number : moved.to();
  }
}
