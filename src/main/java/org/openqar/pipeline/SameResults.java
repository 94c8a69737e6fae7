package org.openqar.pipeline;

import org.openqar.aims.AimsStage;
import org.openqar.measures.MeasuresStage;
import org.openqar.rules.Edition;

/**
 * Compares the parameters of two editions to see whether the same returns give the same results.
 */
public final class SameResults {
  private SameResults() {}

  /** Whether both editions match the same records to the same aims. */
  public static boolean ofAims(Edition one, Edition other) {
    return AimsStage.method(one).equals(AimsStage.method(other));
  }

  /** Whether both editions make the same figures of the same judged aims. */
  public static boolean ofFigures(Edition one, Edition other) {
    return MeasuresStage.method(one).equals(MeasuresStage.method(other));
  }
}
