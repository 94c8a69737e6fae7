package org.openqar.simulate;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqar.simulate.Days.yearOf;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares single journeys with worked cases of the specification, and checks the rules that every
 * return and every answer must keep.
 */
class JourneyTest {

  private static final Window WINDOW = new Window(2020, 2024);
  private static final int TELLINGS = 300;

  static Stream<Journey> journeys() {
    return Catalogue.JOURNEYS.stream();
  }

  private static Story told(String name, int year, int telling) {
    Journey journey =
        Catalogue.JOURNEYS.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Story story = new Story(Dice.of(1, telling), WINDOW);
    journey.telling().tell(story, year);
    return story;
  }

  private static AimStory only(Story story) {
    assertEquals(1, story.aims().size());
    return story.aims().get(0);
  }

  /**
   * P05: planned end 2020/21, continuing in R14 2020/21, never returned again: HEY 2021, overdue.
   */
  @Test
  void vanishedIsP05() {
    AimStory aim = only(told("vanished", 2021, 0));
    assertEquals(2020, yearOf(aim.plannedEnd()));
    assertEquals(List.of(SimulatedEnding.continuing()), aim.in(2020));
    assertTrue(aim.in(2021).isEmpty());
    assertEquals(
        new Answer(
            2021, Candidate.REPORTING, true, false, EnumSet.noneOf(Exclusion.class), false, false),
        aim.answer());
    assertEquals("QAR Inclusion", aim.answer().status(2021));
  }

  /** D14: continuing in 2021, absent 2022, planned end 2024/25: the planned year wins. */
  @Test
  void vanishedLongBeforeThePlannedEndIsCountedThen() {
    AimStory aim = only(told("vanished_before_planned_end", 2024, 0));
    assertEquals(2024, yearOf(aim.plannedEnd()));
    assertEquals(2024, aim.answer().hybridEndYear());
    assertTrue(aim.answer().overdueContinuing());
  }

  /**
   * D23: a break of 2023/24, planned to end in it, nothing returned in 2024/25: HEY 2024, overdue.
   */
  @Test
  void breakNeverReturnedIsD23() {
    AimStory aim = only(told("break_never_returned", 2024, 0));
    assertEquals(2023, yearOf(aim.plannedEnd()));
    assertEquals(SimulatedEnding.BREAK, aim.in(2023).get(0).compStatus());
    assertTrue(aim.in(2024).isEmpty());
    assertEquals(2024, aim.answer().hybridEndYear());
    assertTrue(aim.answer().overduePlannedBreak());
    assertTrue(aim.answer().isLeaver(2024));
    assertFalse(aim.answer().isCompleter(2024));
  }

  /** D24: the same break returned again in 2024/25 is excluded. */
  @Test
  void breakRolledForwardIsD24() {
    AimStory aim = only(told("break_rolled_forward", 2023, 0));
    assertEquals(aim.in(2023), aim.in(2024));
    assertEquals("QAR Exclusion", aim.answer().status(2024));
    assertEquals("planned_break_excl", aim.answer().exclusionColumns());
    assertEquals(null, aim.answer().hybridEndYear());
  }

  /**
   * D33 and D34: 41 days served with both ends counted are within the qualifying period, 42 are
   * not.
   */
  @Test
  void theQualifyingPeriodEndsOnDay42() {
    AimStory day41 = only(told("withdrew_on_day_41", 2023, 0));
    assertEquals(40, DAYS.between(day41.start(), day41.in(2023).get(0).end()));
    assertEquals("funding_qualifying_period_excl", day41.answer().exclusionColumns());
    AimStory day42 = only(told("withdrew_on_day_42", 2023, 0));
    assertEquals(41, DAYS.between(day42.start(), day42.in(2023).get(0).end()));
    assertEquals(2024, day42.answer().hybridEndYear());
    assertTrue(day42.answer().isLeaver(2024));
  }

