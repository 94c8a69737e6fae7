package org.openqar.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A value that a rule reads from one aim: a column, or something worked out from columns. It is a
 * tree without an engine. An {@link Evaluator} turns the tree into a Spark column, SQL, or the
 * value for one row. A missing input makes the result missing too, unless a node says otherwise.
 */
public sealed interface Value {
  /** Calls the evaluator's method for this node. */
  <R> R by(Evaluator<R> evaluator);

  /** Gives one engine's answer for each kind of value. */
  interface Evaluator<R> {
    R read(Read read);

    R literal(Literal literal);

    R noYear(NoYear none);

    R sum(Sum sum);

    R greatest(Greatest greatest);

    R first(First first);

    R smallestIn(SmallestIn smallest);

    R largestIn(LargestIn largest);

    R sizeOf(SizeOf size);

    R contains(Contains contains);

    R daysBetween(DaysBetween between);

    R daysAfter(DaysAfter after);

    R monthsAfter(MonthsAfter after);

    R academicYearOf(AcademicYearOf year);

    R when(When when);

    R verdict(Verdict verdict);

    R texts(Texts texts);

    R choice(Choice choice);

    R text(Text text);

    R wholeNumber(WholeNumber number);

    R at(At at);

    R wholeYears(WholeYears years);

    R endOfAugust(EndOfAugust day);
  }

  /** A column of the row. */
  record Read(String column) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.read(this);
    }
  }

  /**
   * A constant.
   *
   * @param value a whole number, a text or a {@link java.time.LocalDate}
   */
  record Literal(Object value) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.literal(this);
    }
  }

  /** A year that is always missing. */
  record NoYear() implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.noYear(this);
    }
  }

  /** The sum of two whole numbers. */
  record Sum(Value left, Value right) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.sum(this);
    }
  }

  /** The greatest of the values that are present. */
  record Greatest(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.greatest(this);
    }
  }

  /** The first of the values that are present. */
  record First(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.first(this);
    }
  }

  /** The smallest element of a list; missing if the list is empty. */
  record SmallestIn(Value list) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.smallestIn(this);
    }
  }

  /** The largest element of a list; missing if the list is empty. */
  record LargestIn(Value list) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.largestIn(this);
    }
  }

  /** The number of elements in a list. */
  record SizeOf(Value list) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.sizeOf(this);
    }
  }

  /** Whether a list has an element. */
  record Contains(Value list, Value element) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.contains(this);
    }
  }

  /** Days from one day to another; negative if the second is before the first. */
  record DaysBetween(Value from, Value to) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.daysBetween(this);
    }
  }

  /** The day some days after another. */
  record DaysAfter(Value day, int days) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.daysAfter(this);
    }
  }

  /** The day some months after another. If the month has no such day, its last day. */
  record MonthsAfter(Value day, int months) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.monthsAfter(this);
    }
  }

  /** The academic year of a day: 1 August begins the next one. */
  record AcademicYearOf(Value day) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.academicYearOf(this);
    }
  }

  /** A value if a condition holds; otherwise missing. */
  record When(Condition condition, Value value) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.when(this);
    }
  }

  /** Whether a condition holds; never missing. */
  record Verdict(Condition condition) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.verdict(this);
    }
  }

  /** Those of some different texts that are present, in order. */
  record Texts(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.texts(this);
    }
  }

  /**
   * The value of the first case that holds, even if that value is missing; missing if no case
   * holds.
   */
  record Choice(List<When> cases) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.choice(this);
    }
  }

  /** Joins texts and whole numbers into one text. */
  record Text(List<Value> parts) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.text(this);
    }
  }

  /**
   * The whole number in a text, with or without blanks around it; missing if the text is not a
   * whole number.
   */
  record WholeNumber(Value text) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.wholeNumber(this);
    }
  }

  /**
   * An element of a list; missing if the list is shorter.
   *
   * @param place from 0
   */
  record At(Value list, int place) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.at(this);
    }
  }

  /**
   * Full years from one day to another. A person born on 29 February is a year older on the last
   * day of the month.
   */
  record WholeYears(Value from, Value to) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.wholeYears(this);
    }
  }

  /** 31 August of the academic year of a day. */
  record EndOfAugust(Value day) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.endOfAugust(this);
    }
  }

  static Value column(String name) {
    return new Read(name);
  }

  static Value greatest(Value... among) {
    return new Greatest(List.of(among));
  }

  static Value first(Value... among) {
    return new First(List.of(among));
  }

  static Value text(Object... parts) {
    return new Text(
        Arrays.stream(parts)
            .map(part -> part instanceof Value value ? value : new Literal(part))
            .toList());
  }

  /** Works out the value for one row, in plain Java. */
  default Object of(AimValues row) {
    return by(new OnRow(row));
  }

  /** Returns the columns that the value reads, each once. */
  default Set<String> columns() {
    return ReadColumns.of(this);
  }

  default Value plus(int number) {
    return plus(new Literal(number));
  }

  default Value plus(Value other) {
    return new Sum(this, other);
  }

  default Value contains(Value element) {
    return new Contains(this, element);
  }

  default Value academicYear() {
    return new AcademicYearOf(this);
  }

  default Value daysTo(Value later) {
    return new DaysBetween(this, later);
  }
}
