package org.openqar.publish;

/** What the open data standards call England, and a place that is not known. */
final class Geography {
  static final String ENGLAND = "England";
  static final String ENGLAND_CODE = "E92000001";

  /** What the screener asks for where the place is not known. */
  static final String NOT_AVAILABLE = "Not available";

  static final String NOT_AVAILABLE_CODE = "x";

  private Geography() {}
}
