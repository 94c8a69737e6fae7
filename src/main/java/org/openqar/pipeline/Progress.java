package org.openqar.pipeline;

/** Told what a run is doing, for whoever waits. */
public interface Progress {
  /** A stage begins. */
  void begins(Stage stage);

  /** A stage is done, after so many seconds. */
  void ended(Stage stage, double seconds);

  /** Something worth a line. */
  void says(String line);
}
