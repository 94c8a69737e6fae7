package org.openqar.publish;

/** The names and codes that the open data standards use for England and for an unknown place. */
final class Geography {
  static final String ENGLAND = "England";
  static final String ENGLAND_CODE = "E92000001";

  /** The code that the screener requires for an unknown place. */
  static final String NOT_AVAILABLE = "Not available";

  static final String NOT_AVAILABLE_CODE = "x";

  private Geography() {}
}
