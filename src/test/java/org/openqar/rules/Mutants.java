package org.openqar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqar.rules.Condition.Operator;

/**
 * What a condition or a value would be with one of its parts left out, turned round or moved by
 * one. Tools that change bytecode cannot make these: to the compiler a rule is a few calls that
 * build a tree. A condition with a name of its own is changed as a whole: what it is made of is
 * tested by the rule that is about it.
 */
final class Mutants {
  private static final Sql SQL = new Sql();

  /**
   * A tree with one change.
   *
   * @param change the part and what stands in its place, both in SQL; where the tree has several
   *     such parts, a number follows
   */
  record Mutant<T>(String change, T tree) {
    /** The change whatever the numbers, days and codes of the edition are. */
    String kind() {
      return change
          .replaceAll("DATE '[^']*'|'[^']*'|(?<![#\\w])\\d+\\b", "?")
          .replaceAll("[?](, [?])+", "?")
          .replaceAll("(?<![<>])= [?]", "IN (?)");
    }

    /** Only a number, a day or a code differs. */
    boolean ofAValue() {
      String[] sides = kind().split(" #")[0].split("  ->  ");
      return sides[0].equals(sides[1]);
    }

    /** By this it is known in every edition: a change of a value is of its own edition. */
    String key() {
      return ofAValue() ? change : kind();
    }

    private <R> Mutant<R> as(Function<T, R> around) {
      return new Mutant<>(change, around.apply(tree));
    }
  }

  private Mutants() {}

  /** Every mutant of a condition. */
  static List<Mutant<Condition>> of(Condition condition) {
    return numbered(conditions(settled(condition)));
  }

  /** Every mutant of a value. */
  static List<Mutant<Value>> of(Value value) {
    return numbered(values(value));
  }

  private static <T> List<Mutant<T>> numbered(Stream<Mutant<T>> mutants) {
    Map<String, Integer> seen = new HashMap<>();
    return mutants
        .map(
            mutant -> {
              int number = seen.merge(mutant.key(), 1, Integer::sum);
              return number == 1
                  ? mutant
                  : new Mutant<>(mutant.change() + " #" + number, mutant.tree());
            })
        .toList();
  }

  /** Without what the edition decides for every aim. */
  private static Condition settled(Condition condition) {
    if ((condition instanceof Condition.OneOf it && it.values().isEmpty())
        || (condition instanceof Condition.Overlaps that && that.values().isEmpty())) {
      return Condition.never();
    }
    if (condition instanceof Condition.Not it) {
      return settled(it.condition()) instanceof Condition.Constant constant
          ? constant(!constant.holds())
          : condition;
    }
    if (condition instanceof Condition.All it) {
      return joined(it.parts(), false, Condition.All::new);
    }
    if (condition instanceof Condition.Any it) {
      return joined(it.parts(), true, Condition.Any::new);
    }
    return condition;
  }

  private static Condition joined(
      List<Condition> parts, boolean deciding, Function<List<Condition>, Condition> whole) {
    List<Condition> settled = parts.stream().map(Mutants::settled).toList();
    if (settled.contains(constant(deciding))) {
      return constant(deciding);
    }
    List<Condition> open =
        settled.stream().filter(part -> !(part instanceof Condition.Constant)).toList();
    return open.isEmpty()
        ? constant(!deciding)
        : open.size() == 1 ? open.get(0) : whole.apply(open);
  }

  private static Condition constant(boolean holds) {
    return holds ? Condition.always() : Condition.never();
  }

  private static Stream<Mutant<Condition>> conditions(Condition condition) {
    if (condition instanceof Condition.Constant) {
      return Stream.empty();
    }
    List<Condition> others =
        new ArrayList<>(List.of(Condition.always(), Condition.never(), Condition.not(condition)));
    Stream<Mutant<Condition>> within = Stream.empty();
    if (condition instanceof Condition.Comparison it) {
      moved(it).forEach(others::add);
      within =
          Stream.concat(
              terms(it.left()).map(m -> m.as(left -> compared(left, it.operator(), it.right()))),
              terms(it.right()).map(m -> m.as(right -> compared(it.left(), it.operator(), right))));
    } else if (condition instanceof Condition.OneOf it) {
      without(it.values()).map(some -> new Condition.OneOf(it.term(), some)).forEach(others::add);
      within = terms(it.term()).map(m -> m.as(term -> new Condition.OneOf(term, it.values())));
    } else if (condition instanceof Condition.Overlaps it) {
      without(it.values())
          .map(some -> new Condition.Overlaps(it.list(), some))
          .forEach(others::add);
    } else if (condition instanceof Condition.Given it) {
      within = terms(it.term()).map(m -> m.as(term -> new Condition.Given(term, it.there())));
    } else if (condition instanceof Condition.Holds it) {
      within = terms(it.term()).map(m -> m.as(Condition.Holds::new));
    } else if (condition instanceof Condition.All it) {
      others.add(new Condition.Any(it.parts()));
      within = parts(it.parts(), Mutants::conditions, Condition.All::new);
    } else if (condition instanceof Condition.Any it) {
      others.add(new Condition.All(it.parts()));
      within = parts(it.parts(), Mutants::conditions, Condition.Any::new);
    } else if (condition instanceof Condition.Not it) {
      within = conditions(it.condition()).map(m -> m.as(Condition::not));
    }
    return Stream.concat(
        others.stream()
            .filter(other -> !other.equals(condition))
            .map(other -> mutant(condition.by(SQL), other.by(SQL), other)),
        within);
  }

