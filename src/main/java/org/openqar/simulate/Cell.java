package org.openqar.simulate;

import java.util.Comparator;
import java.util.List;

/**
 * What is counted together: a report type, a year, somebody's or everybody's, and one value of one
 * breakdown.
 *
 * @param reportType one of the five reports
 * @param year the hybrid end year
 * @param whose a UKPRN or a provider type
 * @param dimension the breakdown
 * @param value its value
 */
record Cell(String reportType, int year, String whose, String dimension, String value)
    implements Comparable<Cell> {

  static final String TOTAL = "Total";

  private static final String BETWEEN = " x ";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::reportType)
          .thenComparing(Cell::year)
          .thenComparing(Cell::whose)
          .thenComparing(Cell::dimension)
          .thenComparing(Cell::value);

  /** The cells that a leaver is counted in. */
  static List<Cell> of(ExpectedAim leaver, String whose) {
    int year = leaver.answer().hybridEndYear();
    return List.of(
        new Cell(leaver.reportType(), year, whose, "total", TOTAL),
        new Cell(leaver.reportType(), year, whose, "age_band", leaver.ageBand()),
        new Cell(leaver.reportType(), year, whose, "level", leaver.level()),
        new Cell(leaver.reportType(), year, whose, "ssa_t1", leaver.subject()));
  }

  /** The one cell of subject and level together that a leaver is counted in. */
  static Cell pair(ExpectedAim leaver, String whose) {
    return new Cell(
        leaver.reportType(),
        leaver.answer().hybridEndYear(),
        whose,
        "ssa_t1 x level",
        leaver.subject() + BETWEEN + leaver.level());
  }

  /** The same of somebody else, or of a rate. */
  Cell of(String another) {
    return new Cell(reportType, year, another, dimension, value);
  }

  /** The same of another year. */
  Cell in(int anotherYear) {
    return new Cell(reportType, anotherYear, whose, dimension, value);
  }

  /** Before all cells of its report type, year and owner. */
  Cell firstOfYear() {
    return new Cell(reportType, year, whose, "", "");
  }

  /** After all of them. */
  Cell afterYear() {
    return new Cell(reportType, year, whose + "\0", "", "");
  }

  /** Whether a cell of subject and level together is part of this one. */
  boolean contains(Cell pair) {
    String[] values = pair.value().split(BETWEEN);
    return pair.reportType().equals(reportType)
        && pair.year() == year
        && pair.whose().equals(whose)
        && switch (dimension) {
          case "total" -> true;
          case "ssa_t1" -> values[0].equals(value);
          case "level" -> values[1].equals(value);
          default -> false;
        };
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
