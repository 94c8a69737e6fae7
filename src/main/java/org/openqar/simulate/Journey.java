package org.openqar.simulate;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One way through an apprenticeship, told around one academic year.
 *
 * @param name its name in the answers
 * @param description one line for the reader
 * @param weight how often it occurs, relative to others
 * @param drift which way a good provider moves that weight
 * @param years the years around which it can be told, so that all of it fits into the returns
 * @param place the providers whose learners can live it
 * @param telling the story itself
 */
record Journey(
    String name,
    String description,
    int weight,
    Drift drift,
    Function<Window, StoryYears> years,
    Predicate<Provider> place,
    Telling telling) {

  /** Tells a story around a year. */
  interface Telling {
    void tell(Story story, int year);
  }

  /** Whether a journey is more common with good providers. */
  enum Drift {
    ACHIEVES,
    FALLS_SHORT,
    NEUTRAL
  }

  /** Returns a journey for any provider, around any year that the run reads. */
  static Journey journey(String name, String description, Telling telling) {
    return new Journey(
        name, description, 0, Drift.NEUTRAL, Window::read, provider -> true, telling);
  }

  Journey achieves(int often) {
    return new Journey(name, description, often, Drift.ACHIEVES, years, place, telling);
  }

  Journey fallsShort(int often) {
    return new Journey(name, description, often, Drift.FALLS_SHORT, years, place, telling);
  }

  Journey neutral(int often) {
    return new Journey(name, description, often, Drift.NEUTRAL, years, place, telling);
  }

  /** Leaves out this many of the first and of the last years that the run reads. */
  Journey notIn(int firstYears, int lastYears) {
    return in(window -> window.read(firstYears, lastYears));
  }

  Journey in(Function<Window, StoryYears> which) {
    return new Journey(name, description, weight, drift, which, place, telling);
  }

  Journey at(Predicate<Provider> which) {
    return new Journey(name, description, weight, drift, years, which, telling);
  }

  boolean fits(Provider provider, Window window) {
    return place.test(provider) && !years.apply(window).isEmpty();
  }

  /** Tells the journey around one of its years. */
  void tell(Story story) {
    StoryYears possible = years.apply(story.window());
    telling.tell(story, story.between(possible.from(), possible.to()));
  }
}