  private static Stream<Mutant<Value>> values(Value value) {
    List<Value> others = new ArrayList<>();
    Stream<Mutant<Value>> within = Stream.empty();
    if (value instanceof Value.Sum it) {
      others.add(it.left());
      others.add(new Value.Sum(it, new Value.Literal(1)));
      others.add(new Value.Sum(it, new Value.Literal(-1)));
      within =
          Stream.concat(
              values(it.left()).map(m -> m.as(left -> new Value.Sum(left, it.right()))),
              values(it.right()).map(m -> m.as(right -> new Value.Sum(it.left(), right))));
    } else if (value instanceof Value.Greatest it) {
      without(it.among()).map(Value.Greatest::new).forEach(others::add);
      within = parts(it.among(), Mutants::values, Value.Greatest::new);
    } else if (value instanceof Value.First it) {
      without(it.among()).map(Value.First::new).forEach(others::add);
      within = parts(it.among(), Mutants::values, Value.First::new);
    } else if (value instanceof Value.SmallestIn it) {
      others.add(new Value.LargestIn(it.list()));
    } else if (value instanceof Value.LargestIn it) {
      others.add(new Value.SmallestIn(it.list()));
    } else if (value instanceof Value.Contains it) {
      within = values(it.element()).map(m -> m.as(it.list()::contains));
    } else if (value instanceof Value.DaysBetween it) {
      others.add(new Value.DaysBetween(it.to(), it.from()));
    } else if (value instanceof Value.DaysAfter it) {
      others.add(new Value.DaysAfter(it.day(), it.days() + 1));
      others.add(new Value.DaysAfter(it.day(), it.days() - 1));
    } else if (value instanceof Value.MonthsAfter it) {
      others.add(new Value.MonthsAfter(it.day(), it.months() + 1));
      others.add(new Value.MonthsAfter(it.day(), it.months() - 1));
    } else if (value instanceof Value.AcademicYearOf it) {
      within = values(it.day()).map(m -> m.as(Value::academicYear));
    } else if (value instanceof Value.When it) {
      within =
          Stream.concat(
              conditions(it.condition()).map(m -> m.as(some -> new Value.When(some, it.value()))),
              values(it.value()).map(m -> m.as(some -> new Value.When(it.condition(), some))));
    } else if (value instanceof Value.Verdict it) {
      within = conditions(it.condition()).map(m -> m.as(Value.Verdict::new));
    }
    return Stream.concat(
        others.stream().map(other -> mutant(value.by(SQL), other.by(SQL), other)), within);
  }

  /** The limit taken in or left out, or moved by one. */
  private static List<Condition> moved(Condition.Comparison it) {
    return switch (it.operator()) {
      case EQUAL -> List.of();
      case UNDER ->
          List.of(
              compared(it.left(), Operator.AT_MOST, it.right()),
              compared(it.left(), Operator.UNDER, by(it.right(), -1)));
      case AT_MOST ->
          List.of(
              compared(it.left(), Operator.UNDER, it.right()),
              compared(it.left(), Operator.AT_MOST, by(it.right(), 1)));
      case AT_LEAST ->
          List.of(
              compared(it.left(), Operator.AT_LEAST, by(it.right(), -1)),
              compared(it.left(), Operator.AT_LEAST, by(it.right(), 1)));
    };
  }

  /** A limit moved by one; as it is where no rule gives it as a number or a day. */
  private static Term by(Term limit, int one) {
    if (limit.value() instanceof Value.Literal literal) {
      Object moved =
          literal.value() instanceof LocalDate day
              ? day.plusDays(one)
              : (Object) ((Integer) literal.value() + one);
      return Term.derived(String.valueOf(moved), new Value.Literal(moved));
    }
    return limit;
  }

  private static Stream<Mutant<Term>> terms(Term term) {
    return values(term.value()).map(m -> m.as(value -> Term.derived(term.name(), value)));
  }

  private static Condition compared(Term left, Operator operator, Term right) {
    return new Condition.Comparison(left, operator, right);
  }

  /** The list without one of its elements, for each of them; none of a list of one. */
  private static <E> Stream<List<E>> without(List<E> list) {
    return IntStream.range(0, list.size() < 2 ? 0 : list.size())
        .mapToObj(
            gone ->
                IntStream.range(0, list.size())
                    .filter(i -> i != gone)
                    .<E>mapToObj(list::get)
                    .toList());
  }

  /** The whole with one of its parts changed. */
  private static <T> Stream<Mutant<T>> parts(
      List<T> parts, Function<T, Stream<Mutant<T>>> mutants, Function<List<T>, T> whole) {
    BiFunction<Integer, T, List<T>> with =
        (at, changed) -> {
          List<T> all = new ArrayList<>(parts);
          all.set(at, changed);
          return List.copyOf(all);
        };
    return IntStream.range(0, parts.size())
        .boxed()
        .flatMap(
            at ->
                mutants
                    .apply(parts.get(at))
                    .map(m -> m.as(changed -> whole.apply(with.apply(at, changed)))));
  }

  private static <T> Mutant<T> mutant(String before, String after, T tree) {
    return new Mutant<>(before + "  ->  " + after, tree);
  }
}
