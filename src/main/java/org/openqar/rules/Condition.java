package org.openqar.rules;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * A test of one aim, with its words and the terms that it reads. It is true or false, never null.
 */
public final class Condition {
  private final Column column;
  private final String text;
  private final List<Term> reads;
  private final String joinedBy;

  /** The one place where a missing value meets a test: it does not pass. */
  Condition(Column test, String text, List<Term> reads) {
    this(coalesce(test, lit(false)), text, reads, "");
  }

  private Condition(Column column, String text, List<Term> reads, String joinedBy) {
    this.column = column;
    this.text = text;
    this.reads = List.copyOf(reads);
    this.joinedBy = joinedBy;
  }

  /** All of them hold. */
  public static Condition allOf(Condition... conditions) {
    return join(" and ", Column::and, conditions);
  }

  /** At least one of them holds. */
  public static Condition anyOf(Condition... conditions) {
    return join(" or ", Column::or, conditions);
  }

  /** It does not hold. */
  public static Condition not(Condition condition) {
    return new Condition(
        org.apache.spark.sql.functions.not(condition.column),
        "not (" + condition.text + ")",
        condition.reads);
  }

  /** It never holds in this edition. */
  public static Condition never() {
    return new Condition(lit(false), "never in this edition", List.of());
  }

  /** It always holds in this edition. */
  public static Condition always() {
    return new Condition(lit(true), "always in this edition", List.of());
  }

  /** A known name in place of the words that it stands for. */
  Condition called(String name) {
    return new Condition(column, name, reads);
  }

  public Column column() {
    return column;
  }

  /** The test in words. */
  public String text() {
    return text;
  }

  /** The terms read, each once, in the order of the words. */
  public List<Term> reads() {
    return reads;
  }

  private static Condition join(
      String word, BinaryOperator<Column> operator, Condition... conditions) {
    if (conditions.length == 1) {
      return conditions[0];
    }
    Map<String, Term> reads = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      condition.reads.forEach(term -> reads.putIfAbsent(term.name(), term));
    }
    return new Condition(
        Arrays.stream(conditions).map(Condition::column).reduce(operator).orElseThrow(),
        Arrays.stream(conditions)
            .map(c -> c.joinedBy.isEmpty() || c.joinedBy.equals(word) ? c.text : "(" + c.text + ")")
            .collect(Collectors.joining(word)),
        new ArrayList<>(reads.values()),
        word);
  }
}
