package org.openqar.matching;

import static org.openqar.rules.Codes.ACHIEVED;
import static org.openqar.rules.Codes.COMPLETED;
import static org.openqar.rules.Codes.CONTINUING;
import static org.openqar.rules.Codes.OUTCOME_NOT_YET_KNOWN;
import static org.openqar.rules.Codes.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import org.openqar.calendar.AcademicYear;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.rules.Edition;
import org.openqar.rules.Edition.LateReporting;

/**
 * When the record of R04 stands in the place of the final return's for the year before it
 * (qar-rules 8.3, 9.18). An apprenticeship that R04 says was planned to end in that year is judged
 * by R04 whatever it says; of everything else only an achievement is forgiven that the final return
 * could have shown.
 */
final class LateReports {
  private final LateReporting forgiven;
  private final List<Integer> apprenticeships;
  private final EndPointAssessment assessment;

  LateReports(Edition edition) {
    this.forgiven = edition.returns().lateReporting().value();
    this.apprenticeships = edition.scope().apprenticeshipProgTypes().value();
    this.assessment = new EndPointAssessment(edition);
  }

  /** Whether the record of R04 stands in the place of the final return's. */
  boolean standsIn(Keyed ahead, Keyed returned) {
    return forgiven != LateReporting.NONE
        && (isPlannedToEnd(ahead) || isLateAchievement(ahead, returned));
  }

  /** Why it does, as the record that gives way is told. */
  String why(Keyed ahead) {
    AcademicYear year = new AcademicYear(ahead.year());
    return isPlannedToEnd(ahead)
        ? "R04 of %s stands in its place, because the apprenticeship was planned to end in %s"
            .formatted(year.plus(1), year)
        : "R04 of %s stands in its place, because it reports an achievement of %s"
            .formatted(year.plus(1), year);
  }

  private boolean isPlannedToEnd(Keyed ahead) {
    LocalDate plannedEnd = ahead.delivery().dates().plannedEnd();
    Integer programme = ahead.key().training().progType();
    return forgiven == LateReporting.ALL
        && programme != null
        && apprenticeships.contains(programme)
        && plannedEnd != null
        && AcademicYear.of(plannedEnd).start() == ahead.year();
  }

  private boolean isLateAchievement(Keyed ahead, Keyed returned) {
    Delivery record = ahead.delivery();
    Ending ending = record.ending();
    Dates dates = record.dates();
    LocalDate end = dates.achieved() == null ? dates.actualEnd() : dates.achieved();
    return record.unreadable().isEmpty()
        && (ending.is(COMPLETED) || ending.is(WITHDRAWN))
        && ending.hasOutcome(ACHIEVED)
        && end != null
        && AcademicYear.of(end).start() <= ahead.year()
        && isOpen(returned.delivery(), returned.key().training());
  }

  /** Whether the final return left open whether it is achieved. */
  private boolean isOpen(Delivery returned, TrainingKey training) {
    Ending ending = returned.ending();
    return ending.is(CONTINUING)
        || assessment.awaitedBy(returned, training)
        || (ending.is(COMPLETED) && ending.hasOutcome(OUTCOME_NOT_YET_KNOWN));
  }
}
