package org.openqar.matching;

import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;
import static org.openqar.rules.Codes.COMPLETED;
import static org.openqar.rules.Codes.OUTCOME_NOT_YET_KNOWN;
import static org.openqar.rules.Codes.PROGRAMME_AIM;

import java.time.LocalDate;
import org.openqar.matching.AimKey.TrainingKey;
import org.openqar.rules.Edition;

/**
 * Recognises records that say completed but still await the end-point assessment (qar-rules 9.16).
 */
final class EndPointAssessment {
  private final boolean applies;
  private final LocalDate from;

  EndPointAssessment(Edition edition) {
    Edition.EndPointAssessment assessment = edition.endPointAssessment();
    this.applies = assessment.applies().value() && assessment.acceptCompleted().value();
    this.from = assessment.from().value();
  }

  /**
   * Whether a record awaits the assessment.
   *
   * @param training the training of the record's aim
   */
  boolean awaitedBy(Delivery record, TrainingKey training) {
    return applies
        && training.aimType() != null
        && training.aimType() == PROGRAMME_AIM
        && training.progType() != null
        && training.progType() == APPRENTICESHIP_STANDARD
        && record.ending().is(COMPLETED)
        && record.ending().hasOutcome(OUTCOME_NOT_YET_KNOWN)
        && record.dates().achieved() == null
        && record.dates().actualEnd() != null
        && !record.dates().actualEnd().isBefore(from);
  }

  /** Whether the learner completed, withdrew or transferred, and awaits no assessment. */
  boolean ended(Delivery record, TrainingKey training) {
    return record.ending().ended() && !awaitedBy(record, training);
  }
}
