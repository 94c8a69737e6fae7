package org.openqar.simulate;

import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Days.yearOf;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys that leave one aim for another, or one provider for another. */
final class Transfers {

  private static final int TO_A_NEW_AIM = 40;
  private static final int INTERVENTION = 7;
  private static final int MERGER = 47;
  private static final int LONGEST_GAP = 120;

  private Transfers() {}

  static List<Journey> journeys() {
    return List.of(
        transferredAfter(
                "transferred_within_120_days",
                "Moved to another standard within 120 days: the old aim is excluded, the new one goes on",
                0,
                LONGEST_GAP - 1)
            .neutral(40),
        transferredAfter(
                "transferred_on_the_same_day",
                "Moved to another standard on the day of leaving",
                0,
                0)
            .neutral(3),
        transferredAfter(
                "transferred_after_120_days",
                "Moved to another standard after exactly 120 days: excluded",
                LONGEST_GAP,
                LONGEST_GAP)
            .neutral(3),
        transferredAfter(
                "transferred_after_121_days",
                "Moved to another standard after 121 days: the old aim counts as a withdrawal",
                LONGEST_GAP + 1,
                LONGEST_GAP + 1)
            .fallsShort(3),
        journey(
                "transferred_to_nothing",
                "Reason 40, but no new aim: counts",
                (story, year) -> story.leavesIn(year, TO_A_NEW_AIM))
            .fallsShort(14),
        journey(
                "transferred_to_a_course",
                "Reason 40 to a stand-alone course, which is not an apprenticeship: counts",
                (story, year) -> {
                  LocalDate plannedEnd = story.day(firstDay(year).plusDays(200), lastDay(year));
                  LocalDate start = story.startFor(plannedEnd);
                  LocalDate end = story.leavingDay(year, start, firstDay(year).plusDays(190));
                  story.takesCourse(end.plusDays(story.between(1, 60)));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, SimulatedEnding.withdrawn(end, TO_A_NEW_AIM))
                      .answer(Answer.leaverOf(year, Candidate.EXPECTED));
                })
            .fallsShort(3),
        journey(
                "transferred_by_intervention",
                "Moved to another provider by intervention (7): excluded",
                (story, year) -> {
                  AimStory aim = story.leavesIn(year, INTERVENTION);
                  aim.answer(aim.answer().excluded(Exclusion.INTERVENTION_TRANSFER_EXCL));
                })
            .neutral(6),
        journey(
                "transferred_by_merger",
                "Moved to another provider because of a merger (47): excluded",
                (story, year) -> {
                  AimStory aim = story.leavesIn(year, MERGER);
                  aim.answer(aim.answer().excluded(Exclusion.MERGER_EXCL));
                })
            .neutral(5));
  }

  /**
   * Returns a journey that leaves one standard in a year and starts another within a range of days.
   */
  private static Journey transferredAfter(String name, String description, int least, int most) {
    return journey(
            name,
            description,
            (story, year) -> {
              LocalDate end = story.dayIn(year);
              LocalDate start = end.minusDays(story.between(200, 300));
              LocalDate plannedEnd = start.plusDays(story.between(372, 380));
              Answer leaver = Answer.leaverOf(yearOf(plannedEnd), Candidate.EXPECTED);
              story
                  .aim(start, plannedEnd)
                  .continuingUntil(year - 1)
                  .returned(year, SimulatedEnding.withdrawn(end, TO_A_NEW_AIM))
                  .answer(least <= LONGEST_GAP ? leaver.excluded(Exclusion.TRANSFER_EXCL) : leaver);
              story.onAnotherStandard();
              story.fromThenOn(end.plusDays(story.between(least, most)));
            })
        .notIn(0, 1);
  }
}
