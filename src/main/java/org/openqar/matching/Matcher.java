package org.openqar.matching;

import static org.openqar.rules.Codes.PROGRAMME_AIM;
import static org.openqar.rules.Codes.TRAINEESHIP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.openqar.matching.MatchedAim.Begun;
import org.openqar.matching.MatchedAim.Restart;
import org.openqar.matching.MatchedAim.Returned;
import org.openqar.rules.Edition;
import org.openqar.rules.Edition.MatchKey;

/**
 * Walks through one learner's records and makes aims of them (qar-rules 3.4 to 3.7, 9). Each aim
 * then takes in what the learner's other records say about it. The matcher judges nothing.
 *
 * <p>Each step is a class: {@link Pathways}, {@link StartCorrections}, {@link UnreadableRecords},
 * {@link Chains}, then {@link Restarts} and {@link NextAims}. {@link WhoIsWho} has settled before
 * who each record belongs to.
 */
public final class Matcher {
  private final Edition edition;
  private final Providers providers;
  private final MatchKey key;
  private final Chains chains;
  private final DerivedFacts derived;

  public Matcher(Edition edition, Providers providers) {
    this.edition = edition;
    this.providers = providers;
    this.key = edition.match().key().value();
    this.chains = new Chains(edition);
    this.derived = new DerivedFacts(edition);
  }

  /**
   * Returns the aims of one learner at one provider that a final return has, in no particular
   * order.
   *
   * @param learner all records that may belong to one aim: those of one person, or of everyone who
   *     shares a reference number if the edition matches by that number
   */
  public List<MatchedAim> match(LearnerRecords learner) {
    List<Keyed> records = new ArrayList<>(learner.deliveries().size());
    for (Delivery delivery : learner.deliveries()) {
      records.add(Keyed.of(delivery, key));
    }
    records = StartCorrections.follow(Pathways.fill(records));
    UnreadableRecords doubts = UnreadableRecords.in(records, edition);
    List<Chain> all =
        chains.of(
            doubts.join(records).stream().filter(record -> record.delivery().named()).toList());
    Map<String, TreeSet<Destination>> destinations = destinations(learner);
    List<MatchedAim> matched = new ArrayList<>(all.size());
    for (List<Chain> ofPerson : by(chain -> chain.current().person(), all)) {
      Restarts restarts =
          new Restarts(ofPerson, edition.match().monthsWithoutOriginalStart().value());
      NextAims next = new NextAims(ofPerson);
      for (Chain chain : ofPerson) {
        if (chain.returned()) {
          matched.add(aim(chain, restarts, next, doubts, destinations));
        }
      }
    }
    return matched;
  }

  private MatchedAim aim(
      Chain chain,
      Restarts restarts,
      NextAims next,
      UnreadableRecords doubts,
      Map<String, TreeSet<Destination>> destinations) {
    Restarts.Found restart = restarts.of(chain);
    List<Part> earlier =
        restarts.earlierParts(chain).stream()
            .map(part -> new Part(part.id(), part.start(), part.values().dates().actualEnd()))
            .toList();
    List<Destination> reached =
        isTraineeship(chain)
            ? List.copyOf(destinations.getOrDefault(chain.key().learner(), new TreeSet<>()))
            : List.of();
    List<Returned> history = history(chain);
    return new MatchedAim(
        chain.id(),
        chain.key().ukprn(),
        chain.key().learner(),
        chain.values(),
        history,
        chain.firstYear(),
        chain.lastYear(),
        finalReturnYears(chain),
        new Restart(Begun.of(restart.first()), restart.firstYear(), restart.firstLookAhead()),
        Begun.of(next.programmeAfter(chain)),
        Begun.of(next.aimAfter(chain)),
        earlier,
        reached,
        doubts.yearsThatCouldBe(chain),
        doubts.yearsThatCouldRestart(chain),
        derived.of(chain.key().training(), chain.values().dates(), history, earlier, reached));
  }

  /**
   * Walks from the newest record to the oldest. Each gives way to the one that counts in its
   * return.
   */
  private List<Returned> history(Chain chain) {
    List<Returned> history = new ArrayList<>(chain.history().size());
    Keyed ahead = null;
    Keyed inReturn = null;
    for (int place = chain.history().size() - 1; place >= 0; place--) {
      Keyed record = chain.history().get(place);
      boolean counts = chain.counts(place);
      ahead = counts ? null : ahead;
      inReturn = counts ? null : inReturn;
      Keyed before = inReturn == null ? ahead : inReturn;
      history.add(returned(record, chain, before));
      if (record.lookAhead()) {
        ahead = record;
      } else if (inReturn == null) {
        inReturn = record;
      }
    }
    Collections.reverse(history);
    return history;
  }

  /**
   * Describes one record of the history.
   *
   * @param before the record that it gives way to; null if it counts itself
   */
  private Returned returned(Keyed record, Chain chain, Keyed before) {
    LocalDate start = record.delivery().start();
    boolean corrected = start != null && !start.equals(chain.key().start());
    return new Returned(
        record.delivery(),
        corrected ? record.matchedBy() + ", start corrected" : record.matchedBy(),
        before == null,
        before == null ? null : chains.whyBehind(record, before));
  }

  /**
   * Returns the years with a final return. A move puts the provider that reported it in charge from
   * the year of its return (9.3).
   */
  private List<Integer> finalReturnYears(Chain chain) {
    List<Integer> own = providers.finalReturnYears(chain.values().place().ukprn());
    Owner.Move move = chain.values().owner().move();
    if (move == null) {
      return own;
    }
    List<Integer> years = new ArrayList<>(own);
    years.removeIf(year -> year >= move.since());
    years.addAll(move.after());
    return years;
  }

  private static boolean isTraineeship(Chain chain) {
    AimKey.TrainingKey training = chain.key().training();
    return training.aimType() != null
        && training.aimType() == PROGRAMME_AIM
        && training.progType() != null
        && training.progType() == TRAINEESHIP;
  }

  private Map<String, TreeSet<Destination>> destinations(LearnerRecords learner) {
    Map<String, TreeSet<Destination>> byLearner = new LinkedHashMap<>();
    for (LearnerRecords.Reached reached : learner.destinations()) {
      byLearner
          .computeIfAbsent(reached.owner().learner(key), any -> new TreeSet<>(Destination.ORDER))
          .add(reached.destination());
    }
    return byLearner;
  }

  private static <K> Collection<List<Chain>> by(Function<Chain, K> key, List<Chain> chains) {
    Map<K, List<Chain>> groups = new LinkedHashMap<>();
    for (Chain chain : chains) {
      groups.computeIfAbsent(key.apply(chain), any -> new ArrayList<>()).add(chain);
    }
    return groups.values();
  }
}
