package org.openqar.rules;

import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A value that rules read: a column of the aim or something worked out from its columns, with the
 * name that people know it by. Every comparison with a value that is not there is false.
 */
public final class Term {
  private final String name;
  private final Column column;

  private Term(String name, Column column) {
    this.name = name;
    this.column = column;
  }

  /** A column of the aim under its ILR name. */
  static Term returned(String element, String column) {
    return new Term(element, functions.col(column));
  }

  /** A worked-out value. */
  static Term derived(String name, Column column) {
    return new Term(name, column);
  }

  /** As explanations and the catalogue write it. */
  public String name() {
    return name;
  }

  public Column column() {
    return column;
  }

  public Condition is(Object value) {
    return condition(column.equalTo(lit(value)), "= " + value);
  }

  public Condition in(List<?> values) {
    return condition(
        column.isin(values.toArray()),
        "in " + values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
  }

  public Condition in(Integer... values) {
    return in(Arrays.asList(values));
  }

  public Condition atLeast(Object value) {
    return condition(column.geq(lit(value)), ">= " + value);
  }

  public Condition under(Object value) {
    return condition(column.lt(lit(value)), "< " + value);
  }

  public Condition atMost(Object value) {
    return condition(column.leq(lit(value)), "<= " + value);
  }

  /** Not after another term. */
  public Condition atMost(Term other) {
    return new Condition(
        column.leq(other.column), "%s <= %s".formatted(name, other.name), List.of(this, other));
  }

  /** Before another term. */
  public Condition under(Term other) {
    return new Condition(
        column.lt(other.column), "%s < %s".formatted(name, other.name), List.of(this, other));
  }

  /** Before a day. */
  public Condition before(LocalDate day) {
    return condition(column.lt(lit(Date.valueOf(day))), "< " + day);
  }

  /** The term is a list that has one of some values in it. */
  Condition hasOneOf(List<String> values) {
    return values.isEmpty()
        ? Condition.never()
        : condition(
            functions.exists(column, value -> value.isin(values.toArray())),
            "have one of " + String.join(", ", values));
  }

  /** On or after a day. */
  public Condition from(LocalDate day) {
    return atLeast(Date.valueOf(day));
  }

  public Condition known() {
    return condition(column.isNotNull(), "is given");
  }

  public Condition unknown() {
    return condition(column.isNull(), "is not given");
  }

  /** The term is itself a yes or no. */
  public Condition holds() {
    return new Condition(column, name, List.of(this));
  }

  private Condition condition(Column test, String text) {
    return new Condition(test, name + " " + text, List.of(this));
  }
}
