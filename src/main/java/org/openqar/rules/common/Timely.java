package org.openqar.rules.common;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.ExclusionFlags;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Terms;

/**
 * The timely measure (qar-rules 4.4, 9.26). An aim counts only in the year of its planned end. It
 * achieves if it ends within some days of the planned end.
 */
public final class Timely {
  private Timely() {}

  /** These exclude an aim only if it ended in time (3.9, last lines). */
  private static final List<String> EXCLUDE_IN_TIME =
      List.of(
          "planned_break_excl",
          "transfer_excl",
          "intervention_transfer_excl",
          "government_strategy_transfer_excl",
          "merger_excl");

  private static final List<String> EXCLUDE_ALWAYS =
      ExclusionFlags.columns().stream().filter(name -> !EXCLUDE_IN_TIME.contains(name)).toList();

  static final Rule YEAR =
      rule("ALL-TIMELY-01", Kind.TIMELY)
          .label("Year of the timely measure")
          .clause("4.4", "the year of the planned end")
          .when(t -> allOf(measured(t), t.expectedEndYear().known()))
          .gives("timely_year", Terms::expectedEndYear)
          .because("The timely measure asks whether learners finish when expected.");

  static final Rule COHORT =
      rule("ALL-TIMELY-02", Kind.TIMELY)
          .label("Counts in the timely measure")
          .clause(
              "4.4, 9.26",
              "ended, or 90 days past the planned end by 31 July of R; not a standard; not"
                  + " excluded")
          .when(Timely::counts)
          .sets("timely_cohort")
          .because(
              "A learner who is still in learning 90 days after the planned end can no"
                  + " longer finish in time.");

  static final Rule ACHIEVER =
      rule("ALL-TIMELY-03", Kind.TIMELY)
          .label("Achieved in time")
          .clause("4.4, 9.26", "Outcome 1, ended within 90 days of the planned end")
          .when(
              t ->
                  allOf(
                      counts(t),
                      t.outcome().is(Codes.ACHIEVED),
                      not(t.overdue()),
                      t.actualEnd().atMost(t.lastDayInTime())))
          .sets("timely_achiever")
          .because("A late achievement is an achievement, but not a timely one.");

  public static final List<Rule> RULES = List.of(YEAR, COHORT, ACHIEVER);

  private static Condition counts(Terms t) {
    return allOf(
        measured(t),
        t.expectedEndYear().atMost(t.reportYear()),
        not(t.progType().is(Codes.APPRENTICESHIP_STANDARD)),
        t.started().before(t.reportDate()),
        anyOf(
            t.actualEnd().known(),
            allOf(t.actualEnd().unknown(), t.lastDayInTime().before(t.reportDate()))),
        not(anyOf(raised(t, EXCLUDE_ALWAYS))),
        not(allOf(anyOf(raised(t, EXCLUDE_IN_TIME)), t.actualEnd().atMost(t.lastDayInTime()))));
  }

  private static Condition measured(Terms t) {
    return t.edition().timely().measured().value() ? Condition.always() : Condition.never();
  }

  private static Condition[] raised(Terms t, List<String> flags) {
    return flags.stream().map(t::excludedBy).toArray(Condition[]::new);
  }
}
