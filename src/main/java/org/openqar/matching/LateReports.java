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
 * Decides when a record of R04 replaces the final return's record for the year before it (qar-rules
 * 8.3, 9.18). If R04 says that an apprenticeship was planned to end in that year, R04 decides. For
 * other aims, R04 counts only if it reports an achievement that the final return could have shown.
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

  /** Whether the record of R04 replaces the final return's record. */
  boolean standsIn(Keyed ahead, Keyed returned) {
    return forgiven != LateReporting.NONE
        && (isPlannedToEnd(ahead) || isLateAchievement(ahead, returned));
  }

  /**
   * Says why the record of R04 replaces another. The history of the replaced record shows this
   * text.
   */
  String why(Keyed ahead) {
    AcademicYear year = new AcademicYear(ahead.year());
    return isPlannedToEnd(ahead)
        ? "R04 of %s replaces it, because the apprenticeship was planned to end in %s"
            .formatted(year.plus(1), year)
        : "R04 of %s replaces it, because it reports an achievement of %s"
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

  /** Whether the final return left the achievement open. */
  private boolean isOpen(Delivery returned, TrainingKey training) {
    Ending ending = returned.ending();
    return ending.is(CONTINUING)
        || assessment.awaitedBy(returned, training)
        || (ending.is(COMPLETED) && ending.hasOutcome(OUTCOME_NOT_YET_KNOWN));
  }
}
