package org.openqar.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A number published for a cell: a count, or a rate in per cent. */
public enum Figure {
  LEAVERS("leavers"),
  COMPLETERS("completers"),
  ACHIEVERS("achievers"),
  ACHIEVEMENT_RATE("achievement_rate"),
  RETENTION_RATE("retention_rate"),
  PASS_RATE("pass_rate");

  private final String column;

  Figure(String column) {
    this.column = column;
  }

  /** Its column in every table of counts and rates. */
  public String column() {
    return column;
  }

  /** The column of {@code published_rate} that says what was published in place of a number. */
  public String stateColumn() {
    return column + "_state";
  }

  /** Whether it is a rate; otherwise it is a count. */
  public boolean isRate() {
    return ordinal() >= ACHIEVEMENT_RATE.ordinal();
  }

  /** Returns the figure of a column. */
  public static Figure of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** Returns the columns of all figures, in order. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(Figure::column).toList();
  }
}
