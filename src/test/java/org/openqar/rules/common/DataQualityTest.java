package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.aim;
import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** A deciding value is unreadable or missing. */
@CasesOf("ALL-EXC-06")
class DataQualityTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every deciding value can be read        |                         | false
          one cannot                              | StdCode                 | true
          several cannot                          | LearnStartDate FundModel | true
          """)
  void whatCannotBeReadIsExcluded(String aCase, String unreadable, boolean excluded) {
    assertVerdict(
        excluded, aim().unreadable(unreadable == null ? new String[0] : unreadable.split(" ")));
  }

  @Test
  void whetherItHasEndedDoesNotMatter() {
    assertVerdict(true, withdrawnAim(LocalDate.of(2023, 3, 1)).unreadable("AchDate"));
  }
}
