package org.openqar.rules;

import java.util.List;
import org.openqar.rules.ReportType.Provision;
import org.openqar.rules.apprenticeships.ApprenticeshipComponent;
import org.openqar.rules.apprenticeships.ApprenticeshipProgramme;
import org.openqar.rules.education.EducationAndTraining;
import org.openqar.rules.traineeships.TraineeshipComponent;
import org.openqar.rules.traineeships.TraineeshipProgramme;

/** All report types (qar-rules 3.1). */
public final class ReportTypes {
  private ReportTypes() {}

  public static final ReportType APPRENTICESHIP = new ApprenticeshipProgramme();
  public static final ReportType APPRENTICESHIP_COMPONENT = new ApprenticeshipComponent();
  public static final ReportType EDUCATION_AND_TRAINING = new EducationAndTraining();
  public static final ReportType TRAINEESHIP = new TraineeshipProgramme();
  public static final ReportType TRAINEESHIP_COMPONENT = new TraineeshipComponent();

  /** The report types, in the order in which pages list them. */
  public static final List<ReportType> ALL =
      List.of(
          APPRENTICESHIP,
          APPRENTICESHIP_COMPONENT,
          EDUCATION_AND_TRAINING,
          TRAINEESHIP,
          TRAINEESHIP_COMPONENT);

  /** Returns the names in {@code report_type}. */
  public static List<String> names() {
    return ALL.stream().map(ReportType::name).toList();
  }

  /** Returns the names of the report types that cover a provision. */
  public static List<String> names(Provision provision) {
    return ALL.stream()
        .filter(type -> type.provision() == provision)
        .map(ReportType::name)
        .toList();
  }

  /**
   * Returns the report type with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ReportType named(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no report type " + name));
  }

  /** Returns the rules of all report types. */
  public static RuleBook book(Edition edition, int reportYear) {
    return new RuleBook(ALL, edition, reportYear);
  }
}
