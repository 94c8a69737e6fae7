package org.openqar.breakdowns;

/**
 * The subject of a breakdown. The job first counts together the aims with the same values in every
 * breakdown of one subject, and then puts the counts into cells. So the breakdowns of a subject
 * should have few combinations of values among one provider's aims.
 */
public enum About {
  /** Who the learner is. */
  LEARNER("the learner"),
  /** What the learner brings to the aim. */
  BACKGROUND("the learner's background"),
  /** Where the learning happens, who delivers it, and the provider's own codes. */
  PLACE("the place"),
  /** What the aim teaches, and who pays for it. */
  LEARNING("the learning");

  private final String label;

  About(String label) {
    this.label = label;
  }

  /** Returns the name for people. */
  public String label() {
    return label;
  }
}
