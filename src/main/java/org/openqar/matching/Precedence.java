package org.openqar.matching;

import static org.openqar.rules.Codes.ACHIEVED;
import static org.openqar.rules.Codes.TRANSFERRED;
import static org.openqar.rules.Codes.WITHDRAWN;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides which of several records of one aim in one return counts (qar-rules 3.4, 9.6). The
 * greatest counts. The first part that differs decides.
 *
 * @param stands whether the record is more than a void closing, which corrects a record or passes
 *     the learner on
 * @param achieved Outcome 1
 * @param own whether the provider that the aim belongs to returned the record, rather than a
 *     predecessor
 * @param ended whether it has an actual end
 * @param sequence AimSeqNumber; 0 if absent or unreadable
 * @param reference LearnRefNumber; blank if absent
 */
public record Precedence(
    boolean stands, boolean achieved, boolean own, boolean ended, int sequence, String reference)
    implements Comparable<Precedence> {

  /** The withdrawal reasons that pass the learner on: by intervention, to a new aim, by merger. */
  private static final Set<Integer> PASSED_ON = Set.of(7, 40, 47);

  /** The parts in their order. Each has the reason to give for a record that loses by it. */
  private static final List<Part<?>> PARTS =
      List.of(
          new Part<>(
              Precedence::stands,
              "it is a closing (reason 7, 40 or 47, CompStatus 4, or withdrawn on the first day),"
                  + " which gives way to the record that goes on"),
          new Part<>(Precedence::achieved, "an achievement takes precedence"),
          new Part<>(
              Precedence::own,
              "the record of the provider that the aim belongs to takes precedence"),
          new Part<>(Precedence::ended, "the record with an actual end takes precedence"),
          new Part<>(
              Precedence::sequence, "the record with the higher AimSeqNumber takes precedence"),
          new Part<>(
              Precedence::reference, "the record with the higher LearnRefNumber takes precedence"));

  private static final Comparator<Precedence> ORDER =
      PARTS.stream().map(Part::order).reduce(Comparator::thenComparing).orElseThrow();

  private record Part<T extends Comparable<T>>(Function<Precedence, T> value, String why) {
    Comparator<Precedence> order() {
      return Comparator.comparing(value);
    }
  }

  /**
   * Ranks a record.
   *
   * @param own whether the provider that the aim belongs to returned it
   * @param endedOnFirstDay whether the actual end is the start
   */
  public static Precedence of(
      Ending ending,
      boolean own,
      boolean ended,
      boolean endedOnFirstDay,
      Integer sequence,
      String reference) {
    return new Precedence(
        !isVoidClosing(ending, endedOnFirstDay),
        ending.hasOutcome(ACHIEVED),
        own,
        ended,
        sequence == null ? 0 : sequence,
        reference == null ? "" : reference);
  }

  private static boolean isVoidClosing(Ending ending, boolean endedOnFirstDay) {
    return ending.is(TRANSFERRED)
        || (ending.is(WITHDRAWN)
            && (endedOnFirstDay
                || (ending.withdrawReason() != null
                    && PASSED_ON.contains(ending.withdrawReason()))));
  }

  @Override
  public int compareTo(Precedence other) {
    return ORDER.compare(this, other);
  }

  /** Says in words why this record gives way to another record of the aim in the same return. */
  String whyBehind(Precedence other) {
    return PARTS.stream()
        .filter(part -> part.order().compare(this, other) != 0)
        .findFirst()
        .map(Part::why)
        .orElse("it repeats another record");
  }
}
