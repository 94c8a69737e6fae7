package org.openqar.rules;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqar.rules.Edition.History;
import org.openqar.rules.Edition.Parameter;

/** The {@link History} setting of each report type. */
public record Histories(
    Parameter<History> apprenticeship,
    Parameter<History> apprenticeshipComponent,
    Parameter<History> educationAndTraining,
    Parameter<History> traineeship,
    Parameter<History> traineeshipComponent)
    implements Serializable {

  /**
   * Returns the names of the report types whose earlier years keep the figures of their own
   * editions.
   */
  public Set<String> asPublished() {
    Map<ReportType, Parameter<History>> all =
        Map.of(
            ReportTypes.APPRENTICESHIP, apprenticeship,
            ReportTypes.APPRENTICESHIP_COMPONENT, apprenticeshipComponent,
            ReportTypes.EDUCATION_AND_TRAINING, educationAndTraining,
            ReportTypes.TRAINEESHIP, traineeship,
            ReportTypes.TRAINEESHIP_COMPONENT, traineeshipComponent);
    return all.entrySet().stream()
        .filter(one -> one.getValue().value() == History.AS_PUBLISHED)
        .map(one -> one.getKey().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
