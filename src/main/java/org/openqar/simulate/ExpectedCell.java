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
record ExpectedCell(String reportType, int year, String whose, String dimension, String value)
    implements Comparable<ExpectedCell> {

  static final String TOTAL = "Total";

  private static final String BETWEEN = " x ";

  private static final Comparator<ExpectedCell> ORDER =
      Comparator.comparing(ExpectedCell::reportType)
          .thenComparing(ExpectedCell::year)
          .thenComparing(ExpectedCell::whose)
          .thenComparing(ExpectedCell::dimension)
          .thenComparing(ExpectedCell::value);

  /** Returns the cells in which a leaver counts. */
  static List<ExpectedCell> of(ExpectedAim leaver, String whose) {
    int year = leaver.answer().hybridEndYear();
    return List.of(
        new ExpectedCell(leaver.reportType(), year, whose, "total", TOTAL),
        new ExpectedCell(leaver.reportType(), year, whose, "age_band", leaver.ageBand()),
        new ExpectedCell(leaver.reportType(), year, whose, "level", leaver.level()),
        new ExpectedCell(leaver.reportType(), year, whose, "ssa_t1", leaver.subject()));
  }

  /** Returns the one cell of subject and level together in which a leaver counts. */
  static ExpectedCell pair(ExpectedAim leaver, String whose) {
    return new ExpectedCell(
        leaver.reportType(),
        leaver.answer().hybridEndYear(),
        whose,
        "ssa_t1 x level",
        leaver.subject() + BETWEEN + leaver.level());
  }

  /** Returns the same cell of another owner, or of a rate. */
  ExpectedCell of(String another) {
    return new ExpectedCell(reportType, year, another, dimension, value);
  }

  /** Returns the same cell of another year. */
  ExpectedCell in(int anotherYear) {
    return new ExpectedCell(reportType, anotherYear, whose, dimension, value);
  }

  /** Returns a bound before all cells of its report type, year and owner. */
  ExpectedCell firstOfYear() {
    return new ExpectedCell(reportType, year, whose, "", "");
  }

  /** Returns a bound after all of them. */
  ExpectedCell afterYear() {
    return new ExpectedCell(reportType, year, whose + "\0", "", "");
  }

  /** Whether this cell contains a cell of subject and level together. */
  boolean contains(ExpectedCell pair) {
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
  public int compareTo(ExpectedCell other) {
    return ORDER.compare(this, other);
  }
}
