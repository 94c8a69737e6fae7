package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One aim, matched through the returns, and what the learner's other records say about it. It is a
 * row of the table {@code aim} without the reference data.
 *
 * @param id hash of the match key
 * @param ukprn the provider, after mergers and moves
 * @param learner the learner's identity in matching
 * @param values the record that gives the current values
 * @param history the returned records, oldest first
 * @param firstYear first final return with this aim
 * @param lastYear newest final return with this aim
 * @param finalReturnYears years for which the provider in charge made a final return
 * @param restart the restart, if the aim is a break; otherwise empty
 * @param nextProgramme the next programme on other training
 * @param nextAim the next aim of any kind
 * @param earlier the earlier parts, if the aim is a restart
 * @param destinations the learner's destinations, for a traineeship; earliest first
 * @param protectedYears later years whose final return could have the aim in an unreadable record
 *     (9.11)
 * @param restartProtectedYears years whose return could have the restart of this break in an
 *     unreadable record (9.11)
 * @param derived the facts that the edition's settings derive from the dates
 */
public record MatchedAim(
    String id,
    int ukprn,
    String learner,
    Delivery values,
    List<Returned> history,
    int firstYear,
    int lastYear,
    List<Integer> finalReturnYears,
    Restart restart,
    Begun nextProgramme,
    Begun nextAim,
    List<Part> earlier,
    List<Destination> destinations,
    Set<Integer> protectedYears,
    Set<Integer> restartProtectedYears,
    Derived derived) {

  /**
   * A record of the history.
   *
   * @param matchedBy says in words what matched the record to the aim
   * @param counts whether this is the record that counts in its year (9.6)
   * @param gaveWay says in words why the record does not count; null if it counts
   */
  public record Returned(Delivery delivery, String matchedBy, boolean counts, String gaveWay) {}

  /** Another aim of the learner and its start. Both are null if there is no such aim. */
  public record Begun(String aimId, LocalDate start) {
    static final Begun NONE = new Begun(null, null);

    static Begun of(Chain chain) {
      return chain == null ? NONE : new Begun(chain.id(), chain.start());
    }
  }

  /**
   * The restart of a break.
   *
   * @param first the restart that starts first
   * @param firstYear the first final return with a restart; null if none has one
   * @param firstLookAhead the first year whose R04 has a restart; null if none has one
   */
  public record Restart(Begun first, Integer firstYear, Integer firstLookAhead) {}

  /**
   * Facts that rules read, worked out once.
   *
   * @param firstYearReportedEnded the first year of the last unbroken run of returns that show the
   *     aim ended (9.15); null if there is no such run
   * @param destinationDate the start of the earliest positive destination in time (3.10); null if
   *     there is none
   * @param earlierDays days in the earlier parts (9.21)
   * @param programmeStart the original start; otherwise the start of the earliest part; otherwise
   *     the aim's own start
   */
  public record Derived(
      Integer firstYearReportedEnded,
      LocalDate destinationDate,
      int earlierDays,
      LocalDate programmeStart) {}

  /**
   * Whether the learner was out of work before the start, by the newest return with the aim (9.25).
   */
  public boolean unemployedBeforeStart() {
    return values.work().outBefore(values.start());
  }

  /** Whether the learner was in work after the start, by the newest return with the aim (9.25). */
  public boolean employedAfterStart() {
    return values.work().inAfter(values.start());
  }
}
