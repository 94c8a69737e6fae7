package org.openqar.rules.traineeships;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import org.openqar.rules.Codes;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;

/** Decides whether a traineeship programme is achieved, before exclusions (qar-rules 3.10). */
final class Outcomes {
  private Outcomes() {}

  static final Rule ACHIEVED =
      rule("TRN-OUT-01", Kind.OUTCOME)
          .label("Achieved, with a positive destination")
          .clause("3.10, 8.22", "Outcome 1 and a positive destination within 180 days of the end")
          .when(
              t ->
                  allOf(
                      t.outcome().is(Codes.ACHIEVED),
                      not(t.overdue()),
                      t.destinationDate().known()))
          .sets("achieved")
          .because("A traineeship is there to lead on: to a job, an apprenticeship or study.");
}
