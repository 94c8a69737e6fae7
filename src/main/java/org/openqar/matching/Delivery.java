package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * One learning delivery of one return.
 *
 * @param owner the learner that the record belongs to
 * @param reference LearnRefNumber as returned; null if absent
 * @param uln ULN as returned; null if absent
 * @param previous the learner's previous number; null if absent
 * @param sequence AimSeqNumber; null if absent
 * @param restart LearnDelFAM RES 1
 * @param unreadable the deciding elements that are unreadable or missing, in the order of the ILR
 * @param keyReadable whether every element of the match key is readable (qar-rules 3.4)
 * @param work the learner's employment, if the record has EmpOutcome and is in a final return
 */
public record Delivery(
    ReturnedAt place,
    Owner owner,
    String reference,
    String uln,
    Previous previous,
    Training training,
    Dates dates,
    Ending ending,
    Integer sequence,
    boolean restart,
    List<String> unreadable,
    boolean keyReadable,
    Details details,
    Work work) {

  /** The elements for which matching asks whether they are readable. */
  static final String AIM_TYPE = "AimType";

  static final String PROG_TYPE = "ProgType";
  static final String STD_CODE = "StdCode";
  static final String FWORK_CODE = "FworkCode";
  static final String START = "LearnStartDate";
  static final String ORIGINAL_START = "OrigLearnStartDate";
  static final String PLANNED_END = "LearnPlanEndDate";

  /** Whether the record has an unreadable value for an element, or lacks a required one. */
  boolean isUnreadable(String element) {
    return unreadable.contains(element);
  }

  /** Whether the record is an aim. A record without a LearnAimRef only says who its learner is. */
  boolean named() {
    return training.learnAimRef() != null;
  }

  /**
   * Whether an unreadable element hides the aim of this record, the start that it corrects, or the
   * break that it restarts (9.11).
   */
  boolean inDoubt() {
    return keyInDoubt() || isUnreadable(PLANNED_END) || isUnreadable(ORIGINAL_START);
  }

  boolean keyInDoubt() {
    return !named() || !keyReadable;
  }

  /** Whether the record says that it is in a report: its AimType and ProgType are readable. */
  boolean inSomeReport() {
    return !isUnreadable(AIM_TYPE) && !isUnreadable(PROG_TYPE);
  }

  /** Ranks this record among the records of its aim in one return (9.6). */
  Precedence precedence() {
    return Precedence.of(
        ending,
        place.ukprn() == owner.ukprn(),
        dates.actualEnd() != null,
        dates.start() != null && dates.start().equals(dates.actualEnd()),
        sequence,
        reference);
  }

  Delivery with(Owner other) {
    return new Delivery(
        place,
        other,
        reference,
        uln,
        previous,
        training,
        dates,
        ending,
        sequence,
        restart,
        unreadable,
        keyReadable,
        details,
        work);
  }

  LocalDate start() {
    return dates.start();
  }
}
