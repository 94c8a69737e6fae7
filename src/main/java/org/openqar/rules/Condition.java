package org.openqar.rules;

import java.util.List;

/**
 * A test of one aim: a tree without an engine, which an {@link Evaluator} turns into a Spark
 * column, into SQL, into words, or into the verdict on one row. It is true or false, never null: a
 * test that meets a missing value does not pass.
 */
public sealed interface Condition {
  /** Gives this node to the evaluator's method for it. */
  <R> R by(Evaluator<R> evaluator);

  /** One engine's answer for each kind of condition. */
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

  /** How two values are compared. */
  enum Operator {
    EQUAL("="),
    UNDER("<"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As words and SQL write it. */
    String sign() {
      return sign;
    }
  }

  /** Two values of one type compared. */
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

  /** The term is a list, and one of some texts is in it. */
  record Overlaps(Term list, List<String> values) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.overlaps(this);
    }
  }

  /**
   * The term is there, or is not.
   *
   * @param there which of both is asked for
   */
  record Given(Term term, boolean there) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.given(this);
    }
  }

  /** The term, a yes or no, is a yes. */
  record Holds(Term term) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.holds(this);
    }
  }

  /** Two or more hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.all(this);
    }
  }

  /** At least one of two or more holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.any(this);
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.not(this);
    }
  }

  /** The same for every aim of this edition. */
  record Constant(boolean holds) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.constant(this);
    }
  }

  /** Told by a name in place of the words that it stands for. */
  record Called(String name, Condition condition) implements Condition {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.called(this);
    }
  }

  /** All of them hold. */
  static Condition allOf(Condition... conditions) {
    return conditions.length == 1 ? conditions[0] : new All(List.of(conditions));
  }

  /** At least one of them holds. */
  static Condition anyOf(Condition... conditions) {
    return conditions.length == 1 ? conditions[0] : new Any(List.of(conditions));
  }

  /** It does not hold. */
  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /** It never holds in this edition. */
  static Condition never() {
    return new Constant(false);
  }

  /** It always holds in this edition. */
  static Condition always() {
    return new Constant(true);
  }

  /** A known name in place of the words that it stands for. */
  default Condition called(String name) {
    return new Called(name, this);
  }

  /** The test in words. */
  default String text() {
    return by(new Words());
  }

  /** The terms read, each once, in the order of the words. */
  default List<Term> reads() {
    return ReadTerms.of(this);
  }
}
