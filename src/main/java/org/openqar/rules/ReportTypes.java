package org.openqar.rules;

import java.util.List;
import org.openqar.rules.apprenticeships.ApprenticeshipComponent;
import org.openqar.rules.apprenticeships.ApprenticeshipProgramme;
import org.openqar.rules.education.EducationAndTraining;
import org.openqar.rules.traineeships.TraineeshipComponent;
import org.openqar.rules.traineeships.TraineeshipProgramme;

/** The report types that there are (qar-rules 3.1). */
public final class ReportTypes {
  private ReportTypes() {}

  /** In the order in which they are told. */
  public static final List<ReportType> ALL =
      List.of(
          new ApprenticeshipProgramme(),
          new ApprenticeshipComponent(),
          new EducationAndTraining(),
          new TraineeshipProgramme(),
          new TraineeshipComponent());

  /** By name, as {@code report_type} has them. */
  public static List<String> names() {
    return ALL.stream().map(ReportType::name).toList();
  }

  /** The rules of all of them. */
  public static RuleBook book(Edition edition, int reportYear) {
    return new RuleBook(ALL, edition, reportYear);
  }
}
