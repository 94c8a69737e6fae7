package org.openqar.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a rule reads of one aim: a column, or something worked out from columns. A tree without an
 * engine: an {@link Evaluator} turns it into a Spark column, into SQL, or into its value for one
 * row. A value that is not there makes what is worked out from it missing too, unless a node says
 * otherwise.
 */
public sealed interface Value {
  /** Gives this node to the evaluator's method for it. */
  <R> R by(Evaluator<R> evaluator);

  /** One engine's answer for each kind of value. */
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
   * Always the same.
   *
   * @param value a whole number, a text or a {@link java.time.LocalDate}
   */
  record Literal(Object value) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.literal(this);
    }
  }

  /** A year that never is there. */
  record NoYear() implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.noYear(this);
    }
  }

  /** Two whole numbers added up. */
  record Sum(Value left, Value right) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.sum(this);
    }
  }

  /** The greatest of those that are there. */
  record Greatest(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.greatest(this);
    }
  }

  /** The first of those that are there. */
  record First(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.first(this);
    }
  }

  /** The smallest element of a list; missing where it is empty. */
  record SmallestIn(Value list) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.smallestIn(this);
    }
  }

  /** The largest element of a list; missing where it is empty. */
  record LargestIn(Value list) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.largestIn(this);
    }
  }

  /** How many elements a list has. */
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

  /** Days from one day to another; below nought where the second is before the first. */
  record DaysBetween(Value from, Value to) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.daysBetween(this);
    }
  }

  /** The day so many days after another. */
  record DaysAfter(Value day, int days) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.daysAfter(this);
    }
  }

  /** The day so many months after another; the month's last where it has no such day. */
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

  /** A value where a condition holds; missing elsewhere. */
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

  /** Of some texts, all different, those that are there, in order. */
  record Texts(List<Value> among) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.texts(this);
    }
  }

  /** The value of the first case that holds, missing or not; missing where none does. */
  record Choice(List<When> cases) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.choice(this);
    }
  }

  /** Texts and whole numbers one after the other, as one text. */
  record Text(List<Value> parts) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.text(this);
    }
  }

  /** The whole number that a text is, blanks around it or not; missing where it is none. */
  record WholeNumber(Value text) implements Value {
    @Override
    public <R> R by(Evaluator<R> evaluator) {
      return evaluator.wholeNumber(this);
    }
  }

  /**
   * An element of a list; missing where the list is shorter.
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
   * Full years from one day to another; who was born on 29 February is a year older on the last of
   * the month.
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

  /** The value for one row, in plain Java. */
  default Object of(AimValues row) {
    return by(new OnRow(row));
  }

  /** The columns that it reads, each once. */
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
