package org.openqar.rules.apprenticeships;

import java.util.List;
import java.util.stream.Stream;
import org.openqar.rules.ReportType;
import org.openqar.rules.Rule;

/** Apprenticeship programme aims: report type A1 of qar-rules 3.1. */
public final class ApprenticeshipProgramme implements ReportType {
  @Override
  public String name() {
    return "apprenticeship";
  }

  @Override
  public List<Rule> rules() {
    return Stream.of(Scope.RULES, Overdue.RULES, EndYear.RULES, Outcomes.RULES, Exclusions.RULES)
        .flatMap(List::stream)
        .toList();
  }
}