  /** D36 and D37, for an apprenticeship: 168 planned days make the limit 42, 167 make it 14. */
  @Test
  void shortProgrammesHaveAShortLimit() {
    AimStory long168 = only(told("planned_168_days_left_on_day_41", 2023, 0));
    assertEquals(167, DAYS.between(long168.start(), long168.plannedEnd()));
    assertEquals("QAR Exclusion", long168.answer().status(2024));
    AimStory short167 = only(told("planned_167_days_left_on_day_41", 2023, 0));
    assertEquals(166, DAYS.between(short167.start(), short167.plannedEnd()));
    assertEquals("QAR Inclusion", short167.answer().status(2024));
  }

  /**
   * D43: a new standard after exactly 120 days excludes the old aim; P21: after 121 days it counts.
   */
  @Test
  void aTransferHas120Days() {
    List<AimStory> within = told("transferred_after_120_days", 2022, 0).aims();
    assertEquals(120, DAYS.between(within.get(0).in(2022).get(0).end(), within.get(1).start()));
    assertEquals("transfer_excl", within.get(0).answer().exclusionColumns());
    assertFalse(within.get(0).programme().code() == within.get(1).programme().code());
    List<AimStory> late = told("transferred_after_121_days", 2022, 0).aims();
    assertEquals(121, DAYS.between(late.get(0).in(2022).get(0).end(), late.get(1).start()));
    assertTrue(late.get(0).answer().isLeaver(2024));
  }

  /**
   * D16: at end-point assessment in 2022/23, absent from 2023/24: HEY 2023, overdue, not excluded.
   */
  @Test
  void vanishedAtEpaIsD16() {
    AimStory aim = only(told("vanished_at_epa", 2023, 0));
    assertEquals(SimulatedEnding.NOT_YET_KNOWN, aim.in(2022).get(0).outcome());
    assertEquals(2023, aim.answer().hybridEndYear());
    assertTrue(aim.answer().overdueContinuing());
    assertTrue(aim.answer().isLeaver(2023));
  }

  /** K06: withdrawn, then a restart: two aims, the first a leaver. */
  @Test
  void aWithdrawalBeforeARestartCounts() {
    List<AimStory> aims = told("withdrew_then_restarted", 2021, 0).aims();
    assertEquals(2021, aims.get(0).answer().hybridEndYear());
    assertTrue(aims.get(0).answer().isLeaver(2023));
    assertTrue(aims.get(1).isRestart());
    assertEquals(aims.get(0).start(), aims.get(1).originalStart());
  }

  /**
   * The year in the answer is the latest of the candidates, and carries the name of the first that
   * has it.
   */
  @ParameterizedTest
  @MethodSource("journeys")
  void theAnswerNamesTheDateThatGivesItsYear(Journey journey) {
    forEachTelling(
        journey,
        aim -> {
          Answer answer = aim.answer();
          assertNotNull(answer, "an aim without an answer");
          if (answer.hybridEndYear() == null) {
            assertEquals(null, answer.from());
            return;
          }
          int year = answer.hybridEndYear();
          SimulatedEnding last = aim.in(aim.shownYears().to()).get(0);
          int planned = yearOf(aim.plannedEnd());
          int actual = last.end() == null ? Integer.MIN_VALUE : yearOf(last.end());
          int achieved = last.achieved() == null ? Integer.MIN_VALUE : yearOf(last.achieved());
          int destination =
              aim.programme().isTraineeship()
                  ? yearOf(destinationOf(aim, last))
                  : Integer.MIN_VALUE;
          assertTrue(
              planned <= year && actual <= year && achieved <= year && destination <= year,
              "a later date exists");
          Candidate first =
              planned == year
                  ? Candidate.EXPECTED
                  : actual == year
                      ? Candidate.ACTUAL
                      : achieved == year
                          ? Candidate.ACHIEVEMENT
                          : destination == year ? Candidate.DESTINATION : Candidate.REPORTING;
          assertEquals(first, answer.from());
        });
  }

  /** Returns the day of a traineeship's destination, or else the day six months after its end. */
  private static LocalDate destinationOf(AimStory aim, SimulatedEnding last) {
    return aim.destination() == null ? last.end().plusMonths(6) : aim.destination().from();
  }

