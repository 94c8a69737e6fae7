package org.openqar.breakdowns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The breakdowns of a cell: none for the total, one, or two crossed. The name is the {@code
 * dimension} of every table of counts. The values of the breakdowns make the {@code value}.
 *
 * @param breakdowns empty for the total; {@link #BETWEEN} joins the values of several
 */
public record Dimension(List<Breakdown> breakdowns) {
  /** Separates the names, and the values, of two crossed breakdowns. */
  public static final String BETWEEN = " x ";

  /** The value of the total, and of everything without a breakdown. */
  public static final String ALL_OF_IT = "Total";

  /** The dimension without breakdowns. */
  public static final Dimension TOTAL = new Dimension(List.of());

  /**
   * All dimensions, the total first. An aim without a value, such as one without a campus, is in no
   * cell of that dimension.
   */
  public static final List<Dimension> ALL =
      Stream.of(
              Stream.of(TOTAL),
              Breakdowns.ALL.stream().map(one -> new Dimension(List.of(one))),
              Breakdowns.CROSSED.stream().map(Dimension::new))
          .flatMap(some -> some)
          .toList();

  /** Returns the name in {@code dimension}, such as {@code level x age_band}. */
  public String name() {
    return name(columns());
  }

  /**
   * Returns the name of the dimension that some columns would make. No such dimension has to exist.
   */
  public static String name(List<String> columns) {
    return columns.isEmpty() ? "total" : String.join(BETWEEN, columns);
  }

  /** Returns the columns of {@code qar_aim} that make its values. */
  public List<String> columns() {
    return breakdowns.stream().map(Breakdown::name).toList();
  }

  /** Returns the shortest reach of its breakdowns. */
  public Reach reach() {
    return breakdowns.stream().map(Breakdown::reach).max(Reach::compareTo).orElse(Reach.PUBLISHED);
  }

  /** Joins the values of its columns as {@code value} has them. */
  public String value(List<?> ofColumns) {
    return ofColumns.isEmpty()
        ? ALL_OF_IT
        : ofColumns.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
  }

  /** Returns the dimensions that reach at least this far. */
  public static List<Dimension> reaching(Reach atLeast) {
    return ALL.stream().filter(one -> one.reach().compareTo(atLeast) <= 0).toList();
  }

  /** Returns their names. */
  public static List<String> names(Reach atLeast) {
    return reaching(atLeast).stream().map(Dimension::name).toList();
  }

  /** Returns their columns, each once. */
  public static List<String> columns(Reach atLeast) {
    return reaching(atLeast).stream().flatMap(one -> one.columns().stream()).distinct().toList();
  }
}
