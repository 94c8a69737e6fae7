package org.openqar.simulate;

import static org.openqar.simulate.Days.yearOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One programme aim as its journey tells it: what it is, how each final return shows it, and its
 * answer.
 */
final class AimStory {

  private final SimulatedProgramme programme;
  private final LocalDate plannedEnd;
  private final AimDetails details;
  private final SortedMap<Integer, SimulatedEnding> returns = new TreeMap<>();
  private final SortedMap<Integer, SimulatedEnding> duplicates = new TreeMap<>();
  private LocalDate start;
  private LocalDate originalStart;
  private LocalDate mistakenStart;
  private int correctedIn;
  private Answer answer;
  private Answer ofComponents;
  private SimulatedDestination destination;

  AimStory(
      SimulatedProgramme programme, LocalDate start, LocalDate plannedEnd, AimDetails details) {
    if (plannedEnd.isBefore(start)) {
      throw new IllegalStateException(
          "A story plans to end on " + plannedEnd + ", before " + start);
    }
    this.programme = programme;
    this.start = start;
    this.plannedEnd = plannedEnd;
    this.details = details;
  }

  /** Makes the aim a restart of an earlier one: LearnDelFAM RES 1. */
  AimStory restarting(AimStory earlier) {
    originalStart = earlier.firstStart();
    return this;
  }

  /** Shows the aim in learning in every final return from the year of its start to this one. */
  AimStory continuingUntil(int year) {
    for (int shown = yearOf(start); shown <= year; shown++) {
      returned(shown, SimulatedEnding.continuing());
    }
    return this;
  }

  /** Shows the aim with this ending in the final return of a year. */
  AimStory returned(int year, SimulatedEnding ending) {
    returns.put(year, ending);
    return this;
  }

  /** Shows the aim with this ending in every final return of these years. */
  AimStory returnedFromTo(int from, int to, SimulatedEnding ending) {
    for (int year = from; year <= to; year++) {
      returned(year, ending);
    }
    return this;
  }

  /** Shows the aim a second time in the same final return. */
  AimStory alsoReturned(int year, SimulatedEnding ending) {
    duplicates.put(year, ending);
    return this;
  }

  /** Shows another start date in every return before that of a year. */
  AimStory startedBy(LocalDate mistaken, int corrected) {
    mistakenStart = mistaken;
    correctedIn = corrected;
    return this;
  }

  AimStory answer(Answer expected) {
    answer = expected;
    return this;
  }

  /** Returns the aim's components too. Each of them has this answer. */
  AimStory components(Answer expected) {
    ofComponents = expected;
    return this;
  }

  /** Sets the learner's destination after the aim. */
  AimStory leadingTo(SimulatedDestination next) {
    destination = next;
    return this;
  }

  SimulatedProgramme programme() {
    return programme;
  }

  LocalDate start() {
    return start;
  }

  /** Returns the start date that the return of a year shows. */
  LocalDate startIn(int year) {
    return mistakenStart != null && year < correctedIn ? mistakenStart : start;
  }

  LocalDate originalStart() {
    return originalStart;
  }

  /** Returns the day on which the whole programme began, before any breaks. */
  LocalDate firstStart() {
    return originalStart == null ? start : originalStart;
  }

  boolean isRestart() {
    return originalStart != null;
  }

  LocalDate plannedEnd() {
    return plannedEnd;
  }

  AimDetails details() {
    return details;
  }

  Answer answer() {
    return answer;
  }

  /** Returns the answer for its components, or null if it has none in the returns. */
  Answer componentAnswer() {
    return ofComponents;
  }

  /** Returns the qualifications within it that appear in the returns. */
  List<LearningAim> components() {
    return ofComponents == null ? List.of() : details.components();
  }

  /** Returns the destination, or null if none is known. */
  SimulatedDestination destination() {
    return destination;
  }

  /** Returns how the final return of a year shows the aim: not at all, once or twice. */
  List<SimulatedEnding> in(int year) {
    List<SimulatedEnding> shown = new ArrayList<>();
    if (returns.containsKey(year)) {
      shown.add(returns.get(year));
    }
    if (duplicates.containsKey(year)) {
      shown.add(duplicates.get(year));
    }
    return shown;
  }

  /** Returns the years whose final return shows the aim. */
  StoryYears shownYears() {
    return new StoryYears(returns.firstKey(), returns.lastKey());
  }

  /** Returns the newest of these years whose final return shows the aim, or null if none does. */
  Integer newestIn(StoryYears years) {
    return returns.keySet().stream()
        .filter(years::contains)
        .reduce((one, next) -> next)
        .orElse(null);
  }
}
