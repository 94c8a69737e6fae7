package org.openqar.breakdowns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one cell is of: nothing but the total, a breakdown, or two of them crossed. Its name is the
 * {@code dimension} of every table of counts, and the values of its breakdowns make the {@code
 * value}.
 *
 * @param breakdowns none for the total; the values of several are joined by {@link #BETWEEN}
 */
public record Dimension(List<Breakdown> breakdowns) {
  /** Stands between the names and between the values of two that are crossed. */
  public static final String BETWEEN = " x ";

  /** The value of the total, and of whatever is not broken down. */
  public static final String ALL_OF_IT = "Total";

  /** The only dimension without breakdowns. */
  public static final Dimension TOTAL = new Dimension(List.of());

  /**
   * All, the total first. An aim without a value, such as without a campus, is in no cell of it.
   */
  public static final List<Dimension> ALL =
      Stream.of(
              Stream.of(TOTAL),
              Breakdowns.ALL.stream().map(one -> new Dimension(List.of(one))),
              Breakdowns.CROSSED.stream().map(Dimension::new))
          .flatMap(some -> some)
          .toList();

  /** As it stands in {@code dimension}, such as {@code level x age_band}. */
  public String name() {
    return name(columns());
  }

  /** The name of the dimension that some columns would make, whether there is one or not. */
  public static String name(List<String> columns) {
    return columns.isEmpty() ? "total" : String.join(BETWEEN, columns);
  }

  /** The columns of {@code qar_aim} that its values are made of. */
  public List<String> columns() {
    return breakdowns.stream().map(Breakdown::name).toList();
  }

  /** As far as that of its breakdowns which reaches least. */
  public Reach reach() {
    return breakdowns.stream().map(Breakdown::reach).max(Reach::compareTo).orElse(Reach.PUBLISHED);
  }

  /** As the values of its columns stand in {@code value}. */
  public String value(List<?> ofColumns) {
    return ofColumns.isEmpty()
        ? ALL_OF_IT
        : ofColumns.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
  }

  /** Those whose cells mean the same at least as far as that. */
  public static List<Dimension> reaching(Reach atLeast) {
    return ALL.stream().filter(one -> one.reach().compareTo(atLeast) <= 0).toList();
  }

  /** Their names. */
  public static List<String> names(Reach atLeast) {
    return reaching(atLeast).stream().map(Dimension::name).toList();
  }

  /** Their columns, each once. */
  public static List<String> columns(Reach atLeast) {
    return reaching(atLeast).stream().flatMap(one -> one.columns().stream()).distinct().toList();
  }
}
