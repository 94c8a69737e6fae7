package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys whose answer depends on what was returned when: late, never again, twice, corrected. */
final class Reporting {

  private Reporting() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "vanished",
                "Continuing in one return, in none after it: a withdrawal of the next year",
                (story, year) ->
                    story
                        .aimPlannedToEnd(story.dayIn(year - 1))
                        .continuingUntil(year - 1)
                        .answer(Answer.leaverOf(year, Candidate.REPORTING).vanished()))
            .notIn(1, 0)
            .fallsShort(32),
        journey(
                "vanished_before_planned_end",
                "Vanished the year before the planned end: counts in the planned year",
                (story, year) -> vanishesBefore(story, year))
            .notIn(1, 0)
            .fallsShort(18),
        journey(
                "vanished_before_a_planned_end_to_come",
                "Vanished, but planned to end after the year reported: not counted yet",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year + 1);
                  LocalDate start =
                      earlier(story.startFor(plannedEnd), lastDay(year - 1).minusDays(30));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .answer(Answer.leaverOf(year + 1, Candidate.EXPECTED).vanished());
                })
            .in(
                window ->
                    new StoryYears(Math.max(window.firstRead() + 1, window.last()), window.last()))
            .neutral(5),
        journey(
                "vanished_at_epa",
                "At end-point assessment in one return, in none after it: a withdrawal of the next year",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year - 1, SimulatedEnding.atEpa(plannedEnd))
                      .answer(Answer.leaverOf(year, Candidate.REPORTING).vanished());
                })
            .notIn(1, 0)
            .fallsShort(7),
        journey(
                "vanished_then_came_back",
                "Missing from one return, achieved in the one after it: counts when it came back",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year, story.achievedIn(year - 1, plannedEnd))
                      .answer(Answer.achieverOf(year, Candidate.REPORTING));
                })
            .notIn(2, 0)
            .achieves(5),
        journey(
                "achievement_reported_late",
                "Achieved in one year, first returned as ended in the next: counts in the next",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.achievedIn(year - 1, plannedEnd))
                      .answer(Answer.achieverOf(year, Candidate.REPORTING));
                })
            .achieves(25),
        journey(
                "withdrawal_reported_late",
                "Left in one year, first returned as ended in the next: counts in the next",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  LocalDate start = story.startFor(plannedEnd);
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.withdrawal(year - 1, start, plannedEnd))
                      .answer(Answer.leaverOf(year, Candidate.REPORTING));
                })
            .fallsShort(16),
        journey(
                "ended_and_sent_again",
                "Achieved, and sent again the year after: counts when it was first returned as ended",
                (story, year) -> {
                  AimStory aim = story.achievesOnTime(year);
                  aim.returned(year + 1, aim.in(year).get(0));
                })
            .notIn(0, 1)
            .achieves(12),
        journey(
                "sent_again_from_before_the_first_return",
                "Ended before the returns that are read, sent again in the first of them: counts in that year",
                (story, year) -> {
                  AimStory aim = story.achievesOnTime(year - 1);
                  aim.returned(year, aim.in(year - 1).get(0))
                      .answer(Answer.achieverOf(year, Candidate.REPORTING));
                })
            .in(window -> new StoryYears(window.firstRead(), window.firstRead()))
            .achieves(3),
        journey(
                "withdrawn_then_completed",
                "Returned as withdrawn, corrected to achieved the year after: counts when it first ended",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate start = story.startFor(plannedEnd);
                  LocalDate left = story.leavingDay(year, start, plannedEnd);
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, SimulatedEnding.withdrawn(left, story.reason()))
                      .returned(year + 1, story.achievedIn(year, plannedEnd))
                      .answer(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .notIn(0, 1)
            .achieves(6),
        journey(
                "reopened_then_completed",
                "Withdrawn, a year later continuing again, then achieved: counts when it last ended",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aim(plannedEnd.minusDays(story.between(740, 900)), plannedEnd)
                      .continuingUntil(year - 3)
                      .returned(
                          year - 2,
                          SimulatedEnding.withdrawn(story.dayIn(year - 2), story.reason()))
                      .returned(year - 1, SimulatedEnding.continuing())
                      .returned(year, story.achievedIn(year - 1, plannedEnd))
                      .answer(Answer.achieverOf(year, Candidate.REPORTING));
                })
            .notIn(2, 0)
            .achieves(4),
        journey(
                "returned_twice",
                "Two programme aims in one return, one ended and one not: one aim, the ended one",
                (story, year) ->
                    story.achievesOnTime(year).alsoReturned(year, SimulatedEnding.continuing()))
            .achieves(5),
        journey(
                "start_date_corrected",
                "Another start date in the returns before the last: one aim, by its planned end",
                (story, year) -> {
                  AimStory aim = story.achievesOnTime(year);
                  aim.startedBy(aim.start().minusDays(story.between(1, 20)), year);
                })
            .notIn(1, 0)
            .achieves(4),
        journey(
                "withdrew_then_restarted",
                "Left, started again the next year as a restart: the withdrawal counts, the restart is a second aim",
                (story, year) -> {
                  AimStory left = story.leavesIn(year, story.reason());
                  story
                      .fromThenOn(story.day(firstDay(year + 1), lastDay(year + 1).minusDays(30)))
                      .restarting(left);
                })
            .notIn(0, 1)
            .fallsShort(12));
  }

  private static void vanishesBefore(Story story, int year) {
    LocalDate plannedEnd = story.dayIn(year);
    LocalDate start = earlier(story.startFor(plannedEnd), lastDay(year - 1).minusDays(30));
    story
        .aim(start, plannedEnd)
        .continuingUntil(year - 1)
        .answer(Answer.leaverOf(year, Candidate.EXPECTED).vanished());
  }
}
