package org.openqar.rules.common;

import static org.openqar.support.AimBuilder.breakAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;

/** On a planned break that is not overdue. */
@CasesOf("ALL-EXC-01")
class PlannedBreakTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a break in the latest year                 | 6 | 2024 | true
          a break that is overdue                    | 6 | 2022 | false
          withdrawn                                  | 3 | 2024 | false
          completed                                  | 2 | 2024 | false
          continuing                                 | 1 | 2024 | false
          without a status                           |   | 2024 | false
          """)
  void whichBreaksAreExcluded(String aCase, Integer compStatus, int returned, boolean excluded) {
    LocalDate day = LocalDate.of(returned, 10, 1);
    assertVerdict(
        excluded, breakAim(day).plannedEnd(day.plusDays(90)).with("comp_status", compStatus));
  }

  @Test
  void aBreakWithARestartIsExcludedForGood() {
    LocalDate day = LocalDate.of(2021, 10, 1);
    assertVerdict(true, breakAim(day).plannedEnd(day).restarted(LocalDate.of(2022, 3, 1), 2021));
  }

  @Test
  void aBreakThatCannotBeReadIsNotOverdueAndStaysABreak() {
    assertVerdict(true, breakAim(LocalDate.of(2021, 10, 1)).unreadable("OrigLearnStartDate"));
  }
}
