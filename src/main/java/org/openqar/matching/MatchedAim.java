package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One aim, matched through the returns, and what the learner's other records say about it: a row of
 * the table {@code aim}, but for the reference data.
 *
 * @param id hash of the match key
 * @param ukprn the provider, after mergers and moves
 * @param learner who it is in matching
 * @param values the record that gives the current values
 * @param history the returned records, oldest first
 * @param firstYear first final return with this aim
 * @param lastYear newest final return with this aim
 * @param finalReturnYears years for which the provider in charge made a final return
 * @param restart what takes it up, if it is a break; empty otherwise
 * @param nextProgramme the next programme on other training
 * @param nextAim the next aim of any kind
 * @param earlier the parts that it takes up, if it is a restart
 * @param destinations of a traineeship: what became of the learner, earliest first
 * @param protectedYears years after the newest one whose final return could have it (9.11)
 * @param restartProtectedYears years whose return could have the restart of this break (9.11)
 * @param derived what the edition makes of its dates
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
   * @param matchedBy by what it was matched, in words
   * @param counts whether it is the one of its year that counts (9.6)
   * @param gaveWay why it does not, in words; null where it does
   */
  public record Returned(Delivery delivery, String matchedBy, boolean counts, String gaveWay) {}

  /** An aim of the learner that began; both null where none did. */
  public record Begun(String aimId, LocalDate start) {
    static final Begun NONE = new Begun(null, null);

    static Begun of(Chain chain) {
      return chain == null ? NONE : new Begun(chain.id(), chain.start());
    }
  }

  /**
   * The restart of a break.
   *
   * @param first the one that starts first
   * @param firstYear the first final return with any; null without one
   * @param firstLookAhead the first year whose R04 has any; null without one
   */
  public record Restart(Begun first, Integer firstYear, Integer firstLookAhead) {}

  /**
   * What rules read, worked out once.
   *
   * @param firstYearReportedEnded the first year of the last unbroken run of returns that show it
   *     ended (9.15); null where none does
   * @param destinationDate when the earliest positive destination in time began (3.10); null
   *     without one
   * @param earlierDays days served in the earlier parts (9.21)
   * @param programmeStart the original start, else that of the earliest part, else its own
   */
  public record Derived(
      Integer firstYearReportedEnded,
      LocalDate destinationDate,
      int earlierDays,
      LocalDate programmeStart) {}

  /** Out of work before the start, by the newest return with it (9.25). */
  public boolean unemployedBeforeStart() {
    return values.work().outBefore(values.start());
  }

  /** In work after the start, by the newest return with it (9.25). */
  public boolean employedAfterStart() {
    return values.work().inAfter(values.start());
  }
}
