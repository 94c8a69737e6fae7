package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.openqar.publish.Sums.Sum;

/**
 * The equations that a reader can use: the sums, and the equations that follow from two sums
 * together. If two sums share several cells, these cells count as one unknown. From 60 = a + b + c
 * and 20 = b + c + d something follows about a and d, however little is known about b and c. If one
 * cell is the only part of another, the two count as the same cell.
 */
final class Equations {
  /**
   * One equation.
   *
   * @param whole an unknown; an unknown after the cells is several cells together
   * @param parts the unknowns that are its parts
   * @param exact whether the parts make up the whole
   * @param sum the position of the sum that the equation comes from
   */
  record Equation(int whole, int[] parts, boolean exact, int sum) {}

  /**
   * The most parts of a sum that is combined with another. Two wider sums together reveal nothing.
   */
  private static final int MOST_PARTS = 16;

  private final Sums sums;
  private final int[] same;

  /** The equations, without those that only say that cells are the same. */
  private final Map<Integer, Set<Integer>> sumsOfSame = new HashMap<>();

  private final List<Equation> all = new ArrayList<>();
  private final List<List<Integer>> equationsOf = new ArrayList<>();

  Equations(Sums sums) {
    this.sums = sums;
    this.same = same(sums);
    for (int cell = 0; cell < sums.cells(); cell++) {
      equationsOf.add(new ArrayList<>());
    }
    for (int each = 0; each < sums.all().size(); each++) {
      int number = each;
      Sum sum = sums.all().get(number);
      add(new Equation(sum.whole(), sum.parts(), sum.exact(), number));
      if (!sum.exact() || sum.parts().length > 1) {
        IntStream.concat(IntStream.of(sum.whole()), IntStream.of(sum.parts()))
            .forEach(cell -> relate(cell, number));
      }
    }
    shareParts();
  }

  private void relate(int cell, int sum) {
    sumsOfSame.computeIfAbsent(same[cell], any -> new TreeSet<>()).add(sum);
  }

  private void add(Equation equation) {
    equationsOf.get(equation.whole()).add(all.size());
    for (int part : equation.parts()) {
      equationsOf.get(part).add(all.size());
    }
    all.add(equation);
  }

  private void shareParts() {
    List<Set<Integer>> partsOf = new ArrayList<>();
    Map<Integer, List<Integer>> sumsOf = new HashMap<>();
    for (int number = 0; number < sums.all().size(); number++) {
      Set<Integer> parts = new TreeSet<>();
      for (int part : sums.all().get(number).parts()) {
        parts.add(same[part]);
      }
      partsOf.add(parts);
      if (parts.size() > 1 && parts.size() <= MOST_PARTS) {
        for (int part : parts) {
          sumsOf.computeIfAbsent(part, any -> new ArrayList<>()).add(number);
        }
      }
    }
    Map<Set<Integer>, Integer> together = new HashMap<>();
    Set<List<Object>> known = new HashSet<>();
    for (int one = 0; one < partsOf.size(); one++) {
      for (Map.Entry<Integer, Integer> other : sharing(one, partsOf.get(one), sumsOf).entrySet()) {
        if (other.getValue() > 1) {
          Set<Integer> shared = new TreeSet<>(partsOf.get(one));
          shared.retainAll(partsOf.get(other.getKey()));
          if (!together.containsKey(shared)) {
            together.put(shared, together(shared, one));
          }
          int unknown = together.get(shared);
          for (int number : List.of(one, other.getKey())) {
            Set<Integer> rest = new TreeSet<>(partsOf.get(number));
            rest.removeAll(shared);
            rest.add(unknown);
            Sum sum = sums.all().get(number);
            if (known.add(List.of(same[sum.whole()], rest))) {
              add(new Equation(same[sum.whole()], ints(rest), sum.exact(), number));
            }
          }
        }
      }
    }
  }

  /** Adds an unknown. */
  private int together(Set<Integer> cells, int sum) {
    int unknown = equationsOf.size();
    equationsOf.add(new ArrayList<>());
    add(new Equation(unknown, ints(cells), true, sum));
    return unknown;
  }

  /** Returns the later sums that share parts with a sum, with the number of parts shared. */
  private static Map<Integer, Integer> sharing(
      int one, Set<Integer> parts, Map<Integer, List<Integer>> sumsOf) {
    Map<Integer, Integer> shared = new HashMap<>();
    if (parts.size() <= MOST_PARTS) {
      for (int part : parts) {
        for (int other : sumsOf.getOrDefault(part, List.of())) {
          if (other > one) {
            shared.merge(other, 1, Integer::sum);
          }
        }
      }
    }
    return shared;
  }

  /** Returns, for each cell, the first of the cells that are the same. */
  private static int[] same(Sums sums) {
    int[] same = IntStream.range(0, sums.cells()).toArray();
    for (Sum sum : sums.all()) {
      if (sum.exact() && sum.parts().length == 1) {
        int one = first(same, sum.whole());
        int other = first(same, sum.parts()[0]);
        same[Math.max(one, other)] = Math.min(one, other);
      }
    }
    Arrays.setAll(same, cell -> first(same, cell));
    return same;
  }

  private static int first(int[] same, int cell) {
    int one = cell;
    while (same[one] != one) {
      one = same[one];
    }
    return one;
  }

  private static int[] ints(Set<Integer> cells) {
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the first of the cells that must have the same counts as a cell. */
  int same(int cell) {
    return same[cell];
  }

  /** Returns the sums that have a cell, or one with the same counts, as part or whole. */
  Set<Integer> sumsOf(int cell) {
    return sumsOfSame.getOrDefault(same[cell], Set.of());
  }

  /** Returns the number of unknowns. The cells come first, by their positions. */
  int unknowns() {
    return equationsOf.size();
  }

  List<Equation> all() {
    return all;
  }

  /** Returns the positions of the equations that have an unknown as part or whole. */
  List<Integer> of(int unknown) {
    return equationsOf.get(unknown);
  }
}
