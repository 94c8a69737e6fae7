package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** Withdrew from a trailblazer without a contribution of the employer. */
@CasesOf("APP-EXC-09")
class TrailblazerTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing was paid                        | 25 | 81 | 3 | 0   | 2021 | true
          one pound was paid                      | 25 | 81 | 3 | 1   | 2021 | false
          more was paid back than paid            | 25 | 81 | 3 | -10 | 2021 | true
          transferred, in the retired status      | 25 | 81 | 4 | 0   | 2021 | true
          completed                               | 25 | 81 | 2 | 0   | 2021 | false
          on a break that is overdue              | 25 | 81 | 6 | 0   | 2021 | true
          continuing, and overdue                 | 25 | 81 | 1 | 0   | 2021 | true
          another funding model                   | 25 | 36 | 3 | 0   | 2021 | false
          no funding model                        | 25 |    | 3 | 0   | 2021 | false
          a framework                             | 3  | 81 | 3 | 0   | 2021 | false
          the first edition without the rule      | 25 | 81 | 3 | 0   | 2022 | false
          the edition of 2018/19                  | 25 | 81 | 3 | 0   | 2018 | true
          """)
  void whoIsExcluded(
      String aCase,
      Integer progType,
      Integer fundModel,
      Integer compStatus,
      long contribution,
      int edition,
      boolean excluded) {
    parameter("year", edition);
    assertVerdict(
        excluded,
        withdrawnAim(LocalDate.of(2023, 3, 1))
            .with("comp_status", compStatus)
            .with("prog_type", progType)
            .with("fund_model", fundModel)
            .with("employer_contribution", contribution)
            .history("2022"));
  }

  @Test
  void whoIsStillInLearningIsNotExcluded() {
    parameter("year", 2021);
    assertVerdict(
        false, aim().with("fund_model", 81).with("employer_contribution", 0L).history("2024"));
  }

  @Test
  void anUnknownContributionIsNotNothing() {
    parameter("year", 2021);
    assertVerdict(
        false,
        withdrawnAim(LocalDate.of(2023, 3, 1))
            .with("fund_model", 81)
            .with("employer_contribution", null)
            .history("2022"));
  }
}
