package org.openqar.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A value that rules read, with the name that people know it by. Every comparison with a value that
 * is not there is false.
 *
 * @param name as explanations and the catalogue write it
 */
public record Term(String name, Value value) {
  /** A column of the aim under its ILR name. */
  static Term returned(String element, String column) {
    return new Term(element, Value.column(column));
  }

  /** A worked-out value. */
  static Term derived(String name, Value value) {
    return new Term(name, value);
  }

  private static Term constant(Object value) {
    return new Term(String.valueOf(value), new Value.Literal(value));
  }

  public Condition is(Object value) {
    return compared(Condition.Operator.EQUAL, constant(value));
  }

  public Condition in(List<?> values) {
    return new Condition.OneOf(this, List.copyOf(values));
  }

  public Condition in(Integer... values) {
    return in(Arrays.asList(values));
  }

  public Condition atLeast(Object value) {
    return compared(Condition.Operator.AT_LEAST, constant(value));
  }

  public Condition under(Object value) {
    return compared(Condition.Operator.UNDER, constant(value));
  }

  public Condition atMost(Object value) {
    return compared(Condition.Operator.AT_MOST, constant(value));
  }

  /** The same as another term. */
  Condition is(Term other) {
    return compared(Condition.Operator.EQUAL, other);
  }

  /** Not after another term. */
  public Condition atMost(Term other) {
    return compared(Condition.Operator.AT_MOST, other);
  }

  /** Before another term. */
  public Condition under(Term other) {
    return compared(Condition.Operator.UNDER, other);
  }

  /** Before a day. */
  public Condition before(LocalDate day) {
    return under(day);
  }

  /** On or after a day. */
  public Condition from(LocalDate day) {
    return atLeast(day);
  }

  /** The term is a list that has one of some values in it. */
  Condition hasOneOf(List<String> values) {
    return values.isEmpty() ? Condition.never() : new Condition.Overlaps(this, List.copyOf(values));
  }

  public Condition known() {
    return new Condition.Given(this, true);
  }

  public Condition unknown() {
    return new Condition.Given(this, false);
  }

  /** The term is itself a yes or no. */
  public Condition holds() {
    return new Condition.Holds(this);
  }

  private Condition compared(Condition.Operator operator, Term other) {
    return new Condition.Comparison(this, operator, other);
  }
}
