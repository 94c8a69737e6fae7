package org.openqar.publish;

import static org.openqar.publish.Bounds.COMPLETED_ONLY;
import static org.openqar.publish.Bounds.COMPLETERS;
import static org.openqar.publish.Bounds.NOT_ACHIEVED;
import static org.openqar.publish.Bounds.NOT_COMPLETED;
import static org.openqar.publish.Bounds.QUANTITIES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqar.messages.UserException;
import org.openqar.publish.Sums.Sum;

/**
 * Which cells a policy hides: small ones, then others until no sum has exactly one hidden cell,
 * then others again until a reader who solves all sums knows no protected count closer than the
 * policy promises. Every step hides and none shows, so it ends.
 */
final class Suppression {
  /** Of a count that may be as small as this nobody is to know more than the policy promises. */
  private static final long SMALL = 4;

  /**
   * The sums around a count are solved together if one at a time they leave fewer values than so
   * many times the promise. What solving together takes from a wider one leaves more than that.
   */
  private static final int CLOSE = 2;

  /** Whether a reader knows a count too closely. */
  private interface Narrow {
    boolean test(int cell, int quantity);
  }

  private final Sums sums;
  private final Policy policy;
  private final BitSet hidden = new BitSet();
  private final int[] hiddenIn;

  /** Counts that the equations around them leave wide enough. */
  private final BitSet wide = new BitSet();

  private final Deque<Integer> touched = new ArrayDeque<>();

  private Suppression(Sums sums, Policy policy) {
    this.sums = sums;
    this.policy = policy;
    this.hiddenIn = new int[sums.all().size()];
  }

  /** The positions of the hidden cells. */
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
      Counts counts = sums.counts(cell);
      if (counts.leavers() < policy.smallest()
          || counts.achievers() < policy.smallest()
          || sums.place(cell).isNational() && sums.contributors(cell) < policy.providers()) {
        hide(cell);
      }
    }
  }

  private void hideOthers() {
    Equations equations = new Equations(sums);
    do {
      completeSums();
    } while (hideBehindNarrow(equations));
  }

  /** Where exactly one cell of a sum is hidden, hides the smallest of the others. */
  private void completeSums() {
    while (!touched.isEmpty()) {
      int number = touched.poll();
      if (hiddenIn[number] == 1) {
        hideSmallest(cells(number));
      }
    }
  }

  /**
   * Hides one more cell for each count that is known too closely: from one equation at a time, or
   * else from those around it together.
   *
   * @return whether there was any
   */
  private boolean hideBehindNarrow(Equations equations) {
    Bounds bounds = new Bounds(sums, equations, hidden, policy);
    JointBounds joint = new JointBounds(sums, equations, bounds);
    return hideBehind(bounds, (cell, quantity) -> bounds.width(cell, quantity) < policy.width())
        || hideBehind(
            bounds,
            (cell, quantity) ->
                bounds.width(cell, quantity) < CLOSE * policy.width()
                    && isTooNarrow(joint, equations.same(cell), quantity));
  }

  private boolean hideBehind(Bounds bounds, Narrow isTooNarrow) {
    boolean narrow = false;
    boolean hid = false;
    for (int cell = 0; cell < sums.cells(); cell++) {
      for (int quantity = 0; quantity < QUANTITIES; quantity++) {
        if (isProtected(bounds, cell, quantity) && isTooNarrow.test(cell, quantity)) {
          narrow = true;
          hid |= hideBehind(cell, bounds.told(cell, quantity));
        }
      }
    }
    if (narrow && !hid) {
      throw UserException.failed(
          "The promise of policy %s cannot be kept: what is shown already tells too much."
              .formatted(policy.name()));
    }
    return hid;
  }

  private boolean isProtected(Bounds bounds, int cell, int quantity) {
    if (sums.counts(cell).completers() == null
        && (quantity == COMPLETERS || quantity == NOT_COMPLETED || quantity == COMPLETED_ONLY)) {
      return false;
    }
    return hidden.get(cell)
        || quantity >= NOT_COMPLETED
            && quantity <= NOT_ACHIEVED
            && bounds.low(cell, quantity) <= SMALL;
  }

  /** What is once wide enough stays so, since what is hidden later can only make it wider. */
  private boolean isTooNarrow(JointBounds joint, int cell, int quantity) {
    int at = cell * QUANTITIES + quantity;
    if (!wide.get(at)) {
      long truth = Bounds.of(sums.counts(cell), quantity);
      wide.set(at, joint.leave(policy.width(), cell, quantity, truth));
    }
    return !wide.get(at);
  }

  /** Hides the cell itself, or else the nearest cell that tells of it. */
  private boolean hideBehind(int cell, int toldBy) {
    if (!hidden.get(cell)) {
      hide(cell);
      return true;
    }
    if (toldBy >= 0 && hideSmallest(cells(toldBy))) {
      return true;
    }
    Set<Integer> seen = new HashSet<>();
    List<Integer> near = List.of(cell);
    while (!near.isEmpty()) {
      List<Integer> around = new ArrayList<>();
      for (int one : near) {
        for (int sum : sums.sumsOf(one)) {
          if (seen.add(sum)) {
            cells(sum).forEach(around::add);
          }
        }
      }
      if (hideSmallest(around.stream().mapToInt(Integer::intValue))) {
        return true;
      }
      near = around;
    }
    return false;
  }

  private IntStream cells(int number) {
    Sum sum = sums.all().get(number);
    return IntStream.concat(IntStream.of(sum.parts()), IntStream.of(sum.whole()));
  }

  private boolean hideSmallest(IntStream cells) {
    Stream<Integer> shown = cells.filter(cell -> !hidden.get(cell)).boxed();
    Optional<Integer> smallest =
        shown.min(
            Comparator.<Integer>comparingLong(cell -> sums.counts(cell).leavers())
                .thenComparing(cell -> cell));
    smallest.ifPresent(this::hide);
    return smallest.isPresent();
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
