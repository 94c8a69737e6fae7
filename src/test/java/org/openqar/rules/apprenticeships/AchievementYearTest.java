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
    assertGives(
        year, aim().with("prog_type", progType).with("aim_type", aimType).achievedOn(achievedOn));
  }

  @Test
  void anEditionMayPassTheAchievementDateOver() {
    parameter("hybrid-end-year.ach-date", "NONE");
    assertGives(null, aim().achievedOn(LocalDate.of(2024, 7, 31)));
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
    return aim().with("prog_type", progType).with("fund_model", fundModel).achievedOn(achieved);
  }
}
