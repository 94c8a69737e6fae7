package org.openqar.simulate;

import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Journey.journey;

import java.time.LocalDate;
import java.util.List;

/** Journeys of trainees. The national traineeship programme ended on 31 July 2023. */
final class Traineeships {

  private static final int LAST_YEAR = 2022;

  private Traineeships() {}

  static List<Journey> journeys() {
    return List.of(
        journey(
                "trainee_into_work",
                "A traineeship achieved in June, a job in September: counts in the year of the job",
                (story, year) -> {
                  LocalDate end = firstDay(year).plusDays(story.between(310, 330));
                  story.onTraineeship();
                  traineeship(story, year, end)
                      .returned(year, SimulatedEnding.achieved(end))
                      .leadingTo(
                          new SimulatedDestination(
                              "EMP", 1, firstDay(year + 1).plusDays(story.between(20, 60))))
                      .answer(Answer.achieverOf(year + 1, Candidate.DESTINATION))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .in(Traineeships::years)
            .at(Traineeships::knowDestinations)
            .achieves(14),
        journey(
                "trainee_into_study",
                "A traineeship achieved in winter, a college place in the same year",
                (story, year) -> {
                  LocalDate end = firstDay(year).plusDays(story.between(140, 170));
                  story.onTraineeship();
                  traineeship(story, year, end)
                      .returned(year, SimulatedEnding.achieved(end))
                      .leadingTo(
                          new SimulatedDestination("EDU", 4, end.plusDays(story.between(0, 60))))
                      .answer(Answer.achieverOf(year, Candidate.EXPECTED))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .in(Traineeships::years)
            .at(Traineeships::knowDestinations)
            .achieves(8),
        journey(
                "trainee_without_destination",
                "A traineeship completed with its aims, then nothing known: six months on, no achiever",
                (story, year) -> {
                  LocalDate end = firstDay(year).plusDays(story.between(200, 330));
                  story.onTraineeship();
                  traineeship(story, year, end)
                      .returned(year, SimulatedEnding.achieved(end))
                      .answer(Answer.completerOf(year + 1, Candidate.DESTINATION))
                      .components(Answer.achieverOf(year, Candidate.EXPECTED));
                })
            .in(Traineeships::years)
            .fallsShort(8),
        journey(
                "trainee_withdrew",
                "Left a traineeship in autumn, long after the first weeks",
                (story, year) -> {
                  LocalDate start = firstDay(year).plusDays(story.between(5, 20));
                  LocalDate end = start.plusDays(story.between(60, 110));
                  story.onTraineeship();
                  story
                      .aim(start, start.plusDays(story.between(150, 180)))
                      .returned(year, SimulatedEnding.withdrawn(end, story.reason()))
                      .answer(Answer.leaverOf(year, Candidate.EXPECTED))
                      .components(Answer.leaverOf(year, Candidate.EXPECTED));
                })
            .in(Traineeships::years)
            .fallsShort(8));
  }

  /** Returns a traineeship of some months that ends on its planned day. */
  private static AimStory traineeship(Story story, int year, LocalDate end) {
    return story.aim(end.minusDays(story.between(100, 135)), end);
  }

  /** Whether the provider returns its learners itself, and with their destinations. */
  private static boolean knowDestinations(Provider provider) {
    return provider.returnsDestinations() && !provider.isMerged();
  }

  private static StoryYears years(Window window) {
    return new StoryYears(window.firstRead(), Math.min(window.last() - 1, LAST_YEAR));
  }
}
