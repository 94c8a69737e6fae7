package org.openqar.breakdowns;

/** How far a value means the same, and so who can be compared by it. */
public enum Reach {
  /** Everywhere, as in the Department's tables: rates by it are compared, ranked and published. */
  PUBLISHED("published"),
  /** Everywhere: providers are compared and ranked by it, but nobody publishes rates by it. */
  NATIONAL("national"),
  /** Within one provider: it is in no national table, and nobody is ranked by it. */
  OWN("own");

  private final String label;

  Reach(String label) {
    this.label = label;
  }

  /** As people write it. */
  public String label() {
    return label;
  }
}
