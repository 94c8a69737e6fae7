package org.openqar.publish;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.openqar.publish.Equations.Equation;

/**
 * The bounds of each true count, for a reader who sees everything that is shown and knows the
 * policy and all sums. They cover the counts of a cell, and also the leavers who did not complete,
 * those who completed and did not achieve, and those who did not achieve.
 */
final class Bounds {
  static final int LEAVERS = 0;
  static final int COMPLETERS = 1;
  static final int ACHIEVERS = 2;
  static final int NOT_COMPLETED = 3;
  static final int COMPLETED_ONLY = 4;
  static final int NOT_ACHIEVED = 5;
  static final int QUANTITIES = 6;

  /** One of the quantities that follow from a cell's counts. */
  static long of(TrueCounts counts, int quantity) {
    long completers = counts.completers() == null ? 0 : counts.completers();
    return switch (quantity) {
      case LEAVERS -> counts.leavers();
      case COMPLETERS -> completers;
      case ACHIEVERS -> counts.achievers();
      case NOT_COMPLETED -> counts.leavers() - completers;
      case COMPLETED_ONLY -> completers - counts.achievers();
      default -> counts.leavers() - counts.achievers();
    };
  }

  /** Whole, one part, other part: in every cell the parts make up the whole. */
  static final int[][] WITHIN = {
    {LEAVERS, COMPLETERS, NOT_COMPLETED},
    {LEAVERS, ACHIEVERS, NOT_ACHIEVED},
    {COMPLETERS, ACHIEVERS, COMPLETED_ONLY},
    {NOT_ACHIEVED, NOT_COMPLETED, COMPLETED_ONLY}
  };

  /** More than any count; such a bound reveals nothing. */
  private static final long UNBOUNDED = Long.MAX_VALUE / 4;

  /** The cell itself gives the bound, because it is shown or exists: no sum is needed. */
  static final int ITSELF = -1;

  /** The most times to work out a sum. Further times would reveal next to nothing. */
  private static final int ROUNDS = 200;

  private final Sums sums;
  private final Equations equations;
  private final long[] low;
  private final long[] high;
  private final int[] lowBy;
  private final int[] highBy;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final BitSet queued = new BitSet();

  /**
   * @param hidden the hidden cells
   */
  Bounds(Sums sums, Equations equations, BitSet hidden, Policy policy) {
    this.sums = sums;
    this.equations = equations;
    this.low = new long[equations.unknowns() * QUANTITIES];
    this.high = new long[low.length];
    this.lowBy = new int[low.length];
    this.highBy = new int[low.length];
    Arrays.fill(high, UNBOUNDED);
    Arrays.fill(lowBy, ITSELF);
    Arrays.fill(highBy, ITSELF);
    for (int cell = 0; cell < equations.unknowns(); cell++) {
      if (cell >= sums.cells() || hidden.get(cell)) {
        low[at(cell, LEAVERS)] = 1;
      } else {
        shown(cell, policy);
      }
      within(cell);
    }
    for (int equation = 0; equation < equations.all().size(); equation++) {
      open.add(equation);
      queued.set(equation);
    }
    work();
  }

  private void shown(int cell, Policy policy) {
    TrueCounts counts = sums.counts(cell);
    rounded(cell, LEAVERS, counts.leavers(), policy);
    rounded(cell, ACHIEVERS, counts.achievers(), policy);
    if (counts.completers() != null) {
      rounded(cell, COMPLETERS, counts.completers(), policy);
    }
  }

  private void rounded(int cell, int quantity, long count, Policy policy) {
    long shown = Figures.rounded(count, policy.base());
    low[at(cell, quantity)] = Math.max(policy.smallest(), shown - policy.base() / 2);
    high[at(cell, quantity)] = shown + (policy.base() - 1) / 2;
  }

  private static int at(int cell, int quantity) {
    return cell * QUANTITIES + quantity;
  }

  private void work() {
    long left = (long) ROUNDS * equations.all().size();
    while (!open.isEmpty() && left-- > 0) {
      int equation = open.poll();
      queued.clear(equation);
      for (int quantity = 0; quantity < QUANTITIES; quantity++) {
        solve(equations.all().get(equation), equation, quantity);
      }
    }
  }

