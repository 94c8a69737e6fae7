package org.openqar.rules;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Evaluates values and conditions as Spark columns, for all aims. */
final class SparkColumns implements Value.Evaluator<Column>, Condition.Evaluator<Column> {
  @Override
  public Column read(Value.Read read) {
    return col(read.column());
  }

  @Override
  public Column literal(Value.Literal literal) {
    return lit(literal.value());
  }

  @Override
  public Column noYear(Value.NoYear none) {
    return lit(null).cast(DataTypes.IntegerType);
  }

  @Override
  public Column sum(Value.Sum sum) {
    return sum.left().by(this).plus(sum.right().by(this));
  }

  @Override
  public Column greatest(Value.Greatest greatest) {
    return functions.greatest(each(greatest.among()));
  }

  @Override
  public Column first(Value.First first) {
    return coalesce(each(first.among()));
  }

  @Override
  public Column smallestIn(Value.SmallestIn smallest) {
    return array_min(smallest.list().by(this));
  }

  @Override
  public Column largestIn(Value.LargestIn largest) {
    return array_max(largest.list().by(this));
  }

  @Override
  public Column sizeOf(Value.SizeOf sizeOf) {
    return size(sizeOf.list().by(this));
  }

  @Override
  public Column contains(Value.Contains contains) {
    return array_contains(contains.list().by(this), contains.element().by(this));
  }

  @Override
  public Column daysBetween(Value.DaysBetween between) {
    return datediff(between.to().by(this), between.from().by(this));
  }

  @Override
  public Column daysAfter(Value.DaysAfter after) {
    return date_add(after.day().by(this), after.days());
  }

  @Override
  public Column monthsAfter(Value.MonthsAfter after) {
    return add_months(after.day().by(this), after.months());
  }

  @Override
  public Column academicYearOf(Value.AcademicYearOf year) {
    return Columns.academicYear(year.day().by(this));
  }

  @Override
  public Column when(Value.When when) {
    return functions.when(when.condition().by(this), when.value().by(this));
  }

  @Override
  public Column verdict(Value.Verdict verdict) {
    return verdict.condition().by(this);
  }

  @Override
  public Column texts(Value.Texts texts) {
    return Columns.present(List.of(each(texts.among())));
  }

  @Override
  public Column choice(Value.Choice choice) {
    Column chosen = null;
    for (Value.When one : choice.cases()) {
      Column holds = one.condition().by(this);
      Column value = one.value().by(this);
      chosen = chosen == null ? functions.when(holds, value) : chosen.when(holds, value);
    }
    return chosen;
  }

  @Override
  public Column text(Value.Text text) {
    return concat(
        text.parts().stream().map(part -> part.by(this).cast("string")).toArray(Column[]::new));
  }

  @Override
  public Column wholeNumber(Value.WholeNumber number) {
    return number.text().by(this).try_cast("int");
  }

  @Override
  public Column at(Value.At at) {
    return get(at.list().by(this), lit(at.place()));
  }

  @Override
  public Column wholeYears(Value.WholeYears years) {
    return Columns.wholeYears(years.from().by(this), years.to().by(this));
  }

  @Override
  public Column endOfAugust(Value.EndOfAugust day) {
    return make_date(Columns.academicYear(day.day().by(this)), lit(8), lit(31));
  }

  @Override
  public Column comparison(Condition.Comparison comparison) {
    Column left = comparison.left().value().by(this);
    Column right = comparison.right().value().by(this);
    return passes(
        switch (comparison.operator()) {
          case EQUAL -> left.equalTo(right);
          case UNDER -> left.lt(right);
          case AT_MOST -> left.leq(right);
          case AT_LEAST -> left.geq(right);
        });
  }

  @Override
  public Column oneOf(Condition.OneOf oneOf) {
    return passes(oneOf.term().value().by(this).isin(oneOf.values().toArray()));
  }

  @Override
  public Column overlaps(Condition.Overlaps overlaps) {
    Column[] values = overlaps.values().stream().map(functions::lit).toArray(Column[]::new);
    return passes(arrays_overlap(overlaps.list().value().by(this), array(values)));
  }

  @Override
  public Column given(Condition.Given given) {
    Column value = given.term().value().by(this);
    return given.there() ? value.isNotNull() : value.isNull();
  }

  @Override
  public Column holds(Condition.Holds holds) {
    return passes(holds.term().value().by(this));
  }

  @Override
  public Column all(Condition.All all) {
    return all.parts().stream().map(part -> part.by(this)).reduce(Column::and).orElseThrow();
  }

  @Override
  public Column any(Condition.Any any) {
    return any.parts().stream().map(part -> part.by(this)).reduce(Column::or).orElseThrow();
  }

  @Override
  public Column not(Condition.Not not) {
    return functions.not(not.condition().by(this));
  }

  @Override
  public Column constant(Condition.Constant constant) {
    return lit(constant.holds());
  }

  @Override
  public Column called(Condition.Called called) {
    return called.condition().by(this);
  }

  /** Makes a test of a missing value fail. No other place in this class does so. */
  private static Column passes(Column test) {
    return coalesce(test, lit(false));
  }

  private Column[] each(List<Value> values) {
    return values.stream().map(value -> value.by(this)).toArray(Column[]::new);
  }
}
