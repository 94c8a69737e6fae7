package org.openqar.rules.common;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;

/**
 * The rules of courses and of a programme's components: nothing but their dates moves their year,
 * and nothing but their outcome makes them achieved.
 */
public final class PlainAims {
  private PlainAims() {}

  /**
   * All of them, in order.
   *
   * @param scope which aims they are
   * @param exclusions beside those of every report type
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
