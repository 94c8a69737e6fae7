package org.openqar.returns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.openqar.tables.Returned;

/**
 * Finds the faults of single learners and aims (qar-rules 9.11, 9.12). It shows a value only if it
 * looks like a value of its field. Of any other value it gives the length.
 */
final class RowIssues implements Serializable {
  private static final long serialVersionUID = 1;

  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,5}");

  /**
   * Days in the forms that people write. Never ten digits in a row, which may be a ULN or a
   * telephone number.
   */
  private static final Pattern DAY =
      Pattern.compile(
          "[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}");

  private static final List<Returned> ENDS =
      List.of(Returned.LEARN_PLAN_END_DATE, Returned.LEARN_ACT_END_DATE);

  private final int reference;
  private final int uln;
  private final int aim;
  private final int[] ofLearner;
  private final int[] ofDelivery;
  private final int start;
  private final int[] ends;

  /**
   * @param learner the columns of a learner's row
   * @param delivery the columns of an aim's row
   */
  RowIssues(StructType learner, StructType delivery) {
    reference = learner.fieldIndex("learn_ref_number");
    uln = learner.fieldIndex("uln");
    aim = delivery.fieldIndex("learn_aim_ref");
    ofLearner = slots(Returned.LEARNER, learner);
    ofDelivery = slots(Returned.DELIVERY, delivery);
    start = delivery.fieldIndex(Returned.LEARN_START_DATE.column());
    ends = slots(ENDS, delivery);
  }

  private static int[] slots(List<Returned> elements, StructType row) {
    return elements.stream().mapToInt(it -> row.fieldIndex(it.column())).toArray();
  }

  List<RowIssue> checkLearner(InternalRow learner) {
    List<RowIssue> issues = new ArrayList<>(0);
    if (!Returned.isPresent(text(learner, reference)) && !Returned.isRealUln(text(learner, uln))) {
      issues.add(
          new RowIssue(
              "LearnRefNumber",
              null,
              IssueCode.LEARNER_UNIDENTIFIED,
              "learner",
              "There is neither a LearnRefNumber nor a ULN of one learner; the run leaves out"
                  + " the learner's aims: return the reference number."));
    }
    for (int i = 0; i < ofLearner.length; i++) {
      Returned element = Returned.LEARNER.get(i);
      if (element.isUnreadable(text(learner, ofLearner[i]))) {
        issues.add(
            new RowIssue(
                element.element(),
                null,
                IssueCode.UNREADABLE,
                "warning",
                "%s must be %s; everything that depends on it is unknown."
                    .formatted(element.element(), element.expected())));
      }
    }
    return issues;
  }

  List<RowIssue> checkDelivery(InternalRow delivery) {
    List<RowIssue> issues = new ArrayList<>(0);
    if (!Returned.isPresent(text(delivery, aim))) {
      issues.add(
          new RowIssue(
              "LearnAimRef",
              null,
              IssueCode.MISSING,
              "aim",
              "LearnAimRef is missing; the aim is in no report: return it."));
    }
    for (int i = 0; i < ofDelivery.length; i++) {
      Returned element = Returned.DELIVERY.get(i);
      UTF8String text = text(delivery, ofDelivery[i]);
      if (element.isUnreadable(text)) {
        issues.add(unreadable(element, text));
      } else if (element.required() && !Returned.isPresent(text)) {
        issues.add(missing(element));
      }
    }
    UTF8String began = text(delivery, start);
    for (int i = 0; i < ends.length; i++) {
      UTF8String ended = text(delivery, ends[i]);
      if (Returned.isBefore(ended, began)) {
        issues.add(endBeforeStart(ENDS.get(i), ended));
      }
    }
    return issues;
  }

  private static UTF8String text(InternalRow row, int slot) {
    return row.isNullAt(slot) ? null : row.getUTF8String(slot);
  }

  private static RowIssue unreadable(Returned element, UTF8String text) {
    return new RowIssue(
        element.element(),
        shown(element, text),
        IssueCode.UNREADABLE,
        element.deciding() ? "aim" : "warning",
        "%s must be %s; %s".formatted(element.element(), element.expected(), consequence(element)));
  }

  private static RowIssue missing(Returned element) {
    return new RowIssue(
        element.element(),
        null,
        IssueCode.MISSING,
        "aim",
        "%s is missing; %s".formatted(element.element(), consequence(element)));
  }

  private static RowIssue endBeforeStart(Returned end, UTF8String text) {
    return new RowIssue(
        end.element(),
        shown(end, text),
        IssueCode.END_BEFORE_START,
        "aim",
        "%s is before LearnStartDate; the aim is excluded for its data quality."
            .formatted(end.element()));
  }

  private static String consequence(Returned element) {
    if (element == Returned.AIM_TYPE || element == Returned.PROG_TYPE) {
      return "the aim is in no report.";
    }
    return element.deciding() ? "the aim is excluded for its data quality." : "it is left empty.";
  }

  /**
   * Shows a day in a field of days and a short number in a field of codes. Shows only the length of
   * anything else.
   */
  private static String shown(Returned element, UTF8String text) {
    String plain = text.trim().toString();
    Pattern harmless = element.reading() instanceof Returned.Reading.Day ? DAY : SHORT_NUMBER;
    return harmless.matcher(plain).matches()
        ? plain
        : "text of %d characters".formatted(plain.codePointCount(0, plain.length()));
  }

  /** Returns AimSeqNumber if it is a number, and otherwise null. */
  static String sequence(UTF8String text) {
    String plain = text == null ? "" : text.trim().toString();
    return SHORT_NUMBER.matcher(plain).matches() ? plain : null;
  }
}
