package org.openqar.pipeline;

/** Takes news of what a run is doing, for the people who wait for it. */
public interface Progress {
  /** A stage begins. */
  void begins(Stage stage);

  /** A stage has ended after a number of seconds. */
  void ended(Stage stage, double seconds);

  /** Says one line about the run. */
  void says(String line);
}
