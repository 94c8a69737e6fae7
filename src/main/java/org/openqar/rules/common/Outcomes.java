package org.openqar.rules.common;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.List;
import org.openqar.rules.Codes;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;

/** Completed and achieved, before exclusions (qar-rules 3.10). */
public final class Outcomes {
  private Outcomes() {}

  public static final Rule COMPLETED =
      rule("ALL-OUT-01", Kind.OUTCOME)
          .label("Completed")
          .clause("3.10", "completer: CompStatus 2")
          .when(t -> allOf(t.ended(), t.compStatus().is(Codes.COMPLETED)))
          .sets("completed")
          .because("Retention asks who stayed to the end.");

  public static final Rule ACHIEVED =
      rule("ALL-OUT-02", Kind.OUTCOME)
          .label("Achieved")
          .clause("3.10, 3.6", "achiever: Outcome 1; an overdue aim is not achieved")
          .when(t -> allOf(t.outcome().is(Codes.ACHIEVED), not(t.overdue())))
          .sets("achieved")
          .because("Outcome 1 with a withdrawal is bad data, but the provider returned it.");

  /** Both rules. A report type with a further test replaces the second with its own. */
  public static final List<Rule> RULES = List.of(COMPLETED, ACHIEVED);
}
