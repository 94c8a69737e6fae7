package org.openqar.rules;

/**
 * The editions in which a rule is in force, by their year.
 *
 * @param first the first edition's year
 * @param last the last edition's year
 */
public record Years(int first, int last) {
  /** Every edition. */
  public static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

  public static Years from(int first) {
    return new Years(first, Integer.MAX_VALUE);
  }

  public static Years upTo(int last) {
    return new Years(Integer.MIN_VALUE, last);
  }

  public boolean include(int year) {
    return first <= year && year <= last;
  }

  /** Writes the years for people. */
  @Override
  public String toString() {
    if (equals(ALL)) {
      return "all";
    }
    if (last == Integer.MAX_VALUE) {
      return "from " + name(first);
    }
    return first == Integer.MIN_VALUE ? "up to " + name(last) : name(first) + " to " + name(last);
  }

  private static String name(int year) {
    return "%d-%02d".formatted(year, (year + 1) % 100);
  }
}
