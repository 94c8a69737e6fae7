package org.openqar.rules;

/** One row of {@code aim} as the rules read it, whoever holds it. */
@FunctionalInterface
public interface AimValues {
  /**
   * A column's value: {@code Integer}, {@code Long}, {@code String}, {@code Boolean}, {@link
   * java.time.LocalDate} or a {@link java.util.List} of them; null where it is missing.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  Object value(String column);
}
