package org.openqar.simulate;

import java.math.BigDecimal;

/** The leavers, completers and achievers of one cell, and the rates that follow from them. */
final class ExpectedCounts {

  private int leavers;
  private int completers;
  private int achievers;

  void add(boolean completer, boolean achiever) {
    leavers++;
    completers += completer ? 1 : 0;
    achievers += achiever ? 1 : 0;
  }

  int leavers() {
    return leavers;
  }

  int completers() {
    return completers;
  }

  int achievers() {
    return achievers;
  }

  /** Returns a rate in tenths of a percent, rounded half up, or null without a denominator. */
  Integer tenths(Rate rate) {
    return switch (rate) {
      case ACHIEVEMENT -> tenths(achievers, leavers);
      case RETENTION -> tenths(completers, leavers);
      case PASS -> tenths(achievers, completers);
    };
  }

  /** Returns the denominator of a rate. */
  int denominator(Rate rate) {
    return rate == Rate.PASS ? completers : leavers;
  }

  /** Returns the numerator of a rate. */
  int numerator(Rate rate) {
    return rate == Rate.RETENTION ? completers : achievers;
  }

  static Integer tenths(int part, int whole) {
    return whole == 0 ? null : (int) ((2000L * part + whole) / (2L * whole));
  }

  /** Formats a rate, or a difference of two, with one decimal. */
  static String percent(Integer tenths) {
    return tenths == null ? null : BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  String percent(Rate rate) {
    return percent(tenths(rate));
  }
}
