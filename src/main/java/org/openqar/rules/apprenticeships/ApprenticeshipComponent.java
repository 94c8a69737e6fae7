package org.openqar.rules.apprenticeships;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.common.PlainAims;

/**
 * Component aims of apprenticeships: report type A2 of qar-rules 3.1. AchDate moves no year, and no
 * aim waits for an end-point assessment.
 */
public final class ApprenticeshipComponent implements ReportType {
  @Override
  public String name() {
    return "apprenticeship_component";
  }

  @Override
  public Provision provision() {
    return Provision.APPRENTICESHIPS;
  }

  @Override
  public List<Rule> rules() {
    return PlainAims.rules(Scope.COMPONENT_AIM, Exclusions.RULES);
  }
}
