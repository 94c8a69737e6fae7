package org.openqar.rules.apprenticeships;

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

/** What takes an apprenticeship out of the cohort (qar-rules 3.9). */
final class Exclusions {
  private Exclusions() {}

  static final Rule PLANNED_BREAK =
      rule("APP-EXC-01", Kind.EXCLUSION)
          .label("On a planned break that is not overdue")
          .clause("3.9 X-BREAK", "CompStatus 6 and not overdue")
          .when(t -> allOf(t.onPlannedBreak(), not(t.overduePlannedBreak())))
          .sets("planned_break_excl")
          .because("The restart, not the break, carries the outcome.");

  static final Rule AT_END_POINT_ASSESSMENT =
      rule("APP-EXC-02", Kind.EXCLUSION)
          .label("Waiting for the end-point assessment")
          .clause("3.9 X-EPA, 9.16", "training of a standard over, outcome not yet known")
          .when(t -> allOf(t.atEndPointAssessment(), not(t.overdue())))
          .sets("at_epa_excl")
          .because("Nobody knows yet whether the apprenticeship is achieved.");

  static final Rule QUALIFYING_PERIOD =
      rule("APP-EXC-03", Kind.EXCLUSION)
          .label("Withdrew within the funding qualifying period")
          .clause("3.9 X-QP42, X-QP14, X-QP1; 9.20", "apprenticeships scenario 5")
          .when(
              t ->
                  allOf(
                      leftEarly(t),
                      not(t.restart()),
                      withinQualifyingPeriod(t, t.plannedDays(), t.daysServed())))
          .sets("funding_qualifying_period_excl")
          .because("A learner who leaves before funding qualifies never became a start.");

  static final Rule QUALIFYING_PERIOD_OF_RESTART =
      rule("APP-EXC-04", Kind.EXCLUSION)
          .label("Withdrew from a restart within the programme's qualifying period")
          .clause("3.9 X-QPRES, 8.7, 9.21", "apprenticeships scenario 6")
          .when(t -> allOf(leftEarly(t), t.restart(), withinQualifyingPeriodAsRestart(t)))
          .sets("funding_qualifying_period_excl")
          .because("A restart carries on: the days served before the break count too.");

  static final Rule TRANSFER =
      rule("APP-EXC-05", Kind.EXCLUSION)
          .label("Transferred to another apprenticeship at the same provider")
          .clause(
              "3.9 X-XFER, 8.9, 9.22",
              "reason 40, ended by 31 July of R, another programme begun 0 to 120 days after")
          .when(
              t ->
                  allOf(
                      anyOf(
                          allOf(
                              t.compStatus().is(Codes.WITHDRAWN),
                              t.withdrawReason()
                                  .in(t.edition().exclusions().transferReasons().value())),
                          t.compStatus().is(Codes.TRANSFERRED)),
                      t.actualEndYear().atMost(t.reportYear()),
                      t.daysToNextProgramme().atLeast(0),
                      t.daysToNextProgramme()
                          .atMost(t.edition().exclusions().transferDays().value())))
          .sets("transfer_excl")
          .because("The learner is still with the provider, on the programme that counts instead.");

  static final Rule INTERVENTION =
      rule("APP-EXC-06", Kind.EXCLUSION)
          .label("Transferred to another provider by intervention")
          .clause("3.9 X-INTERV", "reason 7")
          .when(
              t ->
                  allOf(
                      t.withdrawn(),
                      t.withdrawReason()
                          .in(t.edition().exclusions().interventionReasons().value())))
          .sets("intervention_transfer_excl")
          .because("Neither the learner nor the provider chose to end it.");

  static final Rule MERGER =
      rule("APP-EXC-07", Kind.EXCLUSION)
          .label("Transferred to another provider due to a merger")
          .clause("3.9 X-MERGE", "reason 47")
          .when(
              t ->
                  allOf(
                      t.withdrawn(),
                      t.withdrawReason().in(t.edition().exclusions().mergerReasons().value())))
          .sets("merger_excl")
          .because("The learner goes on with the provider that took over.");

  static final Rule DATA_QUALITY =
      rule("APP-EXC-08", Kind.EXCLUSION)
          .label("A deciding value is unreadable or missing")
          .clause(
              "9.11", "present but unreadable, missing where required, or an end before the start")
          .when(t -> not(t.readable()))
          .sets("data_quality_excl")
          .because("What cannot be read is not guessed at, and is always seen.");

  static final List<Rule> RULES =
      List.of(
          PLANNED_BREAK,
          AT_END_POINT_ASSESSMENT,
          QUALIFYING_PERIOD,
          QUALIFYING_PERIOD_OF_RESTART,
          TRANSFER,
          INTERVENTION,
          MERGER,
          DATA_QUALITY);

  private static Condition leftEarly(Terms t) {
    return allOf(
        t.treatedAsWithdrawn(),
        not(t.outcome().is(Codes.ACHIEVED)),
        not(t.fundModel().in(t.edition().qualifyingPeriod().exemptFundModels().value())));
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
