package org.openqar.simulate;

import static org.openqar.simulate.Days.earlier;
import static org.openqar.simulate.Days.firstDay;
import static org.openqar.simulate.Days.lastDay;
import static org.openqar.simulate.Days.later;
import static org.openqar.simulate.Days.yearOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The means to tell a journey: days to choose, aims to begin, and changes to the learner's numbers.
 *
 * <p>Random choices that affect an answer are limited so that the answer holds. Nothing is computed
 * from them afterwards.
 */
final class Story {

  private static final int EPA_AT_LEAST = 7;
  private static final List<Integer> REASONS = List.of(2, 3, 43, 44, 46, 97, 98);

  private final Dice dice;
  private final Window window;
  private final List<AimStory> aims = new ArrayList<>();
  private SimulatedProgramme programme;
  private Course course;
  private Numbers numbers = Numbers.UNCHANGED;

  Story(Dice dice, Window window) {
    this.dice = dice;
    this.window = window;
    this.programme = dice.pick(Programmes.STANDARDS);
  }

  /** Returns the reported year: the last with returns. */
  int last() {
    return window.last();
  }

  Window window() {
    return window;
  }

  List<AimStory> aims() {
    return aims;
  }

  Course course() {
    return course;
  }

  Numbers numbers() {
    return numbers;
  }

  // Chance

  int between(int least, int most) {
    return dice.between(least, most);
  }

  boolean percent(int chance) {
    return dice.percent(chance);
  }

  LocalDate day(LocalDate from, LocalDate to) {
    return dice.day(from, to);
  }

  /** Returns a day of an academic year. Its first and last day come up more often than others. */
  LocalDate dayIn(int year) {
    return dice.day(firstDay(year), lastDay(year));
  }

  /** Returns a reason for leaving that counts. */
  int reason() {
    return dice.pick(REASONS);
  }

  // Programmes

  void onTraineeship() {
    programme = Programmes.TRAINEESHIP;
  }

  void on(List<SimulatedProgramme> choice) {
    programme = dice.pick(choice);
  }

  /** Chooses another standard than the one before. */
  void onAnotherStandard() {
    SimulatedProgramme before = programme;
    programme =
        dice.pick(
            Programmes.STANDARDS.stream().filter(other -> other.code() != before.code()).toList());
  }

  /** Returns a start for a learner who plans to end on a day. */
  LocalDate startFor(LocalDate plannedEnd) {
    StoryYears days = programme.usualDays();
    return plannedEnd.minusDays(between(days.from(), days.to()));
  }

  /** Returns a planned end for a learner who begins on a day. */
  LocalDate plannedEndFrom(LocalDate start) {
    StoryYears days = programme.usualDays();
    return start.plusDays(between(days.from(), days.to()));
  }

  AimStory aim(LocalDate start, LocalDate plannedEnd) {
    AimStory aim = new AimStory(programme, start, plannedEnd, AimDetails.draw(dice, programme));
    aims.add(aim);
    return aim;
  }

  /** Returns an aim of usual length. */
  AimStory aimPlannedToEnd(LocalDate plannedEnd) {
    return aim(startFor(plannedEnd), plannedEnd);
  }

  // Endings

  /** Returns an achievement near the planned end, with training and result both within a year. */
  SimulatedEnding achievedIn(int year, LocalDate plannedEnd) {
    LocalDate lastEnd = lastDay(year).minusDays(programme.isStandard() ? EPA_AT_LEAST : 0);
    LocalDate end = earlier(later(plannedEnd.minusDays(between(0, 30)), firstDay(year)), lastEnd);
    return programme.isStandard()
        ? SimulatedEnding.achieved(end, resultBy(lastDay(year), end))
        : SimulatedEnding.achieved(end);
  }

  /** Returns a completion like that of {@link #achievedIn}, but with a failed assessment. */
  SimulatedEnding failedIn(int year, LocalDate plannedEnd) {
    SimulatedEnding achieved = achievedIn(year, plannedEnd);
    return SimulatedEnding.failedEpa(achieved.end(), achieved.achieved());
  }

