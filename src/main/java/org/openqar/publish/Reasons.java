package org.openqar.publish;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openqar.publish.Equations.Equation;

/**
 * Finds the shown cells from which a reader knows a count so closely. It goes back from each bound
 * to the bounds that gave it. Hiding any of these cells makes the count less known.
 */
final class Reasons {
  /** The most bounds to go back over. Those further back reveal little. */
  private static final int MOST = 20_000;

  private final Equations equations;
  private final Bounds bounds;
  private final BitSet hidden;
  private final int cells;

  private final Set<Long> seen = new HashSet<>();
  private final Deque<Long> open = new ArrayDeque<>();
  private final Set<Integer> shown = new LinkedHashSet<>();

  Reasons(Sums sums, Equations equations, Bounds bounds, BitSet hidden) {
    this.cells = sums.cells();
    this.equations = equations;
    this.bounds = bounds;
    this.hidden = hidden;
  }

  /** Returns the shown cells that reveal something about a count. */
  Set<Integer> of(int cell, int quantity) {
    seen.clear();
    open.clear();
    shown.clear();
    ask(cell, quantity, false);
    ask(cell, quantity, true);
    while (!open.isEmpty() && seen.size() < MOST) {
      long bound = open.poll();
      boolean most = (bound & 1) == 1;
      int count = (int) (bound >> 1);
      answer(count / Bounds.QUANTITIES, count % Bounds.QUANTITIES, most);
    }
    return shown;
  }

  private void ask(int cell, int quantity, boolean most) {
    long bound = (long) (cell * Bounds.QUANTITIES + quantity) << 1 | (most ? 1 : 0);
    if (seen.add(bound)) {
      open.add(bound);
    }
  }

  private void answer(int cell, int quantity, boolean most) {
    int by = most ? bounds.highBy(cell, quantity) : bounds.lowBy(cell, quantity);
    if (by == Bounds.ITSELF) {
      if (cell < cells && !hidden.get(cell)) {
        shown.add(cell);
      }
    } else if (by >= 0) {
      Equation equation = equations.all().get(by);
      if (cell == equation.whole()) {
        for (int part : equation.parts()) {
          ask(part, quantity, most);
        }
      } else {
        ask(equation.whole(), quantity, most);
        for (int part : equation.parts()) {
          if (part != cell) {
            ask(part, quantity, !most);
          }
        }
      }
    } else {
      int[] relation = Bounds.WITHIN[Bounds.relation(by)];
      if (quantity == relation[0]) {
        ask(cell, relation[1], most);
        ask(cell, relation[2], most);
      } else {
        ask(cell, relation[0], most);
        ask(cell, quantity == relation[1] ? relation[2] : relation[1], !most);
      }
    }
  }
}
