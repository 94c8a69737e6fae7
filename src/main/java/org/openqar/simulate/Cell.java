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

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
