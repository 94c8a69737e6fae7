package org.openqar.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqar.calendar.AcademicYear;

/** Evaluates values and conditions of one aim, in plain Java. */
final class OnRow implements Value.Evaluator<Object>, Condition.Evaluator<Boolean> {
  private final AimValues aim;

  OnRow(AimValues aim) {
    this.aim = aim;
  }

  @Override
  public Object read(Value.Read read) {
    return aim.value(read.column());
  }

  @Override
  public Object literal(Value.Literal literal) {
    return literal.value();
  }

  @Override
  public Object noYear(Value.NoYear none) {
    return null;
  }

  @Override
  public Object sum(Value.Sum sum) {
    return both(
        sum.left(), sum.right(), (left, right) -> Math.addExact((Integer) left, (Integer) right));
  }

  @Override
  public Object greatest(Value.Greatest greatest) {
    return most(greatest.among().stream().map(value -> value.by(this)));
  }

  @Override
  public Object first(Value.First first) {
    return first.among().stream()
        .map(value -> value.by(this))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public Object smallestIn(Value.SmallestIn smallest) {
    return given(
        smallest.list(),
        list ->
            ((Collection<?>) list)
                .stream()
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .min(OnRow::compare)
                    .orElse(null));
  }

  @Override
  public Object largestIn(Value.LargestIn largest) {
    return given(largest.list(), list -> most(((Collection<?>) list).stream()));
  }

  @Override
  public Object sizeOf(Value.SizeOf size) {
    return given(size.list(), list -> ((Collection<?>) list).size());
  }

  @Override
  public Object contains(Value.Contains contains) {
    return both(
        contains.list(),
        contains.element(),
        (list, element) -> among((Collection<?>) list, element));
  }

  @Override
  public Object daysBetween(Value.DaysBetween between) {
    return both(
        between.from(),
        between.to(),
        (from, to) -> Math.toIntExact(ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to)));
  }

  @Override
  public Object daysAfter(Value.DaysAfter after) {
    return given(after.day(), day -> ((LocalDate) day).plusDays(after.days()));
  }

  @Override
  public Object monthsAfter(Value.MonthsAfter after) {
    return given(after.day(), day -> ((LocalDate) day).plusMonths(after.months()));
  }

  @Override
  public Object academicYearOf(Value.AcademicYearOf year) {
    return given(year.day(), day -> AcademicYear.of((LocalDate) day).start());
  }

  @Override
  public Object when(Value.When when) {
    return when.condition().by(this) ? when.value().by(this) : null;
  }

  @Override
  public Object verdict(Value.Verdict verdict) {
    return verdict.condition().by(this);
  }

  @Override
  public Object texts(Value.Texts texts) {
    return texts.among().stream().map(value -> value.by(this)).filter(Objects::nonNull).toList();
  }

  @Override
  public Object choice(Value.Choice choice) {
    return choice.cases().stream()
        .filter(one -> one.condition().by(this))
        .findFirst()
        .map(one -> one.value().by(this))
        .orElse(null);
  }

  @Override
  public Object text(Value.Text text) {
    List<Object> parts = new ArrayList<>();
    text.parts().forEach(part -> parts.add(part.by(this)));
    return parts.contains(null)
        ? null
        : parts.stream().map(String::valueOf).collect(Collectors.joining());
  }

  @Override
  public Object wholeNumber(Value.WholeNumber number) {
    return given(
        number.text(),
        text -> {
          try {
            return Integer.valueOf(((String) text).strip());
          } catch (NumberFormatException e) {
            return null;
          }
        });
  }

  @Override
  public Object at(Value.At at) {
    return given(
        at.list(),
        list -> at.place() < ((List<?>) list).size() ? ((List<?>) list).get(at.place()) : null);
  }

  @Override
  public Object wholeYears(Value.WholeYears years) {
    return both(
        years.from(), years.to(), (from, to) -> wholeYears((LocalDate) from, (LocalDate) to));
  }

  @Override
  public Object endOfAugust(Value.EndOfAugust day) {
    return given(day.day(), one -> LocalDate.of(AcademicYear.of((LocalDate) one).start(), 8, 31));
  }

  private static int wholeYears(LocalDate birth, LocalDate day) {
    MonthDay birthday = MonthDay.from(birth);
    boolean bothEndTheMonth =
        day.getMonth() == birth.getMonth()
            && day.getDayOfMonth() == day.lengthOfMonth()
            && birth.getDayOfMonth() == birth.lengthOfMonth();
    boolean birthdayToCome = MonthDay.from(day).isBefore(birthday) && !bothEndTheMonth;
    return day.getYear() - birth.getYear() - (birthdayToCome ? 1 : 0);
  }

  @Override
  public Boolean comparison(Condition.Comparison comparison) {
    Object left = comparison.left().value().by(this);
    Object right = comparison.right().value().by(this);
    if (left == null || right == null) {
      return false;
    }
    int order = compare(left, right);
    return switch (comparison.operator()) {
      case EQUAL -> order == 0;
      case UNDER -> order < 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
    };
  }

  @Override
  public Boolean oneOf(Condition.OneOf oneOf) {
    Object value = oneOf.term().value().by(this);
    return value != null && among(oneOf.values(), value);
  }

  @Override
  public Boolean overlaps(Condition.Overlaps overlaps) {
    Collection<?> list = (Collection<?>) overlaps.list().value().by(this);
    return list != null && overlaps.values().stream().anyMatch(list::contains);
  }

  @Override
  public Boolean given(Condition.Given given) {
    return (given.term().value().by(this) != null) == given.there();
  }

  @Override
  public Boolean holds(Condition.Holds holds) {
    return Boolean.TRUE.equals(holds.term().value().by(this));
  }

  @Override
  public Boolean all(Condition.All all) {
    return all.parts().stream().allMatch(part -> part.by(this));
  }

  @Override
  public Boolean any(Condition.Any any) {
    return any.parts().stream().anyMatch(part -> part.by(this));
  }

  @Override
  public Boolean not(Condition.Not not) {
    return !not.condition().by(this);
  }

  @Override
  public Boolean constant(Condition.Constant constant) {
    return constant.holds();
  }

  @Override
  public Boolean called(Condition.Called called) {
    return called.condition().by(this);
  }

  private Object given(Value value, Function<Object, Object> known) {
    Object given = value.by(this);
    return given == null ? null : known.apply(given);
  }

  private Object both(Value one, Value other, BinaryOperator<Object> known) {
    return given(one, left -> given(other, right -> known.apply(left, right)));
  }

  private static boolean among(Collection<?> values, Object value) {
    return values.stream().anyMatch(one -> compare(one, value) == 0);
  }

  private static Object most(Stream<?> values) {
    return values.filter(Objects::nonNull).map(Object.class::cast).max(OnRow::compare).orElse(null);
  }

  /** Compares two values that are present: whole numbers, days or texts. */
  private static int compare(Object one, Object other) {
    if (one instanceof Number number && other instanceof Number than) {
      return Long.compare(number.longValue(), than.longValue());
    }
    return one instanceof LocalDate day
        ? day.compareTo((LocalDate) other)
        : ((String) one).compareTo((String) other);
  }
}
