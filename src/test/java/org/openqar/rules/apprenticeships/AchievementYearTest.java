package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

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
}
