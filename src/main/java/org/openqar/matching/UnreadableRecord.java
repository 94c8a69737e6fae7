package org.openqar.matching;

import static org.openqar.rules.Codes.APPRENTICESHIP_STANDARD;

import java.time.LocalDate;
import java.util.Objects;
import org.openqar.calendar.AcademicYear;
import org.openqar.matching.AimKey.TrainingKey;

/**
 * A record with an unreadable element that hides its aim, the start that it corrects, or the break
 * that it restarts (qar-rules 9.11). Works out what the record could be. An unreadable element
 * could have any value.
 */
record UnreadableRecord(Keyed record) {

  /**
   * Whether the planned end, restart indicator and end allow this record to correct the start of an
   * aim that a provider last returned in some year (9.8).
   *
   * @param last the aim's record in its newest final return
   * @param lastYear the year of that return
   */
  boolean correctsStartOf(Delivery last, int lastYear) {
    LocalDate end = last.dates().actualEnd();
    return record.year() == lastYear + 1
        && agrees(Delivery.PLANNED_END, delivery().dates().plannedEnd(), last.dates().plannedEnd())
        && delivery().restart() == last.restart()
        && (end == null || (delivery().start() != null && !delivery().start().isAfter(end)));
  }

  /** Whether this could be a later record of an aim. The start does not matter here. */
  boolean couldBeOf(TrainingKey aim) {
    Training own = delivery().training();
    return agrees(Delivery.AIM_TYPE, own.keyAimType(), aim.aimType())
        && (own.learnAimRef() == null || own.learnAimRef().equals(aim.learnAimRef()))
        && agrees(Delivery.PROG_TYPE, own.progType(), aim.progType())
        && (isStandard(aim)
            ? agrees(Delivery.STD_CODE, own.stdCode(), aim.standard())
            : agrees(Delivery.FWORK_CODE, own.fworkCode(), aim.framework()) && onPathwayOf(aim));
  }

  boolean couldStart(LocalDate start) {
    return agrees(Delivery.START, delivery().start(), start);
  }

  /** Whether it could restart a break (3.5, 9.13). */
  boolean couldRestart(Chain aim, int monthsWithoutOriginalStart) {
    Dates ofBreak = aim.values().dates();
    LocalDate end = ofBreak.actualEnd();
    LocalDate start = delivery().start();
    boolean anyStart = delivery().isUnreadable(Delivery.START);
    return delivery().restart()
        && (delivery().keyInDoubt() || delivery().isUnreadable(Delivery.ORIGINAL_START))
        && end != null
        && delivery().place().yearOfReturn() >= AcademicYear.of(end).start()
        && couldBeOf(aim.key().training())
        && (anyStart || (start != null && !start.isBefore(end)))
        && couldHaveAsOriginal(
            ofBreak,
            aim.key().training().standard() != null
                && (anyStart
                    || (start != null
                        && !start.isAfter(end.plusMonths(monthsWithoutOriginalStart)))));
  }

  private boolean couldHaveAsOriginal(Dates ofBreak, boolean mayHaveNone) {
    LocalDate original = delivery().dates().originalStart();
    if (delivery().isUnreadable(Delivery.ORIGINAL_START)) {
      return true;
    }
    return original == null
        ? mayHaveNone
        : original.equals(ofBreak.start()) || original.equals(ofBreak.originalStart());
  }

  /**
   * Whether the pathways agree. If the record or the aim has no pathway, any pathway with the same
   * key agrees.
   */
  private boolean onPathwayOf(TrainingKey aim) {
    Integer pathway = record.key().training().pathway();
    return Objects.equals(pathway, aim.pathway())
        || (delivery().keyInDoubt() && (pathway == null || aim.pathway() == null));
  }

  private boolean agrees(String element, Object value, Object other) {
    return delivery().isUnreadable(element) || Objects.equals(value, other);
  }

  private static boolean isStandard(TrainingKey aim) {
    return aim.progType() != null && aim.progType() == APPRENTICESHIP_STANDARD;
  }

  private Delivery delivery() {
    return record.delivery();
  }
}
