package org.openqar.rules;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openqar.rules.Edition.History;
import org.openqar.rules.Edition.Parameter;

/** The history of each report type. */
public record Histories(
    Parameter<History> apprenticeship,
    Parameter<History> apprenticeshipComponent,
    Parameter<History> educationAndTraining,
    Parameter<History> traineeship,
    Parameter<History> traineeshipComponent)
    implements Serializable {

  /** The report types, by their names, whose earlier years keep the figures of their editions. */
  public Set<String> asPublished() {
    Map<String, Parameter<History>> all =
        Map.of(
            "apprenticeship", apprenticeship,
            "apprenticeship_component", apprenticeshipComponent,
            "education_and_training", educationAndTraining,
            "traineeship", traineeship,
            "traineeship_component", traineeshipComponent);
    return all.entrySet().stream()
        .filter(one -> one.getValue().value() == History.AS_PUBLISHED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
