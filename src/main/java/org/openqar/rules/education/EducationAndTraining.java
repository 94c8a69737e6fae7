package org.openqar.rules.education;

import java.util.List;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;
import org.openqar.rules.common.PlainAims;

/** Education and training: report type E of qar-rules 3.1. */
public final class EducationAndTraining implements ReportType {
  @Override
  public String name() {
    return "education_and_training";
  }

  @Override
  public Provision provision() {
    return Provision.EDUCATION_AND_TRAINING;
  }

  @Override
  public List<Rule> rules() {
    return PlainAims.rules(Scope.COURSE, Exclusions.RULES);
  }
}
