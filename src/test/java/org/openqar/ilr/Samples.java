package org.openqar.ilr;

/** The published sample returns. */
final class Samples {
  static final String FOLDER = "src/test/resources/ilr";

  private Samples() {}
}
