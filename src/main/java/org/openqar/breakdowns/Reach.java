package org.openqar.breakdowns;

/** How far a value has the same meaning, and so who can compare aims by it. */
public enum Reach {
  /**
   * Everywhere, as in the Department's tables. The job compares, ranks and publishes rates by it.
   */
  PUBLISHED("published"),
  /** Everywhere. The job compares and ranks providers by it, but nobody publishes rates by it. */
  NATIONAL("national"),
  /** Within one provider. No national table has it, and no rank uses it. */
  OWN("own");

  private final String label;

  Reach(String label) {
    this.label = label;
  }

  /** Returns the name for people. */
  public String label() {
    return label;
  }
}
