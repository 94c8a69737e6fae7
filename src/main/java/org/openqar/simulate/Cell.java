package org.openqar.simulate;

import java.util.Comparator;
import java.util.List;

/**
 * What is counted together: a report type, a year, one provider's or everybody's, and one value of
 * one breakdown.
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

  /** Returns the cells in which a leaver counts. */
  static List<Cell> of(ExpectedAim leaver, String whose) {
    int year = leaver.answer().hybridEndYear();
    return List.of(
        new Cell(leaver.reportType(), year, whose, "total", TOTAL),
        new Cell(leaver.reportType(), year, whose, "age_band", leaver.ageBand()),
        new Cell(leaver.reportType(), year, whose, "level", leaver.level()),
        new Cell(leaver.reportType(), year, whose, "ssa_t1", leaver.subject()));
  }

  /** Returns the one cell of subject and level together in which a leaver counts. */
  static Cell pair(ExpectedAim leaver, String whose) {
    return new Cell(
        leaver.reportType(),
        leaver.answer().hybridEndYear(),
        whose,
        "ssa_t1 x level",
        leaver.subject() + BETWEEN + leaver.level());
  }

  /** Returns the same cell of another owner, or of a rate. */
  Cell of(String another) {
    return new Cell(reportType, year, another, dimension, value);
  }

  /** Returns the same cell of another year. */
  Cell in(int anotherYear) {
    return new Cell(reportType, anotherYear, whose, dimension, value);
  }

  /** Returns a bound before all cells of its report type, year and owner. */
  Cell firstOfYear() {
    return new Cell(reportType, year, whose, "", "");
  }

  /** Returns a bound after all of them. */
  Cell afterYear() {
    return new Cell(reportType, year, whose + "\0", "", "");
  }

  /** Whether this cell contains a cell of subject and level together. */
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
