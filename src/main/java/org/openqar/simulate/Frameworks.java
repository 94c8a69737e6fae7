package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys on frameworks. The last starts on a framework were on 31 July 2020. */
final class Frameworks {

  private static final LocalDate LAST_START = LocalDate.of(2020, 7, 31);
  private static final int LAST_YEAR = 2022;

  private Frameworks() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "framework_achieved",
                "A framework achieved in its planned year; it has no achievement date",
                (story, year) -> {
                  story.on(Programmes.FRAMEWORKS);
                  LocalDate plannedEnd = story.dayIn(year);
                  story.achievesOnTime(startBefore(story, plannedEnd), plannedEnd);
                })
            .in(Frameworks::years)
            .achieves(60),
        journey(
                "framework_achieved_late",
                "A framework achieved the year after the planned end",
                (story, year) -> {
                  story.on(Programmes.FRAMEWORKS);
                  LocalDate plannedEnd = story.dayIn(year - 1);
                  story
                      .aim(startBefore(story, plannedEnd), plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.achievedIn(year, story.dayIn(year)))
                      .answer(Answer.achieverOf(year, Candidate.ACTUAL));
                })
            .in(Frameworks::years)
            .achieves(14),
        journey(
                "framework_withdrew",
                "Left a framework in its planned year",
                (story, year) -> {
                  story.on(Programmes.FRAMEWORKS);
                  LocalDate plannedEnd = story.dayIn(year);
                  LocalDate start = startBefore(story, plannedEnd);
                  story
                      .aim(start, plannedEnd)
                      .continuingUntil(year - 1)
                      .returned(year, story.withdrawal(year, start, plannedEnd))
                      .answer(Answer.leaverOf(year, Candidate.EXPECTED));
                })
            .in(Frameworks::years)
            .fallsShort(30));
  }

  private static StoryYears years(Window window) {
    return new StoryYears(window.firstRead(), Math.min(window.last(), LAST_YEAR));
  }

  private static LocalDate startBefore(Story story, LocalDate plannedEnd) {
    return earlier(story.startFor(plannedEnd), LAST_START.minusDays(story.between(0, 200)));
  }
}
