package org.openqar.rules.traineeships;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.common.PlainAims;
import org.openqar.rules.education.Exclusions;

/**
 * Component aims of traineeships: report type T2 of qar-rules 3.1. No rule tests their
 * destinations.
 */
public final class TraineeshipComponent implements ReportType {
  @Override
  public String name() {
    return "traineeship_component";
  }

  @Override
  public Provision provision() {
    return Provision.TRAINEESHIPS;
  }

  @Override
  public List<Rule> rules() {
    return PlainAims.rules(Scope.COMPONENT_AIM, Exclusions.SHARED);
  }
}
