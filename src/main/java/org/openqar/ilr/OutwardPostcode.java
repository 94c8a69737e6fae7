package org.openqar.ilr;

/** The outward part of a postcode: the district, which shows a region and not a household. */
final class OutwardPostcode {
  private static final int INWARD = 3;
  private static final int LONGEST = 4;
  private static final int LONGEST_AREA = 2;

  private OutwardPostcode() {}

  /**
   * Returns how many of the characters are the outward part: those before the first space or,
   * without a space, all but the last three. Returns 0 if they are not a district (one or two
   * letters, a digit, and at most one more digit or letter), because anything else in a postcode
   * may be a name or a house number.
   */
  static int length(char[] text, int from, int to) {
    int end = from;
    while (end < to && !isSpace(text[end])) {
      end++;
    }
    int outward = end < to ? end - from : to - from - INWARD;
    return isDistrict(text, from, from + outward) ? outward : 0;
  }

  private static boolean isDistrict(char[] text, int from, int to) {
    int area = from;
    while (area < to && isLetter(text[area])) {
      area++;
    }
    int rest = to - area;
    return to - from <= LONGEST
        && area > from
        && area - from <= LONGEST_AREA
        && rest >= 1
        && rest <= 2
        && isDigit(text[area])
        && (rest == 1 || isDigit(text[area + 1]) || isLetter(text[area + 1]));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
