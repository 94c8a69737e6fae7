package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/**
 * Journeys on which the learner's numbers or provider change. The apprenticeship itself is plain.
 */
final class Identities {

  private Identities() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "renumbered",
                "A new reference number in the last year, with the previous one named",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().renumberedWithPrevious(year));
                })
            .notIn(1, 0)
            .achieves(14),
        journey(
                "renumbered_in_silence",
                "A new reference number, the previous one not named: the ULN still matches",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().renumbered(year));
                })
            .notIn(1, 0)
            .achieves(8),
        journey(
                "renumbered_with_stale_previous_number",
                "A new reference number, the previous one still named a year later: no harm",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  story.achievesOnTime(plannedEnd.minusDays(story.between(740, 900)), plannedEnd);
                  story.numbers(story.numbers().renumberedWithStalePrevious(year - 1, year));
                })
            .notIn(2, 0)
            .achieves(4),
        journey(
                "uln_unknown",
                "ULN 9999999999 in every return: the reference number matches",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().ulnUnknown());
                })
            .achieves(10),
        journey(
                "uln_unknown_and_withdrew",
                "ULN 9999999999 in every return, left",
                (story, year) -> {
                  story.leavesIn(year, story.reason());
                  story.numbers(story.numbers().ulnUnknown());
                })
            .fallsShort(6),
        journey(
                "uln_unknown_and_renumbered",
                "ULN 9999999999, a new reference number with the previous one named",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().ulnUnknown().renumberedWithPrevious(year));
                })
            .notIn(1, 0)
            .achieves(4),
        journey(
                "uln_found_later",
                "ULN 9999999999 at first, the real one in the last return: one learner",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().ulnKnownFrom(year));
                })
            .notIn(1, 0)
            .achieves(5),
        journey(
                "contract_moved",
                "Taken over by another provider, which names the old provider and number: counts there only",
                (story, year) -> {
                  story.achievesOnTime(year);
                  story.numbers(story.numbers().movedIn(year));
                })
            .notIn(1, 0)
            .at(Provider::handsOver)
            .achieves(7),
        journey(
                "provider_merged",
                "The provider merged while the learner was in learning: all years count under the survivor",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate start =
                      earlier(
                          story.startFor(plannedEnd),
                          lastDay(story.window().mergerYear() - 1).minusDays(100));
                  story.achievesOnTime(start, plannedEnd);
                })
            .in(window -> new StoryYears(window.mergerYear(), window.last()))
            .at(Provider::isMerged)
            .achieves(60));
  }
}
