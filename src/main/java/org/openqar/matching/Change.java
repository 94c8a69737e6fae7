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
 * A change of number or provider that one year's return reports (qar-rules 3.3). A number change
 * takes all records. A move leaves the records that have another learner's ULN. A plain move takes
 * only the unfinished aims that the new provider continues.
 *
 * @param year the year of the return
 * @param kind what the learner's record says about the change
 * @param to the records' number after the change
 * @param after the years, from the change on, for which the provider that reported it made a final
 *     return
 * @param takes the records that the change takes
 */
record Change(int year, Kind kind, Number to, List<Integer> after, Which takes) {

  /** The kind of a change. */
  enum Kind {
    NUMBER("the reference number changed in the return of %s (PrevLearnRefNumber)"),
    CONTRACT(
        "provider %2$d took over the contract by the return of %1$s (NLM 17 or 18, or PMUKPRN)"),
    PLAIN("provider %2$d names this learner's number in the return of %1$s (PrevUKPRN)");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * Makes a change from what the returns say.
   *
   * @param claims what one learner's records say about the change; all give one number
   * @param unfinished the aims under the previous number
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

  /** Returns the learner's ULNs; null if one of the records has none. */
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

  /**
   * Says where records go if this change takes them. An earlier change may have moved them already.
   */
  Went taking(Went at) {
    List<Integer> answered = new ArrayList<>();
    if (at.move() != null) {
      at.move().after().stream().filter(before -> before < year).forEach(answered::add);
    }
    answered.addAll(after);
    String how = takes.aims() == null ? "" : ", and continues this unfinished aim";
    return new Went(
        at.of(),
        to,
        new Move(at.move() == null ? year : at.move().since(), answered),
        and(at.moved(), words() + how),
        at.stayed());
  }

  /** Says that records stay where they are, because this change leaves them. */
  Went leaving(Went at) {
    String why =
        takes.aims() == null
            ? ", but this record has another ULN"
            : ", without NLM 17 or 18 and without PMUKPRN: this record stays, because its aim had"
                + " ended, does not continue there under the same start, or has another ULN";
    return new Went(at.of(), at.now(), at.move(), at.moved(), and(at.stayed(), words() + why));
  }

  /** Restricts a result to the records that this change takes. */
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
