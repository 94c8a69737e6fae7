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

  private final Programme programme;
  private final LocalDate plannedEnd;
  private final AimDetails details;
  private final SortedMap<Integer, Ending> returns = new TreeMap<>();
  private final SortedMap<Integer, Ending> duplicates = new TreeMap<>();
  private LocalDate start;
  private LocalDate originalStart;
  private LocalDate mistakenStart;
  private int correctedIn;
  private Answer answer;
  private Answer ofComponents;
  private Destination destination;

  AimStory(Programme programme, LocalDate start, LocalDate plannedEnd, AimDetails details) {
    if (plannedEnd.isBefore(start)) {
      throw new IllegalStateException(
          "A story plans to end on " + plannedEnd + ", before " + start);
    }
    this.programme = programme;
    this.start = start;
    this.plannedEnd = plannedEnd;
    this.details = details;
  }

  /** It goes on with an earlier aim of the learner: LearnDelFAM RES 1. */
  AimStory restarting(AimStory earlier) {
    originalStart = earlier.firstStart();
    return this;
  }

  /** In learning in every final return from the year of its start to this one. */
  AimStory continuingUntil(int year) {
    for (int shown = yearOf(start); shown <= year; shown++) {
      returned(shown, Ending.continuing());
    }
    return this;
  }

  /** Shown so in the final return of a year. */
  AimStory returned(int year, Ending ending) {
    returns.put(year, ending);
    return this;
  }

  /** Shown so in every final return of these years. */
  AimStory returnedFromTo(int from, int to, Ending ending) {
    for (int year = from; year <= to; year++) {
      returned(year, ending);
    }
    return this;
  }

  /** Shown a second time in the same final return. */
  AimStory alsoReturned(int year, Ending ending) {
    duplicates.put(year, ending);
    return this;
  }

  /** Until the return of a year, another start date was returned. */
  AimStory startedBy(LocalDate mistaken, int corrected) {
    mistakenStart = mistaken;
    correctedIn = corrected;
    return this;
  }

  AimStory answer(Answer expected) {
    answer = expected;
    return this;
  }

  /** Its components are returned too, and this comes out of each of them. */
  AimStory components(Answer expected) {
    ofComponents = expected;
    return this;
  }

  /** What becomes of the learner after it. */
  AimStory leadingTo(Destination next) {
    destination = next;
    return this;
  }

  Programme programme() {
    return programme;
  }

  LocalDate start() {
    return start;
  }

  /** The start date that the return of a year shows. */
  LocalDate startIn(int year) {
    return mistakenStart != null && year < correctedIn ? mistakenStart : start;
  }

  LocalDate originalStart() {
    return originalStart;
  }

  /** Where the whole programme began, breaks included. */
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

  /** What must come out for its components; null when it is returned without. */
  Answer ofComponents() {
    return ofComponents;
  }

  /** The qualifications within it that are returned. */
  List<LearningAim> components() {
    return ofComponents == null ? List.of() : details.components();
  }

  /** Null when nothing is known of it. */
  Destination destination() {
    return destination;
  }

  /** How the final return of a year shows it: nothing, once, or twice. */
  List<Ending> in(int year) {
    List<Ending> shown = new ArrayList<>();
    if (returns.containsKey(year)) {
      shown.add(returns.get(year));
    }
    if (duplicates.containsKey(year)) {
      shown.add(duplicates.get(year));
    }
    return shown;
  }

  /** The years whose final return shows it. */
  Years shownYears() {
    return new Years(returns.firstKey(), returns.lastKey());
  }

  /** The newest of these years whose final return shows it, or null when none does. */
  Integer newestIn(Years years) {
    return returns.keySet().stream()
        .filter(years::contains)
        .reduce((one, next) -> next)
        .orElse(null);
  }
}
