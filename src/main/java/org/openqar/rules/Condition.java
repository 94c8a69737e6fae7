package org.openqar.rules;

import java.util.List;

/**
 * A test of one aim, as a tree without an engine. An {@link Evaluator} turns the tree into a Spark
 * column, SQL, words, or the verdict on one row. The result is true or false, never null: a test of
 * a missing value does not pass.
 */
public sealed interface Condition {
  /** Calls the evaluator's method for this node. */
  <R> R by(Evaluator<R> evaluator);

  /** Gives one engine's answer for each kind of condition. */
  interface Evaluator<R> {
    R comparison(Comparison comparison);

    R oneOf(OneOf oneOf);

    R overlaps(Overlaps overlaps);

    R given(Given given);

    R holds(Holds holds);

    R all(All all);

    R any(Any any);

    R not(Not not);

    R constant(Constant constant);

    R called(Called called);
  }

  /** An operator between two values. */
  enum Operator {
    EQUAL("="),
    UNDER("<"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** Returns the sign in words and SQL. */
    String sign() {
      return sign;
    }
  }

  /** Compares two values of one type. */
  record Comparison(Term left, Operator operator, Term right) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.comparison(this);
    }
  }

  /** The term is one of some values. */
  record OneOf(Term term, List<?> values) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.oneOf(this);
    }
  }

  /** The term is a list that includes one of some texts. */
  record Overlaps(Term list, List<String> values) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.overlaps(this);
    }
  }

  /**
   * The term has a value, or has none.
   *
   * @param there true asks for a value, false for none
   */
  record Given(Term term, boolean there) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.given(this);
    }
  }

  /** The term, a yes or no, is yes. */
  record Holds(Term term) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.holds(this);
    }
  }

  /** Every one of two or more conditions holds. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.all(this);
    }
  }

  /** At least one of two or more conditions holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.any(this);
    }
  }

  /** The condition does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.not(this);
    }
  }

  /** The result is the same for every aim of this edition. */
  record Constant(boolean holds) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.constant(this);
    }
  }

  /** Words show the name instead of the condition. */
  record Called(String name, Condition condition) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.called(this);
    }
  }

  /** Holds if all of them hold. */
  static Condition allOf(Condition... conditions) {
    return conditions.length == 1 ? conditions[0] : new All(List.of(conditions));
  }

  /** Holds if at least one of them holds. */
  static Condition anyOf(Condition... conditions) {
    return conditions.length == 1 ? conditions[0] : new Any(List.of(conditions));
  }

  /** Holds if the condition does not. */
  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /** Never holds in this edition. */
  static Condition never() {
    return new Constant(false);
  }

  /** Always holds in this edition. */
  static Condition always() {
    return new Constant(true);
  }

  /** Gives the condition a known name to show instead of its words. */
  default Condition called(String name) {
    return new Called(name, this);
  }

  /** Returns the condition in words. */
  default String text() {
    return by(new Words());
  }

  /** Returns the terms that the condition reads, each once, in the order of the words. */
  default List<Term> reads() {
    return ReadTerms.of(this);
  }
}
