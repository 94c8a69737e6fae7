package org.openqar.rules.apprenticeships;

import static org.openqar.support.AimBuilder.withdrawnAim;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqar.rules.CasesOf;
import org.openqar.rules.RuleCases;
import org.openqar.support.AimBuilder;

/** Transferred to another apprenticeship at the same provider. */
@CasesOf("APP-EXC-05")
class TransferTest extends RuleCases {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the new programme begins on the same day         | 2023-03-01 | true
          it begins the day after                          | 2023-03-02 | true
          it begins 120 days after                         | 2023-06-29 | true
          it begins 121 days after                         | 2023-06-30 | false
          it begins the day before                         | 2023-02-28 | false
          there is none                                    |            | false
          """)
  void theNewProgrammeBeginsInTime(String aCase, LocalDate newStart, boolean excluded) {
    assertVerdict(excluded, transfer().nextProgramme(newStart));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          withdrawn, reason 40                              | 3 | 40 | true
          withdrawn, another reason                         | 3 | 3  | false
          withdrawn, no reason                              | 3 |    | false
          completed, reason 40                              | 2 | 40 | false
          continuing, reason 40                             | 1 | 40 | false
          on a break, reason 40                             | 6 | 40 | false
          the retired status needs no reason                | 4 |    | true
          no status                                         |   | 40 | false
          """)
  void whoTransferred(String aCase, Integer compStatus, Integer reason, boolean excluded) {
    assertVerdict(
        excluded,
        transfer()
            .with("comp_status", compStatus)
            .reason(reason)
            .nextProgramme(LocalDate.of(2023, 3, 10)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ended on the last day of R             | 2024-07-31 | 2023 | true
          ended on the first day after R         | 2024-08-01 | 2023 | false
          ended on the first day of R            | 2024-08-01 | 2024 | true
          ended on the last day of 2024/25       | 2025-07-31 | 2024 | true
          ended on the first day after 2024/25   | 2025-08-01 | 2024 | false
          no actual end                          |            | 2024 | false
          """)
  void endedByTheEndOfTheReportYear(
      String aCase, LocalDate actualEnd, int reportYear, boolean excluded) {
    reportYear(reportYear);
    assertVerdict(
        excluded,
        transfer()
            .actualEnd(actualEnd)
            .nextProgramme(actualEnd == null ? LocalDate.of(2024, 8, 5) : actualEnd.plusDays(5)));
  }

  @Test
  void reasonsAndDaysAreTheEditions() {
    parameter("exclusions.transfer-reasons", "[2]");
    parameter("exclusions.transfer-days", 10);
    assertVerdict(true, transfer().reason(2).nextProgramme(LocalDate.of(2023, 3, 11)));
    assertVerdict(false, transfer().reason(2).nextProgramme(LocalDate.of(2023, 3, 12)));
    assertVerdict(false, transfer().reason(40).nextProgramme(LocalDate.of(2023, 3, 11)));
  }

  private static AimBuilder transfer() {
    return withdrawnAim(LocalDate.of(2023, 3, 1)).reason(40).history("2022");
  }
}
