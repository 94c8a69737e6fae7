package org.openqar.rules.common;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.anyOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.ArrayList;
import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Condition;
import org.openqar.rules.Edition.QualifyingPeriod.Step;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;
import org.openqar.rules.Term;
import org.openqar.rules.Terms;

/** Exclusions that apply in any report type (qar-rules 3.9). */
public final class Exclusions {
  private Exclusions() {}

  static final Rule PLANNED_BREAK =
      rule("ALL-EXC-01", Kind.EXCLUSION)
          .label("On a planned break that is not overdue")
          .clause("3.9 X-BREAK", "CompStatus 6 and not overdue")
          .when(t -> allOf(t.onPlannedBreak(), not(t.overduePlannedBreak())))
          .sets("planned_break_excl")
          .because("The restart, not the break, carries the outcome.");

  static final Rule QUALIFYING_PERIOD =
      rule("ALL-EXC-02", Kind.EXCLUSION)
          .label("Withdrew within the funding qualifying period")
          .clause(
              "3.9 X-QP42, X-QP14, X-QP1; 9.20",
              "a withdrawal before the days of funding; apprenticeships scenario 5")
          .when(
              t ->
                  allOf(
                      leftEarly(t),
                      not(t.restart()),
                      withinQualifyingPeriod(t, t.plannedDays(), t.daysServed())))
          .sets("funding_qualifying_period_excl")
          .because("A learner who leaves before funding qualifies never became a start.");

  static final Rule QUALIFYING_PERIOD_OF_RESTART =
      rule("ALL-EXC-03", Kind.EXCLUSION)
          .label("Withdrew from a restart within the programme's qualifying period")
          .clause(
              "3.9 X-QPRES, 8.7, 9.21",
              "a restart is tested with its earlier parts; apprenticeships scenario 6")
          .when(t -> allOf(leftEarly(t), t.restart(), withinQualifyingPeriodAsRestart(t)))
          .sets("funding_qualifying_period_excl")
          .because(
              "A restart continues the programme, so the days served before the break"
                  + " count too.");

  static final Rule INTERVENTION =
      rule("ALL-EXC-04", Kind.EXCLUSION)
          .label("Transferred to another provider by intervention")
          .clause("3.9 X-INTERV", "reason 7")
          .when(t -> t.withdrawnFor(t.edition().exclusions().interventionReasons().value()))
          .sets("intervention_transfer_excl")
          .because("Neither the learner nor the provider chose to end it.");

  static final Rule MERGER =
      rule("ALL-EXC-05", Kind.EXCLUSION)
          .label("Transferred to another provider due to a merger")
          .clause("3.9 X-MERGE", "reason 47")
          .when(t -> t.withdrawnFor(t.edition().exclusions().mergerReasons().value()))
          .sets("merger_excl")
          .because("The learner goes on with the provider that took over.");

  static final Rule DATA_QUALITY =
      rule("ALL-EXC-06", Kind.EXCLUSION)
          .label("A deciding value is unreadable or missing")
          .clause(
              "9.11", "present but unreadable, missing where required, or an end before the start")
          .when(t -> not(t.readable()))
          .sets("data_quality_excl")
          .because("The job never guesses an unreadable value, and always shows the aim.");

  public static final List<Rule> RULES =
      List.of(
          PLANNED_BREAK,
          QUALIFYING_PERIOD,
          QUALIFYING_PERIOD_OF_RESTART,
          INTERVENTION,
          MERGER,
          DATA_QUALITY);

  private static Condition leftEarly(Terms t) {
    return allOf(
        t.treatedAsWithdrawn(),
        not(t.outcome().is(Codes.ACHIEVED)),
        not(
            allOf(
                t.progType().in(t.edition().scope().apprenticeshipProgTypes().value()),
                t.fundModel().in(t.edition().qualifyingPeriod().exemptFundModels().value()))));
  }

  private static Condition withinQualifyingPeriod(Terms t, Term planned, Term served) {
    List<Condition> steps = new ArrayList<>();
    List<Step> ladder = t.edition().qualifyingPeriod().steps().value();
    for (int i = 0; i < ladder.size(); i++) {
      Step step = ladder.get(i);
      List<Condition> parts = new ArrayList<>();
      if (step.plannedFrom() > 0) {
        parts.add(planned.atLeast(step.plannedFrom()));
      }
      if (i > 0) {
        parts.add(planned.under(ladder.get(i - 1).plannedFrom()));
      }
      parts.add(served.under(step.served()));
      steps.add(allOf(parts.toArray(Condition[]::new)));
    }
    return anyOf(steps.toArray(Condition[]::new));
  }

  private static Condition withinQualifyingPeriodAsRestart(Terms t) {
    return switch (t.edition().qualifyingPeriod().restarts().value()) {
      case NONE -> Condition.never();
      case SEGMENT -> withinQualifyingPeriod(t, t.plannedDays(), t.daysServed());
      case WHOLE ->
          withinQualifyingPeriod(t, t.plannedDaysOfProgramme(), t.daysServedInProgramme());
    };
  }
}
