package org.openqar.rules.traineeships;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.common.Overdue;
import org.openqar.rules.common.Timely;
import org.openqar.rules.education.Exclusions;

/** Traineeship programme aims: report type T1 of qar-rules 3.1. */
public final class TraineeshipProgramme implements ReportType {
  @Override
  public String name() {
    return "traineeship";
  }

  @Override
  public Provision provision() {
    return Provision.TRAINEESHIPS;
  }

  @Override
  public List<Rule> rules() {
    return ReportType.inOrder(
        List.of(Scope.PROGRAMME_AIM),
        Overdue.RULES,
        org.openqar.rules.common.EndYear.RULES,
        List.of(EndYear.DESTINATION),
        List.of(org.openqar.rules.common.Outcomes.COMPLETED, Outcomes.ACHIEVED),
        org.openqar.rules.common.Exclusions.RULES,
        Exclusions.SHARED,
        Timely.RULES);
  }
}
