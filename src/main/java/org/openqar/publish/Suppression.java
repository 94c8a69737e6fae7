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
import org.openqar.publish.Sums.Sum;

/**
 * Which cells a policy hides: small ones, then others until no sum has exactly one hidden cell,
 * then others again until a reader who solves all sums knows no protected count closer than the
 * policy promises. Every step hides and none shows, so it ends.
 */
final class Suppression {
  /** Of a count that may be as small as this nobody is to know more than the policy promises. */
  private static final long SMALL = 4;

  private final Sums sums;
  private final Policy policy;
  private final BitSet hidden = new BitSet();
  private final int[] hiddenIn;
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
    do {
      completeSums();
    } while (hideBehindNarrow());
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
   * Hides one more cell for each count that is known too closely.
   *
   * @return whether there was any
   */
  private boolean hideBehindNarrow() {
    Bounds bounds = new Bounds(sums, hidden, policy);
    boolean narrow = false;
    boolean hid = false;
    for (int cell = 0; cell < sums.cells(); cell++) {
      for (int quantity = 0; quantity < QUANTITIES; quantity++) {
        if (isTooNarrow(bounds, cell, quantity)) {
          narrow = true;
          hid |= hideBehind(cell, bounds.told(cell, quantity));
        }
      }
    }
    if (narrow && !hid) {
      throw new PublishException(
          "The promise of policy %s cannot be kept: what is shown already tells too much."
              .formatted(policy.name()));
    }
    return hid;
  }

  private boolean isTooNarrow(Bounds bounds, int cell, int quantity) {
    if (sums.counts(cell).completers() == null
        && (quantity == COMPLETERS || quantity == NOT_COMPLETED || quantity == COMPLETED_ONLY)) {
      return false;
    }
    boolean isProtected =
        hidden.get(cell)
            || quantity >= NOT_COMPLETED
                && quantity <= NOT_ACHIEVED
                && bounds.low(cell, quantity) <= SMALL;
    return isProtected && bounds.width(cell, quantity) < policy.width();
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
