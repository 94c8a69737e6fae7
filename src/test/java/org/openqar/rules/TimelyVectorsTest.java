package org.openqar.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqar.pipeline.Pipeline;
import org.openqar.support.AimBuilder;
import org.openqar.support.SparkTest;
import org.openqar.support.Vectors;
import org.openqar.support.Vectors.Case;

/** The worked cases of the timely measure (vectors/README.md). */
class TimelyVectorsTest extends SparkTest {
  static List<Case> cases() {
    return Vectors.of("timely.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCaseComesOutAsItWasWorkedOut(Case one) {
    Row judged =
        Pipeline.book(
                RuleCases.edition(Map.of("timely.measured", "true")), one.number("report_year"))
            .judge(aim(one).frame())
            .head();
    assertAll(
        () -> assertEquals(one.number("expected_timely_year"), judged.getAs("timely_year")),
        () ->
            assertEquals(
                one.get("expected_timely_cohort").equals("1"), judged.getAs("timely_cohort")),
        () ->
            assertEquals(
                one.get("expected_timely_achiever").equals("1"), judged.getAs("timely_achiever")),
        () -> assertEquals(one.get("expected_overall_status"), judged.getAs("qar_status")),
        () ->
            assertEquals(one.number("expected_hybrid_end_year"), judged.getAs("hybrid_end_year")));
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
