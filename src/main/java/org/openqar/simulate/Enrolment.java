package org.openqar.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** One provider's learners. Each is made anew on every request, so that none stays in memory. */
final class Enrolment {

  private static final int LARGEST_RANK = 0;
  private static final int MERGED_DEALT = 3;
  private static final int COURSE_PERCENT = 6;

  private final Provider provider;
  private final Window window;
  private final long seed;
  private final List<Journey> journeys;
  private final double[] upTo;

  Enrolment(Provider provider, Window window, long seed) {
    this.provider = provider;
    this.window = window;
    this.seed = seed;
    journeys = Catalogue.at(provider, window);
    upTo = new double[journeys.size()];
    double fair = fairShare();
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      Journey journey = journeys.get(i);
      sum +=
          journey.weight()
              * switch (journey.drift()) {
                case ACHIEVES -> provider.target() / fair;
                case FALLS_SHORT -> (1 - provider.target()) / (1 - fair);
                case NEUTRAL -> 1;
              };
      upTo[i] = sum;
    }
  }

  private double fairShare() {
    int achieving = weight(Journey.Drift.ACHIEVES);
    return (double) achieving / (achieving + weight(Journey.Drift.FALLS_SHORT));
  }

  private int weight(Journey.Drift drift) {
    return journeys.stream()
        .filter(journey -> journey.drift() == drift)
        .mapToInt(Journey::weight)
        .sum();
  }

  void forEach(Consumer<Learner> then) {
    for (int number = 0; number < provider.learners(); number++) {
      then.accept(learner(number));
    }
  }

  private Learner learner(int number) {
    Dice dice = Dice.of(seed, 2, provider.rank(), number);
    Journey journey = journey(number, dice);
    Story story = new Story(dice, window);
    journey.tell(story);
    LocalDate begins =
        story.aims().stream().map(AimStory::firstStart).min(LocalDate::compareTo).orElseThrow();
    if (story.course() == null && dice.percent(COURSE_PERCENT)) {
      int year = story.aims().get(0).shownYears().from();
      story.takesCourse(Days.firstDay(year).plusDays(dice.between(30, 250)));
    }
    return new Learner(
        provider,
        number,
        provider.firstLearner() + number,
        journey,
        Person.draw(dice, begins, provider.region()),
        List.copyOf(story.aims()),
        story.course(),
        story.numbers(),
        window);
  }

  /**
   * Chooses the journey of a learner. The first learner of every provider stays through all
   * returns, so that no return is empty. The largest provider then gives every journey once, and
   * the merged provider gives its own journeys once. Weights decide all others.
   */
  private Journey journey(int number, Dice dice) {
    if (number == 0) {
      return Endings.LONG_PROGRAMME;
    }
    if (provider.rank() == LARGEST_RANK && number <= journeys.size()) {
      return journeys.get(number - 1);
    }
    if (provider.isMerged() && number <= MERGED_DEALT) {
      return journeys.stream()
          .filter(journey -> journey.name().equals("provider_merged"))
          .findFirst()
          .orElseThrow();
    }
    double thrown = dice.fraction() * upTo[upTo.length - 1];
    int chosen = 0;
    while (upTo[chosen] <= thrown) {
      chosen++;
    }
    return journeys.get(chosen);
  }
}
