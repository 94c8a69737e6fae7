package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Days.yearOf;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys of apprentices who leave, and the days that decide whether that counts. */
final class Withdrawals {

  private static final int STRATEGY = 41;
  private static final int REDUNDANT = 29;
  private static final int PERSONAL = 44;

  private Withdrawals() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "withdrew",
                "Left in the year of the planned end, after the qualifying period",
                (story, year) ->
                    story
                        .leavesIn(year, story.reason())
                        .components(Answer.leaverOf(year, Candidate.EXPECTED)))
            .fallsShort(190),
        journey(
                "withdrew_early",
                "Left the year before the planned end: counts in the planned year",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate start =
                      earlier(story.startFor(plannedEnd), lastDay(year - 1).minusDays(90));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 2)
                      .returned(year - 1, story.withdrawal(year - 1, start, plannedEnd))
                      .answer(Answer.leaverOf(year, Candidate.EXPECTED))
                      .components(Answer.leaverOf(year, Candidate.EXPECTED));
                })
            .notIn(1, 0)
            .fallsShort(120),
        journey(
                "withdrew_late",
                "Left the year after the planned end: counts when it ended",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aimPlannedToEnd(plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, SimulatedEnding.withdrawn(story.dayIn(year), story.reason()))
                      .answer(Answer.leaverOf(year, Candidate.ACTUAL))
                      .components(Answer.leaverOf(year, Candidate.ACTUAL));
                })
            .fallsShort(45),
        journey(
                "withdrew_before_a_planned_end_to_come",
                "Left, but planned to end after the year reported: not counted yet",
                (story, year) -> {
                  LocalDate plannedEnd = story.dayIn(year + 1);
                  LocalDate start =
                      earlier(story.startFor(plannedEnd), lastDay(year).minusDays(90));
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.withdrawal(year, start, plannedEnd))
                      .answer(Answer.leaverOf(year + 1, Candidate.EXPECTED));
                })
            .in(Endings.LAST_YEAR)
            .neutral(40),
        journey(
                "made_redundant",
                "Made redundant (29): counts like any other withdrawal",
                (story, year) -> story.leavesIn(year, REDUNDANT))
            .fallsShort(16),
        journey(
                "left_for_a_government_strategy",
                "Reason 41: counts for an apprenticeship",
                (story, year) -> story.leavesIn(year, STRATEGY))
            .fallsShort(2),
        leftAfter(
                "withdrew_within_qualifying_period",
                "Left after some weeks: never became a start",
                5,
                40)
            .neutral(45),
        leftAfter(
                "withdrew_on_day_41",
                "Left on day 41 of a year: within the qualifying period",
                41,
                41)
            .neutral(4),
        journey(
                "withdrew_on_day_42",
                "Left on day 42 of a year: counts, in the planned year",
                (story, year) -> {
                  LocalDate start = story.day(firstDay(year), lastDay(year).minusDays(60));
                  story
                      .aim(start, start.plusDays(380))
                      .returned(year, SimulatedEnding.withdrawn(start.plusDays(41), PERSONAL))
                      .answer(Answer.leaverOf(year + 1, Candidate.EXPECTED));
                })
            .notIn(0, 1)
            .fallsShort(4),
        shortOne(
            "short_programme_day_13",
            "Planned for 100 days, left on day 13: within 14 days",
            100,
            13,
            true),
        shortOne(
            "short_programme_day_14",
            "Planned for 100 days, left on day 14: counts",
            100,
            14,
            false),
        shortOne(
            "planned_168_days_left_on_day_41", "168 planned days: the limit is 42", 168, 41, true),
        shortOne(
            "planned_167_days_left_on_day_41",
            "167 planned days: the limit is 14",
            167,
            41,
            false));
  }

  private static Journey leftAfter(String name, String description, int least, int most) {
    return journey(
        name,
        description,
        (story, year) -> {
          LocalDate start = story.day(firstDay(year), lastDay(year).minusDays(60));
          LocalDate plannedEnd = story.plannedEndFrom(start);
          LocalDate end = start.plusDays(story.between(least, most) - 1);
          Answer neverStarted =
              Answer.leaverOf(yearOf(plannedEnd), Candidate.EXPECTED)
                  .excluded(Exclusion.FUNDING_QUALIFYING_PERIOD_EXCL);
          story
              .aim(start, plannedEnd)
              .returned(year, SimulatedEnding.withdrawn(end, story.reason()))
              .answer(neverStarted)
              .components(neverStarted);
        });
  }

  /** Returns a journey on a short aim. Days count with both ends. */
  private static Journey shortOne(
      String name, String description, int planned, int served, boolean excluded) {
    Journey journey =
        journey(
            name,
            description,
            (story, year) -> {
              LocalDate start = story.day(firstDay(year), lastDay(year).minusDays(planned - 1));
              Answer leaver = Answer.leaverOf(year, Candidate.EXPECTED);
              story
                  .aim(start, start.plusDays(planned - 1))
                  .returned(year, SimulatedEnding.withdrawn(start.plusDays(served - 1), PERSONAL))
                  .answer(
                      excluded
                          ? leaver.excluded(Exclusion.FUNDING_QUALIFYING_PERIOD_EXCL)
                          : leaver);
            });
    return excluded ? journey.neutral(2) : journey.fallsShort(2);
  }
}
