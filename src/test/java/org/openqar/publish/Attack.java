package org.openqar.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Somebody who wants to know. Has what is published and what everybody may know (the policy, which
 * provider is of which type, which subject lies in which area), and works out between which values
 * each true count must lie: every symbol, every rounding, every rate beside its counts, every sum.
 */
final class Attack {
  /** A true count of a cell. */
  enum Quantity {
    LEAVERS("leaver_count"),
    COMPLETERS("completer_count"),
    ACHIEVERS("achievement_count"),
    NOT_COMPLETED(""),
    COMPLETED_ONLY(""),
    NOT_ACHIEVED("");

    private final String column;

    Quantity(String column) {
      this.column = column;
    }

    long of(TrueCounts counts) {
      long completers = counts.completers() == null ? 0 : counts.completers();
      return switch (this) {
        case LEAVERS -> counts.leavers();
        case COMPLETERS -> completers;
        case ACHIEVERS -> counts.achievers();
        case NOT_COMPLETED -> counts.leavers() - completers;
        case COMPLETED_ONLY -> completers - counts.achievers();
        case NOT_ACHIEVED -> counts.leavers() - counts.achievers();
      };
    }

    boolean isOfTimely() {
      return this == LEAVERS || this == ACHIEVERS || this == NOT_ACHIEVED;
    }
  }

  /** The whole is what the parts make together, or at least that. */
  private record Equation(int whole, int[] parts, boolean exact) {}

  /** What everybody may know. */
  record Knowledge(Policy policy, Map<String, String> typeOfProvider, List<Nesting> nestings) {}

  private static final double MUCH = 1e9;
  private static final int MOST_RELATED = 220;
  private static final int QUANTITIES = Quantity.values().length;

  private final List<PublishedCell> cells;
  private final Knowledge knowledge;
  private final Map<String, Integer> at = new HashMap<>();
  private final List<Equation> equations = new ArrayList<>();
  private final List<List<Integer>> equationsOf = new ArrayList<>();
  private final double[] low;
  private final double[] high;

  /**
   * @param adds whether the publisher says of a total that a breakdown of it adds up, by the total
   *     and the positions of the parts
   */
  Attack(List<PublishedCell> cells, Knowledge knowledge, BiPredicate<Integer, List<Integer>> adds) {
    this.cells = cells;
    this.knowledge = knowledge;
    this.low = new double[cells.size() * QUANTITIES];
    this.high = new double[low.length];
    Arrays.fill(high, MUCH);
    for (int i = 0; i < low.length; i++) {
      equationsOf.add(new ArrayList<>());
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      if (at.put(cells.get(cell).key(), cell) != null) {
        throw new AssertionError("published twice: " + cells.get(cell).key());
      }
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      read(cell);
      within(cell);
    }
    sums(adds);
    boolean open = true;
    while (open) {
      propagate();
      open = rates();
    }
  }

  private static int variable(int cell, Quantity quantity) {
    return cell * QUANTITIES + quantity.ordinal();
  }

  /** What a symbol or a rounded number says by itself. */
  private void read(int cell) {
    Policy policy = knowledge.policy();
    for (Quantity quantity : Quantity.values()) {
      String figure = cells.get(cell).figures().get(quantity.column);
      int variable = variable(cell, quantity);
      if (quantity == Quantity.LEAVERS) {
        low[variable] = 1;
      }
      if (figure != null && figure.matches("[0-9]+")) {
        long number = Long.parseLong(figure);
        low[variable] = Math.max(Math.max(policy.smallest(), 0), number - policy.base() / 2);
        high[variable] = number + (policy.base() - 1) / 2;
        if (policy.low() > 0) {
          low[variable] = number == 0 ? 0 : Math.max(policy.low(), low[variable]);
          high[variable] = number == 0 ? 0 : high[variable];
        }
      } else if (Figures.LOW.equals(figure)) {
        low[variable] = 1;
        high[variable] = policy.low() - 1;
      }
    }
  }

  private void within(int cell) {
    add(cell, Quantity.LEAVERS, Quantity.COMPLETERS, Quantity.NOT_COMPLETED);
    add(cell, Quantity.LEAVERS, Quantity.ACHIEVERS, Quantity.NOT_ACHIEVED);
    add(cell, Quantity.COMPLETERS, Quantity.ACHIEVERS, Quantity.COMPLETED_ONLY);
    add(cell, Quantity.NOT_ACHIEVED, Quantity.NOT_COMPLETED, Quantity.COMPLETED_ONLY);
  }

