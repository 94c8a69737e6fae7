package org.openqar.rules.common;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Rule.rule;

import java.util.List;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;

/** The candidate years of every aim; the latest is the hybrid end year (qar-rules 3.8). */
public final class EndYear {
  private EndYear() {}

  static final Rule EXPECTED =
      rule("ALL-YEAR-01", Kind.END_YEAR)
          .label("Year of the planned end")
          .clause("3.8 (b)", "planned end year")
          .when(t -> t.expectedEndYear().known())
          .gives("expected_end_year", Terms::expectedEndYear)
          .because("A learner who leaves early counts in the year of the expected end.");

  static final Rule ACTUAL =
      rule("ALL-YEAR-02", Kind.END_YEAR)
          .label("Year of the actual end")
          .clause("3.8 (c)", "actual end year")
          .when(t -> t.actualEndYear().known())
          .gives("actual_end_year", Terms::actualEndYear)
          .because("A learner who stays longer counts in the year in which the aim ends.");

  static final Rule REPORTED =
      rule("ALL-YEAR-03", Kind.END_YEAR)
          .label("Year whose final return first reports the end")
          .clause("3.8 (d), 9.15", "reporting year of an ended aim")
          .when(t -> allOf(t.readable(), t.ended(), t.yearReportedEnded().known()))
          .gives("reporting_year", Terms::yearReportedEnded)
          .because(
              "If a provider reports an end late, the aim counts in the year that"
                  + " reports it.");

  static final Rule REPORTED_BY_ABSENCE =
      rule("ALL-YEAR-04", Kind.END_YEAR)
          .label("Year from which an overdue continuing aim is missing")
          .clause("3.6, 3.8", "overdue continuing: the year after the last return")
          .when(Terms::overdueContinuing)
          .gives("reporting_year", Terms::yearAfterLastSeen)
          .because("The return without the aim reports its end.");

  static final Rule DUE =
      rule("ALL-YEAR-05", Kind.END_YEAR)
          .label("Year in which an overdue break is due")
          .clause("3.7, 3.8", "overdue planned break: the year after its later end")
          .when(Terms::overduePlannedBreak)
          .gives("reporting_year", Terms::breakDueYear)
          .because("A break counts once the time for a restart has passed.");

  public static final List<Rule> RULES =
      List.of(EXPECTED, ACTUAL, REPORTED, REPORTED_BY_ABSENCE, DUE);
}
