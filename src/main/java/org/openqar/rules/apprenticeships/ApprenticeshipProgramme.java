package org.openqar.rules.apprenticeships;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.common.Outcomes;
import org.openqar.rules.common.Overdue;
import org.openqar.rules.common.Timely;

/** Apprenticeship programme aims: report type A1 of qar-rules 3.1. */
public final class ApprenticeshipProgramme implements ReportType {
  @Override
  public String name() {
    return "apprenticeship";
  }

  @Override
  public Provision provision() {
    return Provision.APPRENTICESHIPS;
  }

  @Override
  public List<Rule> rules() {
    return ReportType.inOrder(
        List.of(Scope.PROGRAMME_AIM),
        Overdue.RULES,
        org.openqar.rules.common.EndYear.RULES,
        List.of(EndYear.ACHIEVEMENT),
        Outcomes.RULES,
        org.openqar.rules.common.Exclusions.RULES,
        List.of(Exclusions.AT_END_POINT_ASSESSMENT),
        Exclusions.RULES,
        Timely.RULES);
  }
}
