package org.openqar.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/**
 * Compares a figure of ours with the published one of the same cell, within the rounding of the
 * published figure (qar-rules 5.2).
 *
 * @param ours our figure; null if we have none
 * @param state the published state; null if the publication has no such cell
 * @param theirs the published figure; null unless the state is a value
 * @param computed whether we have figures of its kind at all
 */
record FigurePair(
    Figure figure, BigDecimal ours, PublishedState state, BigDecimal theirs, boolean computed) {
  static final String AGREE = "agree";
  static final String DIFFER = "differ";
  static final String NOT_COMPARABLE = "not comparable";
  static final String ONLY_OURS = "only ours";
  static final String ONLY_THEIRS = "only theirs";
  static final String NOT_COMPUTED = "not computed here";

  private static final BigDecimal LAST_DIGIT = new BigDecimal("0.05");
  private static final BigDecimal LOW_RATE = new BigDecimal("0.5");
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  /** Returns our figure less the published one; for rates, in points. */
  BigDecimal difference() {
    return ours == null || theirs == null ? null : ours.subtract(theirs);
  }

  /**
   * Compares the two. A count agrees if ours equals theirs after rounding to the nearest 10, half
   * up, or if ours is 1 to 4 and theirs is low. A rate agrees if both are the same at one decimal,
   * or if ours is under 0.5 and theirs is low. None of our cells has a count of zero.
   */
  String verdict() {
    if (state == null) {
      return ONLY_OURS;
    }
    if (!computed) {
      return NOT_COMPUTED;
    }
    boolean low =
        state == PublishedState.LOW || state == PublishedState.UNDER_FIVE && !figure.isRate();
    if (state != PublishedState.VALUE && !low) {
      return NOT_COMPARABLE;
    }
    if (ours == null && (low || figure.isRate() || theirs.signum() > 0)) {
      return ONLY_THEIRS;
    }
    return (low ? isLow() : isTheirs()) ? AGREE : DIFFER;
  }

  private boolean isLow() {
    return ours.signum() > 0 && ours.compareTo(figure.isRate() ? LOW_RATE : FIVE) < 0;
  }

  private boolean isTheirs() {
    if (figure.isRate()) {
      return difference().abs().compareTo(LAST_DIGIT) <= 0;
    }
    BigDecimal count = ours == null ? BigDecimal.ZERO : ours;
    BigDecimal rounded =
        count.add(FIVE).divide(BigDecimal.TEN, 0, RoundingMode.FLOOR).multiply(BigDecimal.TEN);
    return rounded.compareTo(theirs) == 0 || count.compareTo(theirs) == 0;
  }
}
