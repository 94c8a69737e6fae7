package org.openqar.tables;

import io.delta.kernel.expressions.AlwaysTrue;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Selects rows of a table for a question. The reader does not open a file whose partition or
 * statistics show that it has none of the rows. It filters the rows of other files one by one. A
 * comparison with an empty cell does not hold.
 */
public abstract sealed class Filter {
  private static final Filter ALL = new All();

  /** Every row. */
  public static Filter all() {
    return ALL;
  }

  /** The rows of one edition and report year. */
  public static Filter of(String edition, int reportYear) {
    return equal("edition", edition).and(equal("report_year", reportYear));
  }

  /**
   * The rows with a value in a column.
   *
   * @param value of the column's Java class; a whole number may be of any class, a day a {@link
   *     java.time.LocalDate}
   */
  public static Filter equal(String column, Object value) {
    return new Compared(column, "=", value, order -> order == 0);
  }

  /** The rows with a value in a column that is at least the given one. */
  public static Filter atLeast(String column, Object value) {
    return new Compared(column, ">=", value, order -> order >= 0);
  }

  /** The rows with a value in a column that is at most the given one. */
  public static Filter atMost(String column, Object value) {
    return new Compared(column, "<=", value, order -> order <= 0);
  }

  /** The rows with one of several values in a column; no rows if no value is given. */
  public static Filter among(String column, Collection<?> values) {
    return new Among(column, List.copyOf(values));
  }

  /** The rows without a value in a column. */
  public static Filter empty(String column) {
    return new Filled(column, false);
  }

  /** The rows with any value in a column. */
  public static Filter filled(String column) {
    return new Filled(column, true);
  }

  /** The rows that pass both filters. */
  public Filter and(Filter other) {
    if (this == ALL || other == ALL) {
      return this == ALL ? other : this;
    }
    return new Pair(this, other, true);
  }

  /** The rows that pass either filter. */
  public Filter or(Filter other) {
    return this == ALL || other == ALL ? ALL : new Pair(this, other, false);
  }

  /** Returns the columns that the filter reads. */
  abstract Set<String> columns();

  /** Returns the filter for files. A file that does not pass has none of the rows. */
  abstract Predicate predicate(StructType schema);

  /**
   * Returns the filter for the rows of a batch, by position.
   *
   * @param values the columns of the batch by name
   */
  abstract IntPredicate rows(Function<String, ColumnValues> values);

  private static DataType type(StructType schema, String column) {
    return schema.get(column).getDataType();
  }

  private static final class All extends Filter {
    @Override
    Set<String> columns() {
      return Set.of();
    }

    @Override
    Predicate predicate(StructType schema) {
      return AlwaysTrue.ALWAYS_TRUE;
    }

    @Override
    IntPredicate rows(Function<String, ColumnValues> values) {
      return row -> true;
    }
  }

  private static final class Compared extends Filter {
    private final String column;
    private final String sign;
    private final Object value;
    private final IntPredicate holds;

    private Compared(String column, String sign, Object value, IntPredicate holds) {
      this.column = column;
      this.sign = sign;
      this.value = value;
      this.holds = holds;
    }

    @Override
    Set<String> columns() {
      return Set.of(column);
    }

    @Override
    Predicate predicate(StructType schema) {
      return new Predicate(
          sign, new Column(column), CellTypes.literal(value, type(schema, column)));
    }

    @Override
    IntPredicate rows(Function<String, ColumnValues> values) {
      ColumnValues cells = values.apply(column);
      Object wanted = CellTypes.typed(value, cells.type());
      return row -> {
        Object cell = cells.at(row);
        return cell != null && holds.test(compare(cell, wanted));
      };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object cell, Object wanted) {
      return ((Comparable<Object>) cell).compareTo(wanted);
    }
  }

  private static final class Among extends Filter {
    /** If there are more values than this, the smallest and the largest select the files. */
    private static final int SINGLY = 20;

    private final String column;
    private final List<?> values;

    private Among(String column, List<?> values) {
      this.column = column;
      this.values = values;
    }

    @Override
    Set<String> columns() {
      return Set.of(column);
    }

    @Override
    Predicate predicate(StructType schema) {
      DataType type = type(schema, column);
      TreeSet<Object> sorted = new TreeSet<>();
      values.forEach(value -> sorted.add(CellTypes.typed(value, type)));
      if (sorted.isEmpty()) {
        return AlwaysTrue.ALWAYS_TRUE;
      }
      Stream<Filter> looser =
          sorted.size() > SINGLY
              ? Stream.of(atLeast(column, sorted.first()).and(atMost(column, sorted.last())))
              : sorted.stream().map(value -> equal(column, value));
      return looser.reduce(Filter::or).orElseThrow().predicate(schema);
    }

    @Override
    IntPredicate rows(Function<String, ColumnValues> batch) {
      ColumnValues cells = batch.apply(column);
      Set<Object> wanted = new java.util.HashSet<>();
      values.forEach(value -> wanted.add(CellTypes.typed(value, cells.type())));
      return row -> wanted.contains(cells.at(row));
    }
  }

  private static final class Filled extends Filter {
    private final String column;
    private final boolean filled;

    private Filled(String column, boolean filled) {
      this.column = column;
      this.filled = filled;
    }

    @Override
    Set<String> columns() {
      return Set.of(column);
    }

    @Override
    Predicate predicate(StructType schema) {
      return new Predicate(filled ? "IS_NOT_NULL" : "IS_NULL", new Column(column));
    }

    @Override
    IntPredicate rows(Function<String, ColumnValues> values) {
      ColumnValues cells = values.apply(column);
      return row -> (cells.at(row) != null) == filled;
    }
  }

  /** Two filters: a row must pass both, or either. */
  private static final class Pair extends Filter {
    private final Filter one;
    private final Filter other;
    private final boolean both;

    private Pair(Filter one, Filter other, boolean both) {
      this.one = one;
      this.other = other;
      this.both = both;
    }

    @Override
    Set<String> columns() {
      return union(one, other);
    }

    @Override
    Predicate predicate(StructType schema) {
      return both
          ? new io.delta.kernel.expressions.And(one.predicate(schema), other.predicate(schema))
          : new io.delta.kernel.expressions.Or(one.predicate(schema), other.predicate(schema));
    }

    @Override
    IntPredicate rows(Function<String, ColumnValues> values) {
      return both
          ? one.rows(values).and(other.rows(values))
          : one.rows(values).or(other.rows(values));
    }
  }

  private static Set<String> union(Filter one, Filter other) {
    Set<String> union = new TreeSet<>(one.columns());
    union.addAll(other.columns());
    return union;
  }
}
