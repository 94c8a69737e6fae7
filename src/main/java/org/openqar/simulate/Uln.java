package org.openqar.simulate;

/** Invents unique learner numbers with a valid check digit (validation rule ULN_04). */
final class Uln {

  static final long UNKNOWN = 9_999_999_999L;

  private static final long FIRST = 600_000_000L;

  private Uln() {}

  /** Returns the number of the sector's nth learner. */
  static long of(int learner) {
    long firstNine = FIRST + 2L * learner;
    int remainder = remainder(firstNine);
    if (remainder == 0) {
      firstNine++;
      remainder = remainder(firstNine);
    }
    return firstNine * 10 + (10 - remainder);
  }

  /** Returns the weighted sum of nine digits, weights 10 down to 2, modulo 11. */
  static int remainder(long firstNine) {
    int sum = 0;
    int weight = 2;
    for (long digits = firstNine; digits > 0; digits /= 10) {
      sum += (int) (digits % 10) * weight++;
    }
    return sum % 11;
  }
}
