package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** The year of the achievement of a standard. */
@CasesOf("APP-YEAR-03")
class AchievementYearTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          achieved on the last day of 2023/24       | 25 | 1 | 2024-07-31 | 2023
          achieved on the first day of 2024/25      | 25 | 1 | 2024-08-01 | 2024
          a framework has no achievement year       | 3  | 1 | 2024-07-31 |
          an aim that is not a programme has none   | 25 | 3 | 2024-07-31 |
          no programme type                         |    | 1 | 2024-07-31 |
          a Skills Bootcamp has none                | 32 | 1 | 2024-07-31 |
          no achievement date                       | 25 | 1 |            |
          """)
  void theAchievementDateOfAStandard(
      String aCase, Integer progType, Integer aimType, LocalDate achievedOn, Integer year) {
    assertGives(year, achieved(achievedOn).with("prog_type", progType).with("aim_type", aimType));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          completed and achieved                  | 2 | 1 | 2023
          completed, the assessment was failed    | 2 | 3 | 2023
          completed, outcome not yet known        | 2 | 8 | 2023
          withdrawn                               | 3 | 3 |
          withdrawn, and achieved all the same    | 3 | 1 | 2023
          transferred                             | 4 | 3 |
          on a break                              | 6 | 3 |
          in learning                             | 1 |   |
          waiting for the assessment              | 1 | 8 |
          neither status nor outcome is known     |   |   |
          the status is not known, but achieved   |   | 1 | 2023
          """)
  void itCountsWithCompStatus2OrOutcome1(
      String aCase, Integer status, Integer outcome, Integer year) {
    assertGives(
        year,
        aim()
            .ended(status, outcome, LocalDate.of(2024, 1, 31))
            .achievedOn(LocalDate.of(2024, 7, 31)));
  }

  @ParameterizedTest(name = "training ended {0}")
  @CsvSource({"2019-07-31, 2020", "2019-08-01,", "2020-07-31,", "2020-08-01, 2020", ", 2020"})
  void itDoesNotCountWhereTrainingEndedIn2019(LocalDate end, Integer year) {
    AimBuilder aim = achieved(LocalDate.of(2020, 9, 10)).actualEnd(end);
    assertGives(year, aim);
    parameter("hybrid-end-year.ach-date-not-for-end-years", "[]");
    assertGives(2020, aim);
    assertGives(null, achieved(LocalDate.of(2020, 9, 10)).ended(3, 3, end));
  }

  @ParameterizedTest
  @CsvSource({"2018-19, 2020", "2019-20, 2020", "2020-21,", "2021-22,", "2023-24,", "2025-26,"})
  void fromTheEditionOf2020OnItDoesNot(String edition, Integer year) {
    ofEdition(edition);
    AimBuilder standard = achieved(LocalDate.of(2020, 9, 10)).actualEnd(LocalDate.of(2020, 3, 20));
    assertGives(year, standard);
    assertGives(null, standard.with("prog_type", 3));
  }

  @Test
  void anEditionMayPassTheAchievementDateOver() {
    parameter("hybrid-end-year.ach-date", "NONE");
    assertGives(null, achieved(LocalDate.of(2024, 7, 31)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a standard of funding model 36          | 25 | 36 | 2023 | 2023
          a standard of another funding model     | 25 | 81 |      | 2023
          a standard without a funding model      | 25 |    |      | 2023
          a framework                             | 3  | 36 |      | 2023
          """)
  void whichAchievementDatesCountIsTheEditions(
      String aCase, int progType, Integer fundModel, Integer fm36Only, Integer allProgrammes) {
    LocalDate achieved = LocalDate.of(2024, 7, 31);
    parameter("hybrid-end-year.ach-date", "FM36_STANDARDS");
    assertGives(fm36Only, of(progType, fundModel, achieved));
    parameter("hybrid-end-year.ach-date", "ALL_PROGRAMME");
    assertGives(allProgrammes, of(progType, fundModel, achieved));
    assertGives(null, of(progType, fundModel, achieved).with("aim_type", 3));
    assertGives(null, of(progType, fundModel, null));
  }

  private static AimBuilder of(int progType, Integer fundModel, LocalDate achieved) {
    return achieved(achieved).with("prog_type", progType).with("fund_model", fundModel);
  }

  private static AimBuilder achieved(LocalDate day) {
    return aim().ended(2, 1, LocalDate.of(2024, 1, 31)).achievedOn(day);
  }
}
