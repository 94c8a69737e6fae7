package org.openqar.publish;

import static org.openqar.publish.Bounds.COMPLETED_ONLY;
import static org.openqar.publish.Bounds.COMPLETERS;
import static org.openqar.publish.Bounds.NOT_ACHIEVED;
import static org.openqar.publish.Bounds.NOT_COMPLETED;
import static org.openqar.publish.Bounds.QUANTITIES;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqar.messages.UserException;
import org.openqar.publish.Sums.Sum;

/**
 * Decides which cells a policy hides. First it hides small cells. Then it hides others until no sum
 * has exactly one hidden cell. Then it hides more until a reader who solves all sums knows no
 * protected count more closely than the policy promises. No step shows a hidden cell, so the
 * process ends. If several cells would do, it hides the one that readers would miss least.
 */
final class Suppression {
  /** The policy protects a count that may be as small as this. */
  private static final long SMALL = 4;

  /**
   * If the sums around a count, taken one at a time, leave fewer values than this many times the
   * promise, they are solved together. A count with a wider range keeps more values than the
   * promise even when they are solved together.
   */
  private static final int CLOSE = 2;

  /**
   * The rounds after which each further round hides one more cell for each count that is still
   * known.
   */
  private static final int PATIENCE = 8;

  /** Whether a reader knows a count too closely. */
  private interface Narrow {
    boolean test(int cell, int quantity);
  }

  /** The cells that reveal something about a count. */
  private interface Tellers {
    Set<Integer> of(int cell, int quantity);
  }

  private final Sums sums;
  private final Policy policy;
  private final BitSet hidden = new BitSet();
  private final int[] hiddenIn;

  /** The counts that the equations around them leave wide enough. */
  private final BitSet wide = new BitSet();

  private final Deque<Integer> touched = new ArrayDeque<>();
  private int rounds;

  private Suppression(Sums sums, Policy policy) {
    this.sums = sums;
    this.policy = policy;
    this.hiddenIn = new int[sums.all().size()];
  }

  /** Returns the positions of the hidden cells. */
  static BitSet hidden(Sums sums, Policy policy) {
    Suppression suppression = new Suppression(sums, policy);
    if (policy.hides()) {
      suppression.hideSmall();
    }
    if (policy.secondary()) {
      suppression.hideOthers();
    }
    return suppression.hidden;
  }

  private void hideSmall() {
    for (int cell = 0; cell < sums.cells(); cell++) {
      TrueCounts counts = sums.counts(cell);
      if (counts.leavers() < policy.smallest()
          || counts.achievers() < policy.smallest()
          || sums.place(cell).isNational() && sums.contributors(cell) < policy.providers()) {
        hide(cell);
      }
    }
  }

  private void hideOthers() {
    Equations equations = new Equations(sums);
    Neighbourhoods neighbourhoods = new Neighbourhoods(sums, equations);
    do {
      completeSums();
      rounds++;
    } while (hideBehindNarrow(equations, neighbourhoods));
  }

  /** Hides the lightest of the other cells if exactly one cell of a sum is hidden. */
  private void completeSums() {
    while (!touched.isEmpty()) {
      int number = touched.poll();
      if (hiddenIn[number] == 1) {
        Sum sum = sums.all().get(number);
        hideLightest(IntStream.concat(IntStream.of(sum.parts()), IntStream.of(sum.whole())));
      }
    }
  }

  /**
   * Hides more cells for each count that is known too closely, either from one equation at a time
   * or from those around it together.
   *
   * @return whether there was any such count
   */
  private boolean hideBehindNarrow(Equations equations, Neighbourhoods neighbourhoods) {
    Bounds bounds = new Bounds(sums, equations, hidden, policy);
    Reasons reasons = new Reasons(sums, equations, bounds, (BitSet) hidden.clone());
    JointBounds joint = new JointBounds(sums, neighbourhoods, bounds);
    return hideBehind(
            bounds, (cell, quantity) -> bounds.width(cell, quantity) < policy.width(), reasons::of)
        || hideBehind(
            bounds,
            (cell, quantity) ->
                bounds.width(cell, quantity) < CLOSE * policy.width()
                    && isTooNarrow(joint, equations.same(cell), quantity),
            (cell, quantity) -> {
              Set<Integer> near = reasons.of(cell, quantity);
              IntStream.of(neighbourhoods.of(equations.same(cell)).cells()).forEach(near::add);
              return near;
            });
  }

  /** A cell that was hidden for one count may also protect the next. */
  private boolean hideBehind(Bounds bounds, Narrow isTooNarrow, Tellers tellers) {
    BitSet before = (BitSet) hidden.clone();
    boolean narrow = false;
    for (int cell = 0; cell < sums.cells(); cell++) {
      for (int quantity = 0; quantity < QUANTITIES; quantity++) {
        if (isProtected(before, bounds, cell, quantity) && isTooNarrow.test(cell, quantity)) {
          narrow = true;
          Set<Integer> tell = tellers.of(cell, quantity);
          tell.add(cell);
          tell.removeIf(before::get);
          long enough = 1 + rounds / PATIENCE - tell.stream().filter(hidden::get).count();
          for (long more = 0; more < enough; more++) {
            hideLightest(tell.stream().mapToInt(Integer::intValue));
          }
        }
      }
    }
    if (narrow && hidden.equals(before)) {
      throw UserException.failed(
          "The promise of policy %s cannot be kept: what is shown already reveals too much."
              .formatted(policy.name()));
    }
    return narrow;
  }

  private boolean isProtected(BitSet before, Bounds bounds, int cell, int quantity) {
    if (sums.counts(cell).completers() == null
        && (quantity == COMPLETERS || quantity == NOT_COMPLETED || quantity == COMPLETED_ONLY)) {
      return false;
    }
    return before.get(cell)
        || quantity >= NOT_COMPLETED
            && quantity <= NOT_ACHIEVED
            && bounds.low(cell, quantity) <= SMALL;
  }

  /** A count that is wide enough stays so, because hiding more cells can only make it wider. */
  private boolean isTooNarrow(JointBounds joint, int cell, int quantity) {
    int at = cell * QUANTITIES + quantity;
    if (!wide.get(at)) {
      wide.set(at, joint.leave(policy.width(), cell, quantity));
    }
    return !wide.get(at);
  }

  private void hideLightest(IntStream cells) {
    Stream<Integer> shown = cells.filter(cell -> !hidden.get(cell)).boxed();
    Optional<Integer> lightest =
        shown.min(Comparator.<Integer>comparingLong(sums::weight).thenComparing(cell -> cell));
    lightest.ifPresent(this::hide);
  }

  private void hide(int cell) {
    if (!hidden.get(cell)) {
      hidden.set(cell);
      for (int sum : sums.sumsOf(cell)) {
        hiddenIn[sum]++;
        touched.add(sum);
      }
    }
  }
}