  private void solve(Equation sum, int number, int quantity) {
    long lows = 0;
    long highs = 0;
    int unbounded = 0;
    for (int part : sum.parts()) {
      lows += low[at(part, quantity)];
      if (high[at(part, quantity)] >= UNBOUNDED) {
        unbounded++;
      } else {
        highs += high[at(part, quantity)];
      }
    }
    long wholeLow = low[at(sum.whole(), quantity)];
    long wholeHigh = high[at(sum.whole(), quantity)];
    tighten(sum.whole(), quantity, lows, sum.exact() && unbounded == 0 ? highs : UNBOUNDED, number);
    for (int part : sum.parts()) {
      long partLow = low[at(part, quantity)];
      long partHigh = high[at(part, quantity)];
      int others = unbounded - (partHigh >= UNBOUNDED ? 1 : 0);
      long otherHighs = highs - (partHigh >= UNBOUNDED ? 0 : partHigh);
      tighten(
          part,
          quantity,
          sum.exact() && others == 0 ? wholeLow - otherHighs : 0,
          wholeHigh >= UNBOUNDED ? UNBOUNDED : wholeHigh - (lows - partLow),
          number);
    }
  }

  private void tighten(int cell, int quantity, long newLow, long newHigh, int by) {
    if (narrow(cell, quantity, newLow, newHigh, by)) {
      within(cell);
      for (int equation : equations.of(cell)) {
        if (!queued.get(equation)) {
          queued.set(equation);
          open.add(equation);
        }
      }
    }
  }

  /** Narrows the bounds of the counts of one cell by each other. */
  private void within(int cell) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int relation = 0; relation < WITHIN.length; relation++) {
        int[] one = WITHIN[relation];
        int by = by(relation);
        int whole = at(cell, one[0]);
        int left = at(cell, one[1]);
        int right = at(cell, one[2]);
        changed |= narrow(cell, one[0], low[left] + low[right], plus(high[left], high[right]), by);
        changed |=
            narrow(
                cell, one[1], minus(low[whole], high[right]), minus(high[whole], low[right]), by);
        changed |=
            narrow(cell, one[2], minus(low[whole], high[left]), minus(high[whole], low[left]), by);
      }
    }
  }

  /** The mark for a bound that a relation of {@link #WITHIN} gave. */
  private static int by(int relation) {
    return -2 - relation;
  }

  /** Returns the relation of {@link #WITHIN} that gave a bound, or -1 if none did. */
  static int relation(int by) {
    return by < ITSELF ? -2 - by : -1;
  }

  private static long plus(long left, long right) {
    return Math.min(UNBOUNDED, left + right);
  }

  private static long minus(long left, long right) {
    return left >= UNBOUNDED ? UNBOUNDED : right >= UNBOUNDED ? 0 : left - right;
  }

  private boolean narrow(int cell, int quantity, long newLow, long newHigh, int by) {
    int at = at(cell, quantity);
    boolean changed = false;
    if (newLow > low[at]) {
      low[at] = newLow;
      lowBy[at] = by;
      changed = true;
    }
    if (newHigh < high[at]) {
      high[at] = newHigh;
      highBy[at] = by;
      changed = true;
    }
    return changed;
  }

  long low(int cell, int quantity) {
    return low[at(cell, quantity)];
  }

  long high(int cell, int quantity) {
    return high[at(cell, quantity)];
  }

  /** Whether the count has an upper bound. */
  boolean isBounded(int cell, int quantity) {
    return high[at(cell, quantity)] < UNBOUNDED;
  }

  /** Returns how many values the count can have. */
  long width(int cell, int quantity) {
    return high[at(cell, quantity)] - low[at(cell, quantity)] + 1;
  }

  /**
   * Returns the equation that gave the lower bound of a count, a {@link #relation}, or {@link
   * #ITSELF}.
   */
  int lowBy(int cell, int quantity) {
    return lowBy[at(cell, quantity)];
  }

  /** Returns the same for the upper bound. */
  int highBy(int cell, int quantity) {
    return highBy[at(cell, quantity)];
  }
}
