package org.openqar.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openqar.calendar.AcademicYear;
import org.openqar.matching.NumberChanges.Went;
import org.openqar.matching.Owner.Move;
import org.openqar.matching.Said.Number;
import org.openqar.rules.Edition.PlainMoves;

/**
 * A change of number or provider that one year's return tells (qar-rules 3.3), and which records it
 * takes. A number change takes all. A move leaves those that have another learner's ULN; a plain
 * one takes only unfinished aims that the new provider goes on with.
 *
 * @param year of the return
 * @param kind what the learner's record says of it
 * @param to the number that the records have from it on
 * @param after the years from then on for which the provider that told it made a final return
 * @param takes which records it takes
 */
record Change(int year, Kind kind, Number to, List<Integer> after, Which takes) {

  /** What a change is. */
  enum Kind {
    NUMBER("the reference number changed in the return of %s (PrevLearnRefNumber)"),
    CONTRACT(
        "provider %2$d took the contract over by the return of %1$s (NLM 17 or 18, or PMUKPRN)"),
    PLAIN("provider %2$d names this learner's number in the return of %1$s (PrevUKPRN)");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * @param claims what one learner's records say of it, all to one number
   * @param unfinished the aims that are under the previous number
   */
  static Change of(
      int year,
      Number previous,
      List<Said> claims,
      PlainMoves plainMoves,
      UnfinishedAims unfinished,
      Providers providers) {
    Said claim = claims.stream().max(Comparator.comparingInt(Said::returnedUkprn)).orElseThrow();
    Number to = claim.number();
    List<Integer> after =
        providers.finalReturnYears(claim.returnedUkprn()).stream()
            .filter(answered -> answered >= year)
            .toList();
    if (previous.ukprn() == to.ukprn()) {
      return new Change(year, Kind.NUMBER, to, after, Which.ANY);
    }
    Set<String> ulns = ulns(claims);
    if (claims.stream().anyMatch(Said::contract)) {
      return new Change(year, Kind.CONTRACT, to, after, new Which(null, ulns));
    }
    Set<String> aims =
        switch (plainMoves) {
          case ALL -> null;
          case TAKEN_OVER -> unfinished.takenOver(year, previous, to);
          case NONE -> Set.of();
        };
    return new Change(year, Kind.PLAIN, to, after, new Which(aims, ulns));
  }

  /** The learner's ULNs; null where one of its records has none. */
  private static Set<String> ulns(List<Said> claims) {
    Set<String> ulns = new HashSet<>();
    for (Said claim : claims) {
      if (claim.realUln() == null) {
        return null;
      }
      ulns.add(claim.realUln());
    }
    return ulns;
  }

  /** Where records go with it that were moved or not before. */
  Went taking(Went at) {
    List<Integer> answered = new ArrayList<>();
    if (at.move() != null) {
      at.move().after().stream().filter(before -> before < year).forEach(answered::add);
    }
    answered.addAll(after);
    String how = takes.aims() == null ? "" : ", and goes on with this unfinished aim";
    return new Went(
        at.of(),
        to,
        new Move(at.move() == null ? year : at.move().since(), answered),
        and(at.moved(), words() + how),
        at.stayed());
  }

  /** Where records stay that it leaves. */
  Went leaving(Went at) {
    String why =
        takes.aims() == null
            ? ", but this record has another ULN"
            : ", without NLM 17 or 18 and without PMUKPRN: this record stays, because its aim had"
                + " ended, does not go on there under the same start, or has another ULN";
    return new Went(at.of(), at.now(), at.move(), at.moved(), and(at.stayed(), words() + why));
  }

  /** The same of the records alone that it takes. */
  Went only(Went went) {
    return new Went(takes.and(went.of()), went.now(), went.move(), went.moved(), went.stayed());
  }

  private String words() {
    return kind.words.formatted(new AcademicYear(year), to.ukprn());
  }

  private static String and(String told, String more) {
    return told == null ? more : told + "; " + more;
  }
}
