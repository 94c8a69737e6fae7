package org.openqar.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.support.AimBuilder;
import org.openqar.support.TimelyAims;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/** The worked cases of the timely measure (vectors/README.md). */
class TimelyVectorsTest {
  static List<Case> cases() {
    return Vectors.of(TimelyAims.FILE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCaseComesOutAsItWasWorkedOut(Case one) {
    Edition edition = RuleCases.edition(Map.of("timely.measured", "true"));
    TimelyAims.assertComesOut(
        one,
        ReportTypes.book(edition, one.number("report_year"))
            .judge(aim(one).values(edition))
            .get(0));
  }

  private static AimBuilder aim(Case one) {
    return AimBuilder.aim()
        .with("prog_type", one.number("prog_type"))
        .started(day(one, "learn_start_date"))
        .plannedEnd(day(one, "learn_plan_end_date"))
        .ended(one.number("comp_status"), one.number("outcome"), day(one, "learn_act_end_date"))
        .history(one.get("return_year"))
        .finalReturnsFrom(2014, one.number("report_year"));
  }

  private static LocalDate day(Case one, String column) {
    return one.get(column) == null ? null : LocalDate.parse(one.get(column));
  }
}
