package org.openqar.rules.common;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;

/**
 * The rules of courses and of a programme's components. Only their dates decide their year, and
 * only their outcome decides whether they are achieved.
 */
public final class PlainAims {
  private PlainAims() {}

  /**
   * Returns all the rules, in order.
   *
   * @param scope the rule that decides which aims they are
   * @param exclusions the exclusions beside those of every report type
   */
  public static List<Rule> rules(Rule scope, List<Rule> exclusions) {
    return ReportType.inOrder(
        List.of(scope),
        Overdue.RULES,
        EndYear.RULES,
        Outcomes.RULES,
        Exclusions.RULES,
        exclusions,
        Timely.RULES);
  }
}
