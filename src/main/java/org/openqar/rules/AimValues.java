package org.openqar.rules;

/** One row of {@code aim} for the rules, from any engine. */
@FunctionalInterface
public interface AimValues {
  /**
   * Returns the value of a column: {@code Integer}, {@code Long}, {@code String}, {@code Boolean},
   * {@link java.time.LocalDate} or a {@link java.util.List} of them; null if it is missing.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  Object value(String column);
}
