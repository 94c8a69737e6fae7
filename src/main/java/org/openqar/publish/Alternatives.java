package org.openqar.publish;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.openqar.publish.Neighbourhoods.Neighbourhood;
import org.openqar.publish.Neighbourhoods.Relation;

/**
 * Finds counts that a reader cannot distinguish from the true ones: all sums of a neighbourhood
 * hold, and every count is within its {@link Bounds}. The search moves one count, and then moves
 * others against it until the sums hold again. If two such values are far enough apart, they prove
 * that no reader knows the count more closely, without a linear programme.
 */
final class Alternatives {
  /** The number of attempts in each direction. One attempt may succeed where another fails. */
  private static final int ATTEMPTS = 6;

  /** The most counts to move against one. */
  private static final int MOVES = 100;

  private final Relation[] relations;
  private final int[][] relationsOf;
  private final int[] room;
  private final int[] space;
  private final int[] moved;
  private final int[] missing;
  private final int[] movedIn;
  private final Deque<int[]> done = new ArrayDeque<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Random dice = new Random(1);
  private int attempt;

  Alternatives(Neighbourhood near, Sums sums, Bounds bounds, int quantity) {
    relations = near.relations().toArray(Relation[]::new);
    int cells = near.cells().length;
    relationsOf = Neighbourhoods.relationsOf(relations, cells);
    room = new int[cells];
    space = new int[cells];
    for (int place = 0; place < cells; place++) {
      int cell = near.cells()[place];
      long truth = Bounds.of(sums.counts(cell), quantity);
      room[place] = (int) Math.min(1 << 20, bounds.high(cell, quantity) - truth);
      space[place] = (int) (truth - bounds.low(cell, quantity));
    }
    moved = new int[cells];
    movedIn = new int[cells];
    missing = new int[relations.length];
  }

  /** Whether the search shows that the first count can have at least this many values. */
  boolean leave(int width) {
    int up = 0;
    int down = 0;
    for (int i = 0; i < ATTEMPTS && up + down + 1 < width; i++) {
      up = Math.max(up, away(1, width - 1 - down));
      down = Math.max(down, away(-1, width - 1 - up));
    }
    return up + down + 1 >= width;
  }

  /** Moves the first count away from the truth, in large steps as long as possible. */
  private int away(int direction, int most) {
    Arrays.fill(moved, 0);
    int far = 0;
    int step = most;
    while (step > 0 && far < most) {
      step = Math.min(step, most - far);
      if (move(direction * step)) {
        far += step;
      } else {
        step /= 2;
      }
    }
    return far;
  }

  private boolean move(int by) {
    if (!allows(0, by)) {
      return false;
    }
    attempt++;
    done.clear();
    open.clear();
    set(0, by);
    while (!open.isEmpty()) {
      int relation = open.peek();
      if (missing[relation] == 0) {
        open.poll();
        continue;
      }
      int place = done.size() < MOVES ? best(relations[relation], missing[relation]) : -1;
      if (place < 0) {
        undo();
        return false;
      }
      set(relations[relation].cells()[place], -Relation.sign(place) * missing[relation]);
    }
    return true;
  }

  private void set(int cell, int by) {
    moved[cell] += by;
    movedIn[cell] = attempt;
    done.push(new int[] {cell, by});
    for (int relation : relationsOf[cell]) {
      missing[relation] += relations[relation].cells()[0] == cell ? -by : by;
      open.add(relation);
    }
  }

  private void undo() {
    for (int[] one : done) {
      moved[one[0]] -= one[1];
    }
    Arrays.fill(missing, 0);
  }

  /** Returns the count whose move leaves the fewest sums wrong, or -1 if none can move. */
  private int best(Relation relation, int wrongBy) {
    int found = -1;
    int fewest = Integer.MAX_VALUE;
    for (int place = 0; place < relation.cells().length; place++) {
      int cell = relation.cells()[place];
      int by = -Relation.sign(place) * wrongBy;
      if (movedIn[cell] != attempt && allows(cell, by)) {
        int wrong = 4 * wrong(cell, by) + dice.nextInt(4);
        if (wrong < fewest) {
          fewest = wrong;
          found = place;
        }
      }
    }
    return found;
  }

  private int wrong(int cell, int by) {
    int wrong = 0;
    for (int relation : relationsOf[cell]) {
      int now = missing[relation];
      int then = now + (relations[relation].cells()[0] == cell ? -by : by);
      wrong += (then == 0 ? 0 : 1) - (now == 0 ? 0 : 1);
    }
    return wrong;
  }

  private boolean allows(int cell, int by) {
    return by <= room[cell] - moved[cell] && -by <= space[cell] + moved[cell];
  }
}
