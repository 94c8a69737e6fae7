package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Days.later;
import static org.openqar.simulate.Days.yearOf;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys with an agreed break, including those that do not come back from one. */
final class Breaks {

  private static final Answer ON_BREAK = Answer.inNoYear().excluded(Exclusion.PLANNED_BREAK_EXCL);

  private Breaks() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "break_then_achieved",
                "A break, then a restart that achieves: the break is excluded, the restart counts",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate restart = plannedEnd.minusDays(story.between(200, 400));
                  AimStory broken =
                      brokeOff(story, restart.minusDays(story.between(30, 200)), 120, 300);
                  if (story.percent(50)) {
                    broken.returnedFromTo(
                        broken.shownYears().to(), year, broken.in(broken.shownYears().to()).get(0));
                  }
                  story.achievesOnTime(restart, plannedEnd).restarting(broken);
                })
            .achieves(55),
        journey(
                "two_breaks_then_achieved",
                "Break, restart, break, restart, achieved: two breaks excluded, one achiever",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate second = plannedEnd.minusDays(story.between(150, 250));
                  LocalDate secondBreak = second.minusDays(story.between(30, 90));
                  LocalDate first = secondBreak.minusDays(story.between(60, 120));
                  AimStory broken =
                      brokeOff(story, first.minusDays(story.between(30, 90)), 100, 200);
                  AimStory brokenAgain = brokeOff(story, first, secondBreak).restarting(broken);
                  story.achievesOnTime(second, plannedEnd).restarting(brokenAgain);
                })
            .achieves(12),
        journey(
                "break_still_to_be_restarted",
                "On a break in the last return: excluded",
                (story, year) -> brokeOff(story, story.dayIn(year), 60, 300))
            .in(Endings.LAST_YEAR)
            .neutral(35),
        journey(
                "break_not_overdue_yet",
                "A break not returned since, but planned to end in the last year or later: excluded",
                (story, year) -> {
                  LocalDate end = story.dayIn(year - 1);
                  LocalDate start = end.minusDays(story.between(60, 200));
                  LocalDate plannedEnd =
                      later(
                          story.plannedEndFrom(start),
                          firstDay(year).plusDays(story.between(0, 300)));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year - 1, SimulatedEnding.onBreak(end))
                      .answer(ON_BREAK);
                })
            .in(
                window ->
                    new StoryYears(Math.max(window.firstRead() + 1, window.last()), window.last()))
            .neutral(10),
        journey(
                "break_never_returned",
                "A break that was never heard of again: a withdrawal of the year after",
                (story, year) ->
                    brokeOffBeforePlannedEnd(story, year - 1)
                        .answer(Answer.leaverOf(year, Candidate.REPORTING).neverCameBack()))
            .notIn(1, 0)
            .fallsShort(24),
        journey(
                "break_with_later_planned_end_never_returned",
                "As before, but the planned end is a year after the break: a withdrawal of the year after that",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  LocalDate start =
                      earlier(story.startFor(plannedEnd), lastDay(year - 2).minusDays(100));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 3)
                      .returned(
                          year - 2,
                          SimulatedEnding.onBreak(story.leavingDay(year - 2, start, plannedEnd)))
                      .answer(Answer.leaverOf(year, Candidate.REPORTING).neverCameBack());
                })
            .notIn(2, 0)
            .fallsShort(12),
        journey(
                "break_within_qualifying_period_never_returned",
                "Served some weeks, broke off, never heard of again: overdue, and excluded by the qualifying period",
                (story, year) -> {
                  LocalDate start = story.day(firstDay(year - 1), firstDay(year - 1).plusDays(100));
                  LocalDate end = start.plusDays(story.between(10, 41) - 1);
                  story
                      .aim(start, start.plusDays(story.between(200, 260)))
                      .returned(year - 1, SimulatedEnding.onBreak(end))
                      .answer(
                          Answer.leaverOf(year, Candidate.REPORTING)
                              .neverCameBack()
                              .excluded(Exclusion.FUNDING_QUALIFYING_PERIOD_EXCL));
                })
            .notIn(1, 0)
            .neutral(2),
        journey(
                "break_rolled_forward",
                "A break that is returned again every year: excluded, never overdue",
                (story, year) -> {
                  AimStory broken = brokeOffBeforePlannedEnd(story, year);
                  broken
                      .returnedFromTo(year, story.last(), broken.in(year).get(0))
                      .answer(ON_BREAK);
                })
            .notIn(0, 1)
            .neutral(12),
        journey(
                "break_rolled_forward_then_dropped",
                "A break that is returned once more, then no longer: a withdrawal of the first year without it",
                (story, year) -> {
                  AimStory broken = brokeOffBeforePlannedEnd(story, year - 2);
                  broken
                      .returned(year - 1, broken.in(year - 2).get(0))
                      .answer(Answer.leaverOf(year, Candidate.REPORTING).neverCameBack());
                })
            .notIn(1, 0)
            .fallsShort(6),
        journey(
                "restarted_too_late",
                "A restart first returned after the break had become overdue: the withdrawal counts, the restart goes on",
                (story, year) -> {
                  AimStory broken =
                      brokeOffBeforePlannedEnd(story, year - 2)
                          .answer(Answer.leaverOf(year - 1, Candidate.REPORTING).neverCameBack());
                  story
                      .fromThenOn(story.day(firstDay(year), lastDay(year).minusDays(10)))
                      .restarting(broken);
                })
            .notIn(2, 0)
            .fallsShort(6),
        journey(
                "restart_withdrew_soon_after_long_service",
                "A restart that left within weeks, after months before the break: counts",
                (story, year) -> {
                  LocalDate restart = story.day(firstDay(year), lastDay(year).minusDays(120));
                  AimStory broken =
                      brokeOff(story, restart.minusDays(story.between(30, 150)), 220, 300);
                  story
                      .aim(restart, story.day(restart.plusDays(60), lastDay(year)))
                      .restarting(broken)
                      .returned(
                          year,
                          SimulatedEnding.withdrawn(
                              restart.plusDays(story.between(5, 30)), story.reason()))
                      .answer(Answer.leaverOf(year, Candidate.EXPECTED));
                })
            .notIn(1, 0)
            .fallsShort(5),
        journey(
                "restart_withdrew_after_weeks_in_all",
                "A break and a restart of fewer than 42 days together: within the qualifying period",
                (story, year) -> {
                  LocalDate restart = story.day(firstDay(year), lastDay(year).minusDays(40));
                  AimStory broken =
                      brokeOff(story, restart.minusDays(story.between(20, 80)), 9, 19);
                  LocalDate plannedEnd = restart.plusDays(story.between(300, 400));
                  story
                      .aim(restart, plannedEnd)
                      .restarting(broken)
                      .returned(
                          year,
                          SimulatedEnding.withdrawn(
                              restart.plusDays(story.between(9, 19)), story.reason()))
                      .answer(
                          Answer.leaverOf(yearOf(plannedEnd), Candidate.EXPECTED)
                              .excluded(Exclusion.FUNDING_QUALIFYING_PERIOD_EXCL));
                })
            .notIn(1, 0)
            .neutral(4),
        journey(
                "break_became_a_withdrawal",
                "A break that the next return shows as withdrawn: counts in that return's year",
                (story, year) -> {
                  AimStory broken = brokeOffBeforePlannedEnd(story, year - 1);
                  LocalDate end = broken.in(year - 1).get(0).end();
                  broken
                      .returned(year, SimulatedEnding.withdrawn(end, story.reason()))
                      .answer(Answer.leaverOf(year, Candidate.REPORTING));
                })
            .notIn(1, 0)
            .fallsShort(10));
  }

  /** Returns an aim that broke off on a day, within a range of days after its start. */
  private static AimStory brokeOff(Story story, LocalDate end, int least, int most) {
    return brokeOff(story, end.minusDays(story.between(least, most)), end);
  }

  private static AimStory brokeOff(Story story, LocalDate start, LocalDate end) {
    LocalDate plannedEnd = later(story.plannedEndFrom(start), end.plusDays(30));
    return story
        .aim(start, plannedEnd)
        .continuingUntil(yearOf(end) - 1)
        .returned(yearOf(end), SimulatedEnding.onBreak(end))
        .answer(ON_BREAK);
  }

  /** Returns an aim that broke off in the year of its planned end. */
  private static AimStory brokeOffBeforePlannedEnd(Story story, int year) {
    LocalDate plannedEnd = story.dayIn(year);
    LocalDate start = story.startFor(plannedEnd);
    return story
        .aim(start, plannedEnd)
        .continuingUntil(year - 1)
        .returned(year, SimulatedEnding.onBreak(story.leavingDay(year, start, plannedEnd)));
  }
}
