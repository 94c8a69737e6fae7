package org.openqar.rules;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;

/** Writes values and conditions in Spark's SQL over a row of {@code aim}, as people write it. */
class Sql implements Value.Evaluator<String>, Condition.Evaluator<String> {
  @Override
  public String read(Value.Read read) {
    return read.column();
  }

  @Override
  public String literal(Value.Literal literal) {
    return constant(literal.value());
  }

  @Override
  public String noYear(Value.NoYear none) {
    return "CAST(NULL AS INT)";
  }

  @Override
  public String sum(Value.Sum sum) {
    return "%s + %s".formatted(sum.left().by(this), sum.right().by(this));
  }

  @Override
  public String greatest(Value.Greatest greatest) {
    return call("greatest", greatest.among());
  }

  @Override
  public String first(Value.First first) {
    return call("coalesce", first.among());
  }

  @Override
  public String smallestIn(Value.SmallestIn smallest) {
    return call("array_min", List.of(smallest.list()));
  }

  @Override
  public String largestIn(Value.LargestIn largest) {
    return call("array_max", List.of(largest.list()));
  }

  @Override
  public String sizeOf(Value.SizeOf size) {
    return call("size", List.of(size.list()));
  }

  @Override
  public String contains(Value.Contains contains) {
    return call("array_contains", List.of(contains.list(), contains.element()));
  }

  @Override
  public String daysBetween(Value.DaysBetween between) {
    return call("datediff", List.of(between.to(), between.from()));
  }

  @Override
  public String daysAfter(Value.DaysAfter after) {
    return "date_add(%s, %d)".formatted(after.day().by(this), after.days());
  }

  @Override
  public String monthsAfter(Value.MonthsAfter after) {
    return "add_months(%s, %d)".formatted(after.day().by(this), after.months());
  }

  @Override
  public String academicYearOf(Value.AcademicYearOf year) {
    return "year(%1$s) - CASE WHEN month(%1$s) < 8 THEN 1 ELSE 0 END"
        .formatted(year.day().by(this));
  }

  @Override
  public String when(Value.When when) {
    return "CASE WHEN %s THEN %s END".formatted(when.condition().by(this), when.value().by(this));
  }

  @Override
  public String verdict(Value.Verdict verdict) {
    return verdict.condition().by(this);
  }

  @Override
  public String texts(Value.Texts texts) {
    return "array_compact(%s)".formatted(call("array", texts.among()));
  }

  @Override
  public String choice(Value.Choice choice) {
    return choice.cases().stream()
        .map(one -> "WHEN %s THEN %s".formatted(one.condition().by(this), one.value().by(this)))
        .collect(joining(" ", "CASE ", " END"));
  }

  @Override
  public String text(Value.Text text) {
    return text.parts().stream()
        .map(part -> "CAST(%s AS STRING)".formatted(part.by(this)))
        .collect(joining(" || "));
  }

  @Override
  public String wholeNumber(Value.WholeNumber number) {
    return "try_cast(%s AS INT)".formatted(number.text().by(this));
  }

  @Override
  public String at(Value.At at) {
    return "get(%s, %d)".formatted(at.list().by(this), at.place());
  }

  @Override
  public String wholeYears(Value.WholeYears years) {
    return ("year(%2$s) - year(%1$s) - CASE WHEN month(%2$s) * 32 + day(%2$s) < month(%1$s) * 32 + day(%1$s)"
            + " AND NOT (month(%2$s) = month(%1$s) AND %2$s = last_day(%2$s) AND %1$s = last_day(%1$s))"
            + " THEN 1 ELSE 0 END")
        .formatted(years.from().by(this), years.to().by(this));
  }

  @Override
  public String endOfAugust(Value.EndOfAugust day) {
    return "make_date(%s, 8, 31)".formatted(new Value.AcademicYearOf(day.day()).by(this));
  }

  @Override
  public String comparison(Condition.Comparison comparison) {
    return passes(
        "%s %s %s"
            .formatted(
                comparison.left().value().by(this),
                comparison.operator().sign(),
                comparison.right().value().by(this)));
  }

  @Override
  public String oneOf(Condition.OneOf oneOf) {
    return oneOf.values().isEmpty()
        ? "false"
        : passes("%s IN (%s)".formatted(oneOf.term().value().by(this), constants(oneOf.values())));
  }

  @Override
  public String overlaps(Condition.Overlaps overlaps) {
    return passes(
        "arrays_overlap(%s, array(%s))"
            .formatted(overlaps.list().value().by(this), constants(overlaps.values())));
  }

  @Override
  public String given(Condition.Given given) {
    return given.term().value().by(this) + (given.there() ? " IS NOT NULL" : " IS NULL");
  }

  @Override
  public String holds(Condition.Holds holds) {
    return passes(holds.term().value().by(this));
  }

  @Override
  public String all(Condition.All all) {
    return all.parts().stream()
        .map(part -> bracketed(part, bare(part) instanceof Condition.Any))
        .collect(joining(" AND "));
  }

  @Override
  public String any(Condition.Any any) {
    return any.parts().stream()
        .map(part -> bracketed(part, bare(part) instanceof Condition.All))
        .collect(joining(" OR "));
  }

  @Override
  public String not(Condition.Not not) {
    Condition bare = bare(not.condition());
    return "NOT " + bracketed(bare, bare instanceof Condition.All || bare instanceof Condition.Any);
  }

  @Override
  public String constant(Condition.Constant constant) {
    return String.valueOf(constant.holds());
  }

  @Override
  public String called(Condition.Called called) {
    return called.condition().by(this);
  }

  /** Makes a test of a missing value fail. No other place in this class does so. */
  private static String passes(String test) {
    return "coalesce(" + test + ", false)";
  }

  private static Condition bare(Condition condition) {
    return condition instanceof Condition.Called called ? bare(called.condition()) : condition;
  }

  private String bracketed(Condition part, boolean inBrackets) {
    String told = part.by(this);
    return inBrackets ? "(" + told + ")" : told;
  }

  final String call(String function, List<Value> arguments) {
    return arguments.stream()
        .map(argument -> argument.by(this))
        .collect(joining(", ", function + "(", ")"));
  }

  static String constants(List<?> values) {
    return values.stream().map(Sql::constant).collect(joining(", "));
  }

  private static String constant(Object value) {
    if (value instanceof LocalDate) {
      return "DATE '" + value + "'";
    }
    return value instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : String.valueOf(value);
  }
}
