package org.openqar.breakdowns;

/**
 * What breakdowns are about. Aims that are alike in all that one of these has are counted together
 * before they are put into cells, so it should have few combinations of values among one provider's
 * aims.
 */
public enum About {
  /** Who the learner is. */
  LEARNER("the learner"),
  /** What the learner brings along. */
  BACKGROUND("the learner's background"),
  /** Where and with whom, and the provider's own codes. */
  PLACE("the place"),
  /** What is learnt, and how it is paid for. */
  LEARNING("the learning");

  private final String label;

  About(String label) {
    this.label = label;
  }

  /** As people write it. */
  public String label() {
    return label;
  }
}