  /** A completed, withdrawn or open record must agree with the answer. */
  @ParameterizedTest
  @MethodSource("journeys")
  void onlyCompletedRecordsComplete(Journey journey) {
    forEachTelling(
        journey,
        aim -> {
          SimulatedEnding last = aim.in(aim.shownYears().to()).get(0);
          assertEquals(last.compStatus() == SimulatedEnding.COMPLETED, aim.answer().completes());
          boolean leadsOn = !aim.programme().isTraineeship() || aim.destination() != null;
          assertEquals(
              last.outcome() != null && last.outcome() == SimulatedEnding.ACHIEVED && leadsOn,
              aim.answer().achieves());
        });
  }

  /** The validation rules that a return must keep to. */
  @ParameterizedTest
  @MethodSource("journeys")
  void everyRecordKeepsTheValidationRules(Journey journey) {
    forEachTelling(
        journey,
        aim -> {
          assertFalse(aim.plannedEnd().isBefore(aim.start()), "LearnPlanEndDate_02");
          for (int year = aim.shownYears().from(); year <= aim.shownYears().to(); year++) {
            for (SimulatedEnding ending : aim.in(year)) {
              keepsTheRules(aim, year, ending);
            }
          }
        });
  }

  private static void keepsTheRules(AimStory aim, int year, SimulatedEnding ending) {
    assertFalse(aim.startIn(year).isAfter(Days.lastDay(year)), "LearnStartDate_03");
    boolean waiting = ending.outcome() != null && ending.outcome() == SimulatedEnding.NOT_YET_KNOWN;
    assertEquals(ending.end() == null, ending.outcome() == null, "Outcome_12");
    assertEquals(ending.isOpen() && !waiting, ending.end() == null, "CompStatus_02, _03");
    assertEquals(ending.isWithdrawn(), ending.withdrawReason() != null, "WithdrawReason_03, _04");
    if (ending.end() != null) {
      assertFalse(ending.end().isBefore(aim.start()), "LearnActEndDate_01");
      assertFalse(ending.end().isAfter(Days.lastDay(year)), "ended after the year returned");
    }
    boolean completedStandard =
        ending.compStatus() == SimulatedEnding.COMPLETED && aim.programme().isStandard();
    assertEquals(completedStandard, ending.achieved() != null, "AchDate_09, _12");
    if (ending.achieved() != null) {
      LocalDate soonest = ending.end().plusDays(7);
      assertFalse(ending.achieved().isBefore(soonest), "AchDate_11");
      assertFalse(
          ending.achieved().isAfter(Days.lastDay(year)), "achieved after the year returned");
    }
  }

  /**
   * No journey needs a return after the last one, and every learner is in some return that is read.
   */
  @ParameterizedTest
  @MethodSource("journeys")
  void everyStoryFitsTheReturns(Journey journey) {
    for (int telling = 0; telling < TELLINGS; telling++) {
      Story story = new Story(Dice.of(2, telling), WINDOW);
      journey.tell(story);
      assertTrue(story.aims().stream().allMatch(aim -> aim.shownYears().to() <= WINDOW.last()));
      assertTrue(story.aims().stream().anyMatch(aim -> aim.newestIn(WINDOW.read()) != null));
    }
  }

  @Test
  void boundaryDaysOccur() {
    Set<String> days =
        Stream.iterate(0, telling -> telling < TELLINGS, telling -> telling + 1)
            .map(telling -> only(told("achieved_on_time", 2022, telling)).plannedEnd().toString())
            .collect(java.util.stream.Collectors.toSet());
    assertTrue(days.contains("2022-08-01"));
    assertTrue(days.contains("2023-07-31"));
  }

  private static void forEachTelling(Journey journey, java.util.function.Consumer<AimStory> check) {
    for (int telling = 0; telling < TELLINGS; telling++) {
      Story story = new Story(Dice.of(2, telling), WINDOW);
      journey.tell(story);
      story.aims().forEach(check);
    }
  }
}