  /** Returns the day of a result, a week to three months after the training. */
  LocalDate resultBy(LocalDate latest, LocalDate end) {
    return day(end.plusDays(EPA_AT_LEAST), earlier(end.plusDays(90), latest));
  }

  /**
   * Returns a day in a year on which a learner leaves, long after the start and not after the
   * planned end.
   */
  LocalDate leavingDay(int year, LocalDate start, LocalDate plannedEnd) {
    return day(later(firstDay(year), start.plusDays(60)), earlier(lastDay(year), plannedEnd));
  }

  /** Leaves on such a day, for a reason of no consequence. */
  SimulatedEnding withdrawal(int year, LocalDate start, LocalDate plannedEnd) {
    return SimulatedEnding.withdrawn(leavingDay(year, start, plannedEnd), reason());
  }

  /**
   * Continues as an ordinary apprenticeship, which achieves in the year of its planned end or is
   * still in learning when the story stops.
   */
  AimStory fromThenOn(LocalDate start) {
    LocalDate plannedEnd = start.plusDays(between(372, 480));
    AimStory aim = aim(start, plannedEnd);
    int year = yearOf(plannedEnd);
    if (year > last()) {
      return aim.continuingUntil(last()).answer(Answer.inNoYear());
    }
    return aim.continuingUntil(year - 1)
        .returned(year, achievedIn(year, plannedEnd))
        .answer(Answer.achieverOf(year, Candidate.EXPECTED));
  }

  /**
   * Tells the plainest story: planned to end in a year, returned every year, achieved in that year.
   */
  AimStory achievesOnTime(int year) {
    LocalDate plannedEnd = dayIn(year);
    return achievesOnTime(startFor(plannedEnd), plannedEnd);
  }

  /** Tells the same from a given start. */
  AimStory achievesOnTime(LocalDate start, LocalDate plannedEnd) {
    int year = yearOf(plannedEnd);
    return aim(start, plannedEnd)
        .continuingUntil(year - 1)
        .returned(year, achievedIn(year, plannedEnd))
        .answer(Answer.achieverOf(year, Candidate.EXPECTED));
  }

  /** Leaves in the year of the planned end, for a reason. */
  AimStory leavesIn(int year, int reason) {
    LocalDate plannedEnd = dayIn(year);
    LocalDate start = startFor(plannedEnd);
    return aim(start, plannedEnd)
        .continuingUntil(year - 1)
        .returned(year, SimulatedEnding.withdrawn(leavingDay(year, start, plannedEnd), reason))
        .answer(Answer.leaverOf(year, Candidate.EXPECTED));
  }

  // Courses and numbers

  /**
   * Takes a stand-alone course that starts on a day and ends in the same year. A learner who leaves
   * a course of a month or more in its first days never became a start. Every shorter course is
   * achieved.
   */
  void takesCourse(LocalDate start) {
    int year = yearOf(start);
    LocalDate plannedEnd = earlier(start.plusDays(between(30, 150)), lastDay(year));
    SimulatedEnding ending;
    Answer answer = Answer.leaverOf(year, Candidate.EXPECTED);
    if (plannedEnd.isBefore(start.plusDays(30)) || percent(80)) {
      ending = SimulatedEnding.achieved(day(start, plannedEnd));
      answer = Answer.achieverOf(year, Candidate.EXPECTED);
    } else if (percent(60)) {
      ending = SimulatedEnding.withdrawn(day(start.plusDays(20), plannedEnd), reason());
    } else {
      ending = SimulatedEnding.withdrawn(day(start, start.plusDays(9)), reason());
      answer = answer.excluded(Exclusion.FUNDING_QUALIFYING_PERIOD_EXCL);
    }
    course = new Course(dice.pick(LearningAim.COURSES), year, start, plannedEnd, ending, answer);
  }

  void numbers(Numbers told) {
    numbers = told;
  }
}
