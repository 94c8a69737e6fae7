package org.openqar.rules;

import java.util.List;
import org.openqar.rules.ReportType.Provision;
import org.openqar.rules.apprenticeships.ApprenticeshipComponent;
import org.openqar.rules.apprenticeships.ApprenticeshipProgramme;
import org.openqar.rules.education.EducationAndTraining;
import org.openqar.rules.traineeships.TraineeshipComponent;
import org.openqar.rules.traineeships.TraineeshipProgramme;

/** The report types that there are (qar-rules 3.1). */
public final class ReportTypes {
  private ReportTypes() {}

  public static final ReportType APPRENTICESHIP = new ApprenticeshipProgramme();
  public static final ReportType APPRENTICESHIP_COMPONENT = new ApprenticeshipComponent();
  public static final ReportType EDUCATION_AND_TRAINING = new EducationAndTraining();
  public static final ReportType TRAINEESHIP = new TraineeshipProgramme();
  public static final ReportType TRAINEESHIP_COMPONENT = new TraineeshipComponent();

  /** In the order in which they are told. */
  public static final List<ReportType> ALL =
      List.of(
          APPRENTICESHIP,
          APPRENTICESHIP_COMPONENT,
          EDUCATION_AND_TRAINING,
          TRAINEESHIP,
          TRAINEESHIP_COMPONENT);

  /** By name, as {@code report_type} has them. */
  public static List<String> names() {
    return ALL.stream().map(ReportType::name).toList();
  }

  /** The names of those that report on some provision. */
  public static List<String> names(Provision provision) {
    return ALL.stream()
        .filter(type -> type.provision() == provision)
        .map(ReportType::name)
        .toList();
  }

  /**
   * The one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ReportType named(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no report type " + name));
  }

  /** The rules of all of them. */
  public static RuleBook book(Edition edition, int reportYear) {
    return new RuleBook(ALL, edition, reportYear);
  }
}
