package org.openqar.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.openqar.publish.Neighbourhoods.Neighbourhood;
import org.openqar.publish.Neighbourhoods.Relation;

/**
 * Finds how many values a true count can have for a reader who solves the sums around it together.
 * {@link Bounds} takes one sum at a time. This class solves a linear programme over the same count
 * of the nearest cells.
 */
final class JointBounds {
  private static final int STEPS = 5000;
  private static final double ROUNDING = 1e-6;

  private final Sums sums;
  private final Neighbourhoods neighbourhoods;
  private final Bounds bounds;

  JointBounds(Sums sums, Neighbourhoods neighbourhoods, Bounds bounds) {
    this.sums = sums;
    this.neighbourhoods = neighbourhoods;
    this.bounds = bounds;
  }

  /**
   * Whether a count can have at least this many values. {@link Alternatives} settles most counts;
   * the linear programme settles the others.
   *
   * @param cell the first of the cells that have the same counts
   */
  boolean leave(int width, int cell, int quantity) {
    Neighbourhood near = neighbourhoods.of(cell);
    return new Alternatives(near, sums, bounds, quantity).leave(width)
        || allows(width, cell, quantity, near);
  }

  private boolean allows(int width, int cell, int quantity, Neighbourhood near) {
    long truth = Bounds.of(sums.counts(cell), quantity);
    LinearConstraintSet constraints = constraints(near, quantity);
    double[] count = new double[near.cells().length];
    count[0] = 1;
    double low = bounds.low(cell, quantity);
    double high = low + optimum(count, constraints, GoalType.MAXIMIZE, Double.MAX_VALUE);
    if (high - truth + ROUNDING >= width - 1) {
      return true;
    }
    low += optimum(count, constraints, GoalType.MINIMIZE, 0);
    return Math.floor(high + ROUNDING) - Math.ceil(low - ROUNDING) >= width - 1;
  }

  /** Returns the constraints. Each variable is the excess of a count over its lower bound. */
  private LinearConstraintSet constraints(Neighbourhood near, int quantity) {
    List<LinearConstraint> constraints = new ArrayList<>();
    int[] cells = near.cells();
    for (int place = 0; place < cells.length; place++) {
      if (bounds.isBounded(cells[place], quantity)) {
        double[] row = new double[cells.length];
        row[place] = 1;
        long most = bounds.width(cells[place], quantity) - 1;
        constraints.add(new LinearConstraint(row, Relationship.LEQ, most));
      }
    }
    for (Relation relation : near.relations()) {
      double[] row = new double[cells.length];
      long lows = 0;
      for (int i = 0; i < relation.cells().length; i++) {
        int place = relation.cells()[i];
        row[place] = Relation.sign(i);
        lows -= Relation.sign(i) * bounds.low(cells[place], quantity);
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
