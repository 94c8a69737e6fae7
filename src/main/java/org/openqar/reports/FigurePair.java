package org.openqar.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openqar.tables.Figure;
import org.openqar.tables.PublishedState;

/**
 * A figure of ours beside the published one of the same cell, within the rounding of the latter
 * (qar-rules 5.2).
 *
 * @param ours null where we have none
 * @param state what was published; null where the publication has no such cell
 * @param theirs null unless the state is a value
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

  /** Ours less theirs: of rates in points. */
  BigDecimal difference() {
    return ours == null || theirs == null ? null : ours.subtract(theirs);
  }

  /**
   * A count agrees when ours is theirs after rounding to the nearest 10, half up, or 1 to 4 where
   * theirs is low; a rate when both are the same at one decimal, or ours is under 0.5 where theirs
   * is low. No cell of ours is a count of nought.
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
