package org.openqar.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * A returned aim, read: one learning delivery of one return.
 *
 * @param owner whose it is
 * @param reference LearnRefNumber as returned; null without one
 * @param uln ULN as returned; null without one
 * @param previous the number that its learner is said to have had before; null without one
 * @param sequence AimSeqNumber; null without one
 * @param restart LearnDelFAM RES 1
 * @param unreadable deciding elements that are unreadable or missing, in the order of the ILR
 * @param keyReadable whether all can be read that says which aim it is (qar-rules 3.4)
 * @param work the learner's employment, of a record with EmpOutcome in a final return
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

  /** Names of the elements that matching asks whether they could be read. */
  static final String AIM_TYPE = "AimType";

  static final String PROG_TYPE = "ProgType";
  static final String STD_CODE = "StdCode";
  static final String FWORK_CODE = "FworkCode";
  static final String START = "LearnStartDate";
  static final String ORIGINAL_START = "OrigLearnStartDate";
  static final String PLANNED_END = "LearnPlanEndDate";

  /** Whether an element is there and cannot be read, or is missing and must not be. */
  boolean isUnreadable(String element) {
    return unreadable.contains(element);
  }

  /** Whether it is an aim: a record without a LearnAimRef only tells who its learner is. */
  boolean named() {
    return training.learnAimRef() != null;
  }

  /**
   * Whether it cannot be read which aim it is, whose start it corrects, or which break it takes up
   * (9.11).
   */
  boolean inDoubt() {
    return keyInDoubt() || isUnreadable(PLANNED_END) || isUnreadable(ORIGINAL_START);
  }

  boolean keyInDoubt() {
    return !named() || !keyReadable;
  }

  /** Whether it says that it is in a report at all: its AimType and ProgType can be read. */
  boolean inSomeReport() {
    return !isUnreadable(AIM_TYPE) && !isUnreadable(PROG_TYPE);
  }

  /** Which of several records of its aim in one return it is (9.6). */
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
