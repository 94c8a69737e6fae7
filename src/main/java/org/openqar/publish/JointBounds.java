package org.openqar.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.openqar.publish.Equations.Equation;

/**
 * How many values a true count can have for a reader who solves the equations around it together,
 * where {@link Bounds} takes one at a time: a linear programme over the nearest unknowns.
 */
final class JointBounds {
  /** How many unknowns one programme has at most. */
  private static final int MOST = 120;

  private static final int STEPS = 5000;
  private static final double ROUNDING = 1e-6;

  private final Equations equations;
  private final Bounds bounds;

  JointBounds(Equations equations, Bounds bounds) {
    this.equations = equations;
    this.bounds = bounds;
  }

  /**
   * Whether a count can have so many values at least.
   *
   * @param truth one that it can have
   */
  boolean leave(int width, int cell, int quantity, long truth) {
    Set<Equation> around = new LinkedHashSet<>();
    Map<Integer, Integer> unknowns = nearest(cell, around);
    LinearConstraintSet constraints = constraints(unknowns, around, quantity);
    double[] count = new double[unknowns.size()];
    count[0] = 1;
    double low = bounds.low(cell, quantity);
    double high = low + optimum(count, constraints, GoalType.MAXIMIZE, Double.MAX_VALUE);
    if (high - truth + ROUNDING >= width - 1) {
      return true;
    }
    low += optimum(count, constraints, GoalType.MINIMIZE, 0);
    return Math.floor(high + ROUNDING) - Math.ceil(low - ROUNDING) >= width - 1;
  }

  /** The nearest unknowns by their positions in the programme, and the equations among them. */
  private Map<Integer, Integer> nearest(int cell, Set<Equation> among) {
    Map<Integer, Integer> positions = new LinkedHashMap<>(Map.of(cell, 0));
    List<Integer> order = new ArrayList<>(List.of(cell));
    for (int next = 0; next < order.size() && order.size() < MOST; next++) {
      for (int number : equations.of(order.get(next))) {
        Equation equation = equations.all().get(number);
        int[] added =
            unknowns(equation).filter(one -> !positions.containsKey(one)).distinct().toArray();
        if (order.size() + added.length <= MOST && among.add(equation)) {
          for (int one : added) {
            positions.put(one, order.size());
            order.add(one);
          }
        }
      }
    }
    return positions;
  }

  private static IntStream unknowns(Equation equation) {
    return IntStream.concat(IntStream.of(equation.whole()), IntStream.of(equation.parts()));
  }

  /** Over what each count is above its lower bound. */
  private LinearConstraintSet constraints(
      Map<Integer, Integer> unknowns, Set<Equation> around, int quantity) {
    List<LinearConstraint> constraints = new ArrayList<>();
    unknowns.forEach(
        (unknown, position) -> {
          if (bounds.isBounded(unknown, quantity)) {
            double[] row = new double[unknowns.size()];
            row[position] = 1;
            long most = bounds.width(unknown, quantity) - 1;
            constraints.add(new LinearConstraint(row, Relationship.LEQ, most));
          }
        });
    for (Equation equation : around) {
      double[] row = new double[unknowns.size()];
      long lows = bounds.low(equation.whole(), quantity);
      row[unknowns.get(equation.whole())] = -1;
      for (int part : equation.parts()) {
        row[unknowns.get(part)] = 1;
        lows -= bounds.low(part, quantity);
      }
      Relationship relationship = equation.exact() ? Relationship.EQ : Relationship.LEQ;
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
