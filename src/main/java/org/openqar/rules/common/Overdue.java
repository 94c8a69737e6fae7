package org.openqar.rules.common;

import static org.openqar.rules.Condition.allOf;
import static org.openqar.rules.Condition.not;
import static org.openqar.rules.Rule.rule;

import java.util.List;
import org.openqar.rules.Condition;
import org.openqar.rules.Kind;
import org.openqar.rules.Rule;

/**
 * Rules for aims that count as withdrawn because they are missing from a return (qar-rules 3.6,
 * 3.7).
 */
public final class Overdue {
  private Overdue() {}

  static final Rule OVERDUE_CONTINUING =
      rule("ALL-OVERDUE-01", Kind.OVERDUE)
          .label("Continuing in a final return and missing from the next year's")
          .clause(
              "3.6, 9.3, 9.11",
              "aims continuing in R14 that are not reported in the following year")
          .when(
              t ->
                  switch (t.edition().overdue().vanished().value()) {
                    case WITHDRAWN ->
                        allOf(
                            t.readable(),
                            t.continuing(),
                            t.lastYearSeen().atMost(t.reportYear()),
                            t.providerReturnedNextYear());
                    case CONTINUING -> Condition.never();
                  })
          .sets("overdue_continuing")
          .because(
              "A learner who vanishes has left. It does not matter how late the aim is."
                  + " A provider without a final return in the year after proves nothing.");

  static final Rule OVERDUE_PLANNED_BREAK =
      rule("ALL-OVERDUE-02", Kind.OVERDUE)
          .label("Planned break without a restart in time")
          .clause(
              "3.7, 8.1, 8.2, 9.11, 9.14",
              "no restart, or continuation-of-break record, by the year after the break's planned"
                  + " or actual end, whichever is later")
          .when(
              t ->
                  allOf(
                      t.readable(),
                      t.onPlannedBreak(),
                      t.breakDueYear().atMost(t.reportYear()),
                      t.providerReturnedInDueYear(),
                      not(t.restartedInTime())))
          .sets("overdue_planned_break")
          .because("A learner who does not restart after a break has withdrawn.");

  public static final List<Rule> RULES = List.of(OVERDUE_CONTINUING, OVERDUE_PLANNED_BREAK);
}
