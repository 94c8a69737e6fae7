package org.openqar.simulate;

import java.time.LocalDate;
import java.util.List;

/**
 * A learner's invented person.
 *
 * @param familyName FamilyName
 * @param givenNames GivenNames
 * @param born DateOfBirth
 * @param ethnicity Ethnicity
 * @param sex Sex
 * @param difficulty LLDDHealthProb
 * @param difficultyCategory LLDDCat, null without one
 * @param insuranceNumber NINumber, null if not returned
 * @param priorLevel prior attainment, as a level
 * @param postcode the postcode of the learner's home
 * @param address AddLine1
 * @param telephone TelNo, null if not returned
 * @param email Email, null if not returned
 * @param employer EmpId
 * @param hours employment intensity, EII
 * @param selfEmployed whether the return has SEI
 * @param contact ContPrefCode for RUI
 */
record Person(
    String familyName,
    String givenNames,
    LocalDate born,
    int ethnicity,
    String sex,
    int difficulty,
    Integer difficultyCategory,
    String insuranceNumber,
    int priorLevel,
    String postcode,
    String address,
    String telephone,
    String email,
    int employer,
    int hours,
    boolean selfEmployed,
    int contact) {

  private static final List<String> FAMILY_NAMES =
      List.of(
          "Example",
          "Specimen",
          "Sampleton",
          "Testerley",
          "Invented-Jones",
          "O'Sample",
          "Smèth",
          "Placeholder",
          "Müsterfrau",
          "Fictional",
          "Dummery",
          "Fauxley",
          "Nobody",
          "Imaginé");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "Avery", "Blake", "Casey", "Devon", "Ellis", "Frankie", "Zoë", "Harper", "Indigo",
          "Jules", "Kai", "Linden", "Morgan", "Noor", "Oakley", "Perry", "Quinn", "Rowan", "Sasha",
          "Taylor");
  private static final List<Integer> ETHNICITIES =
      List.of(
          31, 31, 31, 31, 31, 31, 31, 31, 32, 33, 34, 35, 37, 38, 39, 40, 41, 43, 44, 45, 46, 47,
          98, 99);
  private static final List<Integer> HOURS = List.of(5, 6, 7, 8, 8, 8, 8, 8);

  /** Draws a person who begins on a day, in one of the published age bands. */
  static Person draw(Dice dice, LocalDate begins, SimulatedRegion region) {
    int band = dice.between(1, 100);
    int age =
        band <= 24
            ? dice.between(16, 18)
            : band <= 53 ? dice.between(19, 23) : dice.between(24, 58);
    boolean birthday = dice.percent(3);
    LocalDate born = begins.minusYears(age).minusDays(birthday ? 0 : dice.between(0, 364));
    if (ageOn(begins, born) != age) {
      born = born.plusDays(1);
    }
    boolean difficulty = dice.percent(14);
    String given = dice.pick(GIVEN_NAMES);
    return new Person(
        dice.pick(FAMILY_NAMES),
        given,
        born,
        dice.pick(ETHNICITIES),
        dice.percent(52) ? "F" : "M",
        difficulty ? 1 : dice.percent(97) ? 2 : 9,
        difficulty ? dice.between(4, 14) : null,
        dice.percent(70) ? "QQ%06dA".formatted(dice.between(0, 999_999)) : null,
        dice.between(1, 3),
        region.postcode(dice),
        "%d %s Road".formatted(dice.between(1, 240), dice.percent(50) ? "Invention" : "Example"),
        dice.percent(30) ? "01632960%03d".formatted(dice.between(0, 999)) : null,
        dice.percent(30) ? "learner%d@example.org".formatted(dice.between(1, 99_999)) : null,
        900_000_000 + dice.between(0, 99_999),
        dice.pick(HOURS),
        dice.percent(2),
        dice.between(1, 2));
  }

  /** Returns the person's published age band on a day. */
  String ageBandOn(LocalDate day) {
    int age = ageOn(day, born);
    return age < 16 ? "Unknown" : age <= 18 ? "16-18" : age <= 23 ? "19-23" : "24+";
  }

  /** Returns the published age band of a course that starts on a day, by the age on 31 August. */
  String ageBandOfCourse(LocalDate start) {
    int age = ageOn(LocalDate.of(Days.yearOf(start), 8, 31), born);
    return age < 16 ? "Unknown" : age <= 18 ? "16-18" : "19+";
  }

  private static int ageOn(LocalDate day, LocalDate born) {
    return born.until(day).getYears();
  }
}
