package org.openqar.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the columns that a value or a condition can read. */
final class ReadColumns implements Value.Evaluator<Void>, Condition.Evaluator<Void> {
  private final Set<String> columns = new LinkedHashSet<>();

  private ReadColumns() {}

  /** Returns the columns, each once, in the order of the tree. */
  static Set<String> of(Value value) {
    ReadColumns read = new ReadColumns();
    value.by(read);
    return read.columns;
  }

  /** Returns the columns, each once, in the order of the tree. */
  static Set<String> of(Condition condition) {
    ReadColumns read = new ReadColumns();
    condition.by(read);
    return read.columns;
  }

  @Override
  public Void read(Value.Read read) {
    columns.add(read.column());
    return null;
  }

  @Override
  public Void literal(Value.Literal literal) {
    return null;
  }

  @Override
  public Void noYear(Value.NoYear none) {
    return null;
  }

  @Override
  public Void sum(Value.Sum sum) {
    return all(sum.left(), sum.right());
  }

  @Override
  public Void greatest(Value.Greatest greatest) {
    return all(greatest.among());
  }

  @Override
  public Void first(Value.First first) {
    return all(first.among());
  }

  @Override
  public Void smallestIn(Value.SmallestIn smallest) {
    return all(smallest.list());
  }

  @Override
  public Void largestIn(Value.LargestIn largest) {
    return all(largest.list());
  }

  @Override
  public Void sizeOf(Value.SizeOf size) {
    return all(size.list());
  }

  @Override
  public Void contains(Value.Contains contains) {
    return all(contains.list(), contains.element());
  }

  @Override
  public Void daysBetween(Value.DaysBetween between) {
    return all(between.from(), between.to());
  }

  @Override
  public Void daysAfter(Value.DaysAfter after) {
    return all(after.day());
  }

  @Override
  public Void monthsAfter(Value.MonthsAfter after) {
    return all(after.day());
  }

  @Override
  public Void academicYearOf(Value.AcademicYearOf year) {
    return all(year.day());
  }

  @Override
  public Void when(Value.When when) {
    when.condition().by(this);
    return all(when.value());
  }

  @Override
  public Void verdict(Value.Verdict verdict) {
    return verdict.condition().by(this);
  }

  @Override
  public Void texts(Value.Texts texts) {
    return all(texts.among());
  }

  @Override
  public Void choice(Value.Choice choice) {
    return all(List.copyOf(choice.cases()));
  }

  @Override
  public Void text(Value.Text text) {
    return all(text.parts());
  }

  @Override
  public Void wholeNumber(Value.WholeNumber number) {
    return all(number.text());
  }

  @Override
  public Void at(Value.At at) {
    return all(at.list());
  }

  @Override
  public Void wholeYears(Value.WholeYears years) {
    return all(years.from(), years.to());
  }

  @Override
  public Void endOfAugust(Value.EndOfAugust day) {
    return all(day.day());
  }

  @Override
  public Void comparison(Condition.Comparison comparison) {
    return all(comparison.left().value(), comparison.right().value());
  }

  @Override
  public Void oneOf(Condition.OneOf oneOf) {
    return all(oneOf.term().value());
  }

  @Override
  public Void overlaps(Condition.Overlaps overlaps) {
    return all(overlaps.list().value());
  }

  @Override
  public Void given(Condition.Given given) {
    return all(given.term().value());
  }

  @Override
  public Void holds(Condition.Holds holds) {
    return all(holds.term().value());
  }

  @Override
  public Void all(Condition.All all) {
    all.parts().forEach(part -> part.by(this));
    return null;
  }

  @Override
  public Void any(Condition.Any any) {
    any.parts().forEach(part -> part.by(this));
    return null;
  }

  @Override
  public Void not(Condition.Not not) {
    return not.condition().by(this);
  }

  @Override
  public Void constant(Condition.Constant constant) {
    return null;
  }

  @Override
  public Void called(Condition.Called called) {
    return called.condition().by(this);
  }

  private Void all(Value... values) {
    return all(List.of(values));
  }

  private Void all(List<Value> values) {
    values.forEach(value -> value.by(this));
    return null;
  }
}
