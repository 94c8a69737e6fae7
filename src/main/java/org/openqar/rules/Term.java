package org.openqar.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A value that rules read, and its name for people. A comparison with a missing value is false.
 *
 * @param name the name in explanations and the catalogue
 */
public record Term(String name, Value value) {
  /** Makes a term of an aim's column under its ILR name. */
  static Term returned(String element, String column) {
    return new Term(element, Value.column(column));
  }

  /** Makes a term of a worked-out value. */
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

  /** The term equals another. */
  Condition is(Term other) {
    return compared(Condition.Operator.EQUAL, other);
  }

  /** The term is not after another. */
  public Condition atMost(Term other) {
    return compared(Condition.Operator.AT_MOST, other);
  }

  /** The term is before another. */
  public Condition under(Term other) {
    return compared(Condition.Operator.UNDER, other);
  }

  /** The term is before a day. */
  public Condition before(LocalDate day) {
    return under(day);
  }

  /** The term is on or after a day. */
  public Condition from(LocalDate day) {
    return atLeast(day);
  }

  /** The term is a list that includes one of some values. */
  Condition hasOneOf(List<String> values) {
    return values.isEmpty() ? Condition.never() : new Condition.Overlaps(this, List.copyOf(values));
  }

  public Condition known() {
    return new Condition.Given(this, true);
  }

  public Condition unknown() {
    return new Condition.Given(this, false);
  }

  /** The term is a yes or no, and is yes. */
  public Condition holds() {
    return new Condition.Holds(this);
  }

  private Condition compared(Condition.Operator operator, Term other) {
    return new Condition.Comparison(this, operator, other);
  }
}