  private void add(int cell, Quantity whole, Quantity one, Quantity other) {
    add(
        new Equation(
            variable(cell, whole), new int[] {variable(cell, one), variable(cell, other)}, true));
  }

  private void add(Equation equation) {
    equations.add(equation);
    equationsOf.get(equation.whole()).add(equations.size() - 1);
    for (int part : equation.parts()) {
      equationsOf.get(part).add(equations.size() - 1);
    }
  }

  /** Every sum there is between published cells. */
  private void sums(BiPredicate<Integer, List<Integer>> adds) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      PublishedCell one = cells.get(cell);
      for (Map.Entry<String, String> filter : one.filters().entrySet()) {
        Map<String, String> without = new TreeMap<>(one.filters());
        without.remove(filter.getKey());
        part(parts, filter.getKey(), one.key(without), cell);
        for (Nesting nesting : knowledge.nestings()) {
          String outer = nesting.outerOf().get(filter.getValue());
          if (nesting.inner().equals(filter.getKey())
              && outer != null
              && !without.containsKey(nesting.outer())) {
            Map<String, String> around = new TreeMap<>(without);
            around.put(nesting.outer(), outer);
            part(parts, filter.getKey() + "<" + nesting.outer(), one.key(around), cell);
          }
        }
      }
      if (!one.isNational()) {
        Map<String, String> ofType = new TreeMap<>(one.filters());
        ofType.put("provider_type", knowledge.typeOfProvider().get(one.unit()));
        String nation = PublishedCell.NATION;
        part(parts, "provider", PublishedCell.key(one.system(), nation, one.filters()), cell);
        part(parts, "provider", PublishedCell.key(one.system(), nation, ofType), cell);
      }
    }
    parts.forEach(
        (key, members) -> {
          int whole = at.get(key.substring(key.indexOf('>') + 1));
          boolean exact = adds.test(whole, members);
          for (Quantity quantity : Quantity.values()) {
            add(
                new Equation(
                    variable(whole, quantity),
                    members.stream().mapToInt(cell -> variable(cell, quantity)).toArray(),
                    exact));
          }
        });
  }

  private void part(Map<String, List<Integer>> parts, String over, String whole, int cell) {
    if (at.containsKey(whole)) {
      parts.computeIfAbsent(over + ">" + whole, any -> new ArrayList<>()).add(cell);
    }
  }

  /** Bounds through the equations, until nothing moves. */
  private void propagate() {
    boolean moved = true;
    for (int round = 0; moved && round < 500; round++) {
      moved = false;
      for (Equation equation : equations) {
        moved |= solve(equation);
      }
    }
  }

  private boolean solve(Equation equation) {
    double lows = 0;
    double highs = 0;
    for (int part : equation.parts()) {
      lows += low[part];
      highs += high[part];
    }
    boolean moved = narrow(equation.whole(), lows, equation.exact() ? highs : MUCH);
    for (int part : equation.parts()) {
      moved |=
          narrow(
              part,
              equation.exact() ? low[equation.whole()] - (highs - high[part]) : 0,
              high[equation.whole()] - (lows - low[part]));
    }
    return moved;
  }

  private boolean narrow(int variable, double newLow, double newHigh) {
    boolean moved = false;
    if (newLow > low[variable]) {
      low[variable] = newLow;
      moved = true;
    }
    if (newHigh < high[variable] && newHigh < MUCH / 2) {
      high[variable] = newHigh;
      moved = true;
    }
    if (low[variable] > high[variable]) {
      throw new AssertionError(
          "the files contradict themselves at " + cells.get(variable / QUANTITIES));
    }
    return moved;
  }

  /** Which counts give the published rates: worth trying where few are left. */
  private boolean rates() {
    boolean moved = false;
    for (int cell = 0; cell < cells.size(); cell++) {
      Map<String, String> figures = cells.get(cell).figures();
      int leavers = variable(cell, Quantity.LEAVERS);
      int completers = variable(cell, Quantity.COMPLETERS);
      int achievers = variable(cell, Quantity.ACHIEVERS);
      moved |= pair(achievers, leavers, figures.get("achievements_percent"));
      moved |= pair(completers, leavers, figures.get("retention_percent"));
      moved |= pair(achievers, completers, figures.get("pass_percent"));
    }
    return moved;
  }

  private boolean pair(int part, int whole, String rate) {
    if (rate == null || !rate.matches("[0-9.]+") || knowledge.policy().ratesOfRounded()) {
      return false;
    }
    if (high[whole] - low[whole] > 50 || high[part] - low[part] > 50) {
      return false;
    }
    double[] ofPart = {MUCH, -1};
    double[] ofWhole = {MUCH, -1};
    for (long w = (long) low[whole]; w <= high[whole]; w++) {
      for (long p = (long) low[part]; p <= Math.min(w, high[part]); p++) {
        long tenths = w == 0 ? -1 : (2000 * p + w) / (2 * w);
        if (rate.equals(tenths / 10 + "." + tenths % 10)) {
          ofPart[0] = Math.min(ofPart[0], p);
          ofPart[1] = Math.max(ofPart[1], p);
          ofWhole[0] = Math.min(ofWhole[0], w);
          ofWhole[1] = Math.max(ofWhole[1], w);
        }
      }
    }
    return narrow(part, ofPart[0], ofPart[1]) | narrow(whole, ofWhole[0], ofWhole[1]);
  }

  /** The cell of a key; null if it is not published. */
  Integer cell(String key) {
    return at.get(key);
  }

  /** How many values a count can have, by bounds alone. */
  long width(int cell, Quantity quantity) {
    int variable = variable(cell, quantity);
    return (long) (high[variable] - low[variable]) + 1;
  }

  boolean allows(int cell, Quantity quantity, long value) {
    int variable = variable(cell, quantity);
    return low[variable] <= value && value <= high[variable];
  }

  /** How many values a count can have for somebody who solves the sums around it together. */
  long solvedWidth(int cell, Quantity quantity) {
    int target = variable(cell, quantity);
    Set<Integer> system = new HashSet<>();
    List<Integer> variables = new ArrayList<>(List.of(target));
    Set<Integer> known = new HashSet<>(variables);
    for (int next = 0; next < variables.size() && variables.size() < MOST_RELATED; next++) {
      for (int equation : equationsOf.get(variables.get(next))) {
        Equation one = equations.get(equation);
        if (variables.size() + one.parts().length <= MOST_RELATED && system.add(equation)) {
          for (int part : one.parts()) {
            if (known.add(part)) {
              variables.add(part);
            }
          }
          if (known.add(one.whole())) {
            variables.add(one.whole());
          }
        }
      }
    }
    Map<Integer, Integer> position = new HashMap<>();
    variables.forEach(variable -> position.put(variable, position.size()));
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int variable : variables) {
      if (high[variable] < MUCH / 2) {
        double[] row = new double[variables.size()];
        row[position.get(variable)] = 1;
        constraints.add(
            new LinearConstraint(row, Relationship.LEQ, high[variable] - low[variable]));
      }
    }
    for (int equation : system) {
      constraints.add(constraint(equations.get(equation), position));
    }
    double[] row = new double[variables.size()];
    row[position.get(target)] = 1;
    double least = optimum(row, constraints, GoalType.MINIMIZE, 0);
    double most = optimum(row, constraints, GoalType.MAXIMIZE, high[target] - low[target]);
    return (long) Math.floor(most + 1e-6) - (long) Math.ceil(least - 1e-6) + 1;
  }

  /** Over what each variable is above its lower bound. */
  private LinearConstraint constraint(Equation equation, Map<Integer, Integer> position) {
    double[] row = new double[position.size()];
    double shift = 0;
    for (int part : equation.parts()) {
      row[position.get(part)] += 1;
      shift += low[part];
    }
    row[position.get(equation.whole())] -= 1;
    return new LinearConstraint(
        row, equation.exact() ? Relationship.EQ : Relationship.LEQ, low[equation.whole()] - shift);
  }

  private static double optimum(
      double[] row, List<LinearConstraint> constraints, GoalType goal, double otherwise) {
    try {
      return new SimplexSolver()
          .optimize(
              new MaxIter(5000),
              new LinearObjectiveFunction(row, 0),
              new LinearConstraintSet(constraints),
              goal,
              new NonNegativeConstraint(true))
          .getValue();
    } catch (MathIllegalStateException unbounded) {
      return otherwise;
    }
  }
}
