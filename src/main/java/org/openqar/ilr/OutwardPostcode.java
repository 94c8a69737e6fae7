package org.openqar.ilr;

/** The outward part of a postcode: the district, which says a region and not a household. */
final class OutwardPostcode {
  private static final int INWARD = 3;
  private static final int LONGEST = 4;

  private OutwardPostcode() {}

  /**
   * How many of the characters are the outward part: those before the first space or, without one,
   * all but the last three; never more than four.
   */
  static int length(char[] text, int from, int to) {
    int end = from;
    while (end < to && !isSpace(text[end])) {
      end++;
    }
    int outward = end < to ? end - from : to - from - INWARD;
    return Math.max(0, Math.min(outward, LONGEST));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
