package org.openqar.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.openqar.publish.Sums.Sum;

/**
 * How many values a true count can have for a reader who solves the sums around it together, where
 * {@link Bounds} takes one at a time: a linear programme over the same count of the nearest cells.
 */
final class JointBounds {
  /** How many cells one programme has at most. */
  private static final int MOST = 120;

  private static final int STEPS = 5000;
  private static final double ROUNDING = 1e-6;

  /** A sum, of cells that have the same counts the first. */
  private record Relation(int whole, List<Integer> parts, boolean exact) {
    Stream<Integer> cells() {
      return Stream.concat(Stream.of(whole), parts.stream());
    }
  }

  private final Sums sums;
  private final Equations equations;
  private final Bounds bounds;

  JointBounds(Sums sums, Equations equations, Bounds bounds) {
    this.sums = sums;
    this.equations = equations;
    this.bounds = bounds;
  }

  /**
   * Whether a count can have so many values at least.
   *
   * @param cell the first of those that have the same counts
   * @param truth a value that it can have
   */
  boolean leave(int width, int cell, int quantity, long truth) {
    Set<Relation> among = new LinkedHashSet<>();
    Map<Integer, Integer> cells = nearest(cell, among);
    LinearConstraintSet constraints = constraints(cells, among, quantity);
    double[] count = new double[cells.size()];
    count[0] = 1;
    double low = bounds.low(cell, quantity);
    double high = low + optimum(count, constraints, GoalType.MAXIMIZE, Double.MAX_VALUE);
    if (high - truth + ROUNDING >= width - 1) {
      return true;
    }
    low += optimum(count, constraints, GoalType.MINIMIZE, 0);
    return Math.floor(high + ROUNDING) - Math.ceil(low - ROUNDING) >= width - 1;
  }

  /** The nearest cells by their positions in the programme, and the sums among them. */
  private Map<Integer, Integer> nearest(int cell, Set<Relation> among) {
    Map<Integer, Integer> positions = new LinkedHashMap<>(Map.of(cell, 0));
    List<Integer> order = new ArrayList<>(List.of(cell));
    for (int next = 0; next < order.size() && order.size() < MOST; next++) {
      for (int number : equations.sumsOf(order.get(next))) {
        Relation relation = relation(sums.all().get(number));
        List<Integer> added =
            relation.cells().filter(one -> !positions.containsKey(one)).distinct().toList();
        if (order.size() + added.size() <= MOST && among.add(relation)) {
          for (int one : added) {
            positions.put(one, order.size());
            order.add(one);
          }
        }
      }
    }
    return positions;
  }

  private Relation relation(Sum sum) {
    return new Relation(
        equations.same(sum.whole()),
        IntStream.of(sum.parts()).mapToObj(equations::same).toList(),
        sum.exact());
  }

  /** Over what each count is above its lower bound. */
  private LinearConstraintSet constraints(
      Map<Integer, Integer> cells, Set<Relation> among, int quantity) {
    List<LinearConstraint> constraints = new ArrayList<>();
    cells.forEach(
        (cell, position) -> {
          if (bounds.isBounded(cell, quantity)) {
            double[] row = new double[cells.size()];
            row[position] = 1;
            long most = bounds.width(cell, quantity) - 1;
            constraints.add(new LinearConstraint(row, Relationship.LEQ, most));
          }
        });
    for (Relation relation : among) {
      double[] row = new double[cells.size()];
      row[cells.get(relation.whole())] = -1;
      long lows = bounds.low(relation.whole(), quantity);
      for (int part : relation.parts()) {
        row[cells.get(part)] = 1;
        lows -= bounds.low(part, quantity);
      }
      Relationship relationship = relation.exact() ? Relationship.EQ : Relationship.LEQ;
      constraints.add(new LinearConstraint(row, relationship, lows));
    }
    return new LinearConstraintSet(constraints);
  }

  private static double optimum(
      double[] count, LinearConstraintSet constraints, GoalType goal, double otherwise) {
    try {
      return new SimplexSolver()
          .optimize(
              new MaxIter(STEPS),
              new LinearObjectiveFunction(count, 0),
              constraints,
              goal,
              new NonNegativeConstraint(true))
          .getValue();
    } catch (MathIllegalStateException notFound) {
      return otherwise;
    }
  }
}
