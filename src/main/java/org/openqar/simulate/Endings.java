package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Journeys of apprentices who finish, and of those who are still in learning. */
final class Endings {

  /** Only the reported year. */
  static final Function<Window, StoryYears> LAST_YEAR =
      window -> new StoryYears(window.last(), window.last());

  static final Journey LONG_PROGRAMME =
      journey(
          "long_programme",
          "A degree that runs through every return: still in learning",
          (story, year) -> {
            story.on(Programmes.DEGREES);
            LocalDate start = firstDay(story.window().first()).plusDays(story.between(20, 90));
            story
                .aim(start, lastDay(story.last()).plusDays(story.between(30, 300)))
                .continuingUntil(story.last())
                .answer(Answer.inNoYear());
          });

  private Endings() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "achieved_on_time",
                "Achieved in the year of the planned end: counts in it",
                (story, year) ->
                    story
                        .achievesOnTime(year)
                        .components(Answer.achieverOf(year, Candidate.EXPECTED)))
            .achieves(420),
        journey(
                "achieved_early",
                "Achieved the year before the planned end: counts in the planned year",
                (story, year) -> {
                  LocalDate plannedEnd = story.day(firstDay(year), firstDay(year).plusDays(150));
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year - 1, story.achievedIn(year - 1, plannedEnd.minusDays(90)))
                      .answer(Answer.achieverOf(year, Candidate.EXPECTED))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .notIn(1, 0)
            .achieves(60),
        journey(
                "achieved_late",
                "Achieved the year after the planned end, returned throughout: counts when it ended",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.achievedIn(year, story.dayIn(year)))
                      .answer(Answer.achieverOf(year, Candidate.ACTUAL))
                      .components(Answer.achieverOf(year, Candidate.ACTUAL));
                })
            .achieves(150),
        journey(
                "achieved_very_late",
                "Achieved two years after the planned end, returned throughout",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 2);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.achievedIn(year, story.dayIn(year)))
                      .answer(Answer.achieverOf(year, Candidate.ACTUAL));
                })
            .achieves(16),
        journey(
                "result_after_31_july",
                "Training ended before 31 July, the assessment was passed after it: the result's year counts",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  LocalDate end = earlier(plannedEnd, lastDay(year - 1).minusDays(7));
                  LocalDate result = story.day(firstDay(year), firstDay(year).plusDays(80));
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year - 1, SimulatedEnding.atEpa(end))
                      .returned(year, SimulatedEnding.achieved(end, result))
                      .answer(Answer.achieverOf(year, Candidate.ACHIEVEMENT))
                      .components(Answer.achieverOf(year - 1, Candidate.EXPECTED));
                })
            .notIn(1, 0)
            .achieves(90),
        journey(
                "failed_epa",
                "Completed the training, failed the assessment: a completer, not an achiever",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.failedIn(year, plannedEnd))
                      .answer(Answer.completerOf(year, Candidate.EXPECTED))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .fallsShort(16),
        journey(
                "achieved_before_a_planned_end_to_come",
                "Achieved, but planned to end after the year reported: not counted yet",
                (story, year) -> {
                  LocalDate plannedEnd =
                      story.day(firstDay(year + 1), firstDay(year + 1).plusDays(150));
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.achievedIn(year, plannedEnd.minusDays(90)))
                      .answer(Answer.achieverOf(year + 1, Candidate.EXPECTED));
                })
            .in(LAST_YEAR)
            .neutral(12),
        journey(
                "waiting_for_epa",
                "Training ended in the last year, no result yet: at end-point assessment",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, SimulatedEnding.atEpa(plannedEnd))
                      .answer(Answer.inNoYear().excluded(Exclusion.AT_EPA_EXCL))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .in(LAST_YEAR)
            .neutral(45),
        journey(
                "waiting_for_epa_a_second_year",
                "Training ended the year before the last, still no result",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 2)
                      .returnedFromTo(year - 1, year, SimulatedEnding.atEpa(plannedEnd))
                      .answer(Answer.inNoYear().excluded(Exclusion.AT_EPA_EXCL));
                })
            .in(LAST_YEAR)
            .neutral(6),
        journey(
                "in_learning",
                "Planned to end after the last return, and continuing in it",
                (story, year) -> {
                  LocalDate start = story.day(firstDay(year - 1), lastDay(year).minusDays(10));
                  LocalDate plannedEnd =
                      Days.later(
                          story.plannedEndFrom(start),
                          lastDay(year).plusDays(story.between(1, 200)));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year)
                      .answer(Answer.inNoYear())
                      .components(Answer.inNoYear());
                })
            .in(LAST_YEAR)
            .neutral(170),
        journey(
                "past_planned_end",
                "The planned end has passed, but still returned as continuing: not a leaver",
                (story, year) ->
                    story
                        .aimPlannedToEnd(story.dayIn(year - story.between(0, 1)))
                        .continuingUntil(year)
                        .answer(Answer.inNoYear()))
            .in(LAST_YEAR)
            .neutral(30),
        LONG_PROGRAMME);
  }
}
